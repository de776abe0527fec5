package openkitchen.board;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import openkitchen.id.CardId;
import openkitchen.id.ColumnId;
import openkitchen.id.FileId;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
import openkitchen.problem.NotFound;
import openkitchen.project.Discipline;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is seen of cards on a board. */
@Component
public class Faces {

    static final String SELECT = """
            select c.id, c.number, c.column_id, c.rank, c.kind, c.title, c.discipline, c.start_at, c.due_at, c.done_at,
                   c.cover_file_id, c.cover_colour, c.described, c.comments, c.files, c.items, c.items_done,
                   c.archived_at is not null as archived, c.version, c.waits, c.remarks, c.must_fix,
                   array(select l.label_id from card_label l where l.card_id = c.id order by 1) as labels,
                   array(select p.person_id from card_person p where p.card_id = c.id order by 1) as people,
                   array(select a.discipline from card_affects a where a.card_id = c.id order by 1) as affects
              from card c
            """;

    private final JdbcClient sql;

    Faces(JdbcClient sql) {
        this.sql = sql;
    }

    /** Where a card stands and in which version: enough to put a board together from kept faces. */
    public record Standing(CardId card, ColumnId column, long version) {}

    /** All cards on the board, by column and order. */
    public List<Standing> standings(Seat seat) {
        return sql.sql("""
                        select id, column_id, version from card
                         where project_id = ? and archived_at is null order by column_id, rank, id
                        """)
                .param(seat.project().value())
                .query((row, index) ->
                        new Standing(new CardId(row.getLong(1)), new ColumnId(row.getLong(2)), row.getLong(3)))
                .list();
    }

    /** These cards of the project, archived ones too; in no order. */
    public Map<CardId, Face> these(Seat seat, Collection<CardId> cards) {
        return sql
                .sql(SELECT + " where c.project_id = :project and c.id = any(:cards)")
                .param("project", seat.project().value())
                .param("cards", cards.stream().map(CardId::value).toArray(Long[]::new))
                .query(Faces::face)
                .list()
                .stream()
                .collect(Collectors.toMap(Face::id, Function.identity()));
    }

    /** All cards on the board, by column and order. */
    public List<Face> onBoard(Seat seat) {
        return sql.sql(SELECT + """
                         join board_column k on k.id = c.column_id
                         where c.project_id = ? and c.archived_at is null and k.archived_at is null
                         order by k.rank, k.id, c.rank, c.id
                        """)
                .param(seat.project().value())
                .query(Faces::face)
                .list();
    }

    /** The cards of a column that stand behind a rank, in their order. */
    public List<Face> inColumn(Seat seat, ColumnId column, String after) {
        return sql.sql(SELECT + """
                         where c.project_id = ? and c.column_id = ? and c.archived_at is null and c.rank > ? order by c.rank, c.id
                        """)
                .params(seat.project().value(), column.value(), after)
                .query(Faces::face)
                .list();
    }

    /** Archived cards, the latest first, after those with a number given before; at most {@code limit}. */
    public List<Face> archived(Seat seat, int limit) {
        return sql.sql(
                        SELECT
                                + " where c.project_id = ? and c.archived_at is not null order by c.archived_at desc, c.id desc limit ?")
                .params(seat.project().value(), limit)
                .query(Faces::face)
                .list();
    }

    /** The first cards on the board in columns of a kind, as they stand there; at most {@code limit}. */
    public List<Face> first(Seat seat, ColumnKind kind, int limit) {
        return sql.sql(SELECT + """
                          join board_column k on k.id = c.column_id
                         where c.project_id = ? and k.kind = ? and c.archived_at is null and k.archived_at is null
                         order by k.rank, c.rank, c.id limit ?
                        """)
                .params(seat.project().value(), kind.code(), limit)
                .query(Faces::face)
                .list();
    }

    /** The cards on the board that were done last, marked so or standing in a column of what is done; at most {@code limit}. */
    public List<Face> done(Seat seat, int limit) {
        return sql.sql(SELECT + """
                          join board_column k on k.id = c.column_id
                         where c.project_id = ? and (k.kind = 'done' or c.done_at is not null)
                           and c.archived_at is null and k.archived_at is null
                         order by c.done_at desc nulls last, c.version desc limit ?
                        """)
                .params(seat.project().value(), limit)
                .query(Faces::face)
                .list();
    }

    /** @throws NotFound when the project has no such card */
    public Face number(Seat seat, int number) {
        return sql.sql(SELECT + " where c.project_id = ? and c.number = ?")
                .params(seat.project().value(), number)
                .query(Faces::face)
                .optional()
                .orElseThrow(NotFound::new);
    }

    static Face face(ResultSet row, int index) throws SQLException {
        String discipline = row.getString("discipline");
        Long cover = row.getObject("cover_file_id", Long.class);
        return new Face(
                new CardId(row.getLong("id")),
                row.getInt("number"),
                new ColumnId(row.getLong("column_id")),
                row.getString("rank"),
                CardKind.find(row.getString("kind")).orElseThrow(),
                row.getString("title"),
                discipline == null ? null : Discipline.find(discipline).orElse(null),
                instant(row, "start_at"),
                instant(row, "due_at"),
                instant(row, "done_at"),
                cover == null ? null : new FileId(cover),
                row.getString("cover_colour"),
                row.getBoolean("described"),
                row.getInt("comments"),
                row.getInt("files"),
                row.getInt("items"),
                row.getInt("items_done"),
                row.getBoolean("archived"),
                row.getLong("version"),
                Arrays.stream(longs(row.getArray("labels"))).map(LabelId::new).toList(),
                Arrays.stream(longs(row.getArray("people"))).map(PersonId::new).toList(),
                disciplines(row.getArray("affects")),
                Waits.read(row.getString("waits")),
                row.getInt("remarks"),
                row.getInt("must_fix"));
    }

    private static Long[] longs(Array array) throws SQLException {
        return (Long[]) array.getArray();
    }

    private static Set<Discipline> disciplines(Array array) throws SQLException {
        Set<Discipline> found = EnumSet.noneOf(Discipline.class);
        for (String code : (String[]) array.getArray()) {
            Discipline.find(code).ifPresent(found::add);
        }
        return found;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
