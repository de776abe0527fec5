package openkitchen.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.id.CardId;
import openkitchen.id.ColumnId;
import openkitchen.problem.Faults;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The columns of a board. Anybody on the project may change them. */
@Component
public class Columns {

    public static final int NAME_LIMIT = 200;
    public static final int COUNT_LIMIT = 200;

    private static final String SELECT =
            "select id, name, kind, colour, wip_limit, rank, archived_at is not null as archived from board_column";

    private final JdbcClient sql;
    private final History history;
    private final ApplicationEventPublisher events;

    Columns(JdbcClient sql, History history, ApplicationEventPublisher events) {
        this.sql = sql;
        this.history = history;
        this.events = events;
    }

    /** The columns on the board, in their order. */
    public List<Column> of(Seat seat) {
        return sql.sql(SELECT + " where project_id = ? and archived_at is null order by rank, id")
                .param(seat.project().value())
                .query(Columns::column)
                .list();
    }

    public List<Column> archived(Seat seat) {
        return sql.sql(SELECT + " where project_id = ? and archived_at is not null order by archived_at desc, id")
                .param(seat.project().value())
                .query(Columns::column)
                .list();
    }

    /** @throws NotFound for a column of another project, or none */
    public Column one(Seat seat, ColumnId id) {
        return sql.sql(SELECT + " where project_id = ? and id = ?")
                .params(seat.project().value(), id.value())
                .query(Columns::column)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Adds a column at the end. */
    public ColumnId add(Seat seat, String name, ColumnKind kind) {
        new Faults().text("name", name, NAME_LIMIT).stop();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            List<Column> there = of(seat);
            if (there.size() >= COUNT_LIMIT) {
                throw new Invalid("name", "error.too_many_columns", COUNT_LIMIT);
            }
            ColumnId id = new ColumnId(sql.sql(
                            "insert into board_column (project_id, name, kind, rank) values (:project, :name, :kind, :rank) returning id")
                    .param("project", seat.project().value())
                    .param("name", name.strip())
                    .param("kind", kind.code())
                    .param(
                            "rank",
                            Rank.between(
                                    there.isEmpty() ? null : there.getLast().rank(), null))
                    .query(Long.class)
                    .single());
            pen.write(EventKind.COLUMN_ADDED, Map.of("column", id.value(), "name", name.strip(), "kind", kind.code()));
            return id;
        });
    }

    /** Renames, recolours, limits a column, or says what it is for. */
    public void change(
            Seat seat, ColumnId id, String name, ColumnKind kind, String colour, @Nullable Integer wipLimit) {
        new Faults()
                .text("name", name, NAME_LIMIT)
                .unless(Colours.right(colour), "colour", "error.colour")
                .unless(wipLimit == null || (wipLimit > 0 && wipLimit < 10_000), "wipLimit", "error.wip_limit")
                .stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Column before = one(seat, id);
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("column", id.value());
            data.put("name", name.strip());
            note(data, "name", before.name(), name.strip());
            note(data, "kind", before.kind().code(), kind.code());
            note(data, "colour", before.colour(), colour);
            note(data, "limit", text(before.wipLimit()), text(wipLimit));
            if (data.size() == 2) {
                return null;
            }
            sql.sql(
                            "update board_column set name = :name, kind = :kind, colour = :colour, wip_limit = :wip where id = :id")
                    .param("name", name.strip())
                    .param("kind", kind.code())
                    .param("colour", colour)
                    .param("wip", wipLimit)
                    .param("id", id.value())
                    .update();
            return pen.write(EventKind.COLUMN_CHANGED, data);
        });
    }

    private static void note(Map<String, Object> data, String field, String before, String after) {
        if (!before.equals(after)) {
            data.put(field + "_from", before);
            data.put(field, after);
        }
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    /** Puts a column behind another, or first when {@code after} is null. */
    public void move(Seat seat, ColumnId id, @Nullable ColumnId after) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Column column = one(seat, id);
            List<Column> others =
                    of(seat).stream().filter(other -> !other.id().equals(id)).toList();
            int place = 0;
            for (int i = 0; i < others.size(); i++) {
                if (others.get(i).id().equals(after)) {
                    place = i + 1;
                }
            }
            String rank = Rank.between(
                    place == 0 ? null : others.get(place - 1).rank(),
                    place == others.size() ? null : others.get(place).rank());
            sql.sql("update board_column set rank = ? where id = ?")
                    .params(rank, id.value())
                    .update();
            return pen.write(EventKind.COLUMN_MOVED, Map.of("column", id.value(), "name", column.name()));
        });
    }

    /**
     * Takes a column with its cards off the board; they stay as they are, and come back with it.
     *
     * @throws Invalid while the client is asked to approve something on one of them
     */
    public void archive(Seat seat, ColumnId id) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Column column = one(seat, id);
            if (column.archived()) {
                return null;
            }
            events.publishEvent(new CardsLeaveBoard(pen, cards(id)));
            sql.sql("update board_column set archived_at = :now, archived_by = :by where id = :id")
                    .param("now", pen.now().atOffset(ZoneOffset.UTC))
                    .param("by", seat.viewer().person().value())
                    .param("id", id.value())
                    .update();
            return pen.write(EventKind.COLUMN_ARCHIVED, Map.of("column", id.value(), "name", column.name()));
        });
    }

    private List<CardId> cards(ColumnId id) {
        return sql.sql("select id from card where column_id = ? and archived_at is null")
                .param(id.value())
                .query((row, index) -> new CardId(row.getLong(1)))
                .list();
    }

    public void restore(Seat seat, ColumnId id) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Column column = one(seat, id);
            if (!column.archived()) {
                return null;
            }
            sql.sql("update board_column set archived_at = null, archived_by = null where id = ?")
                    .param(id.value())
                    .update();
            return pen.write(EventKind.COLUMN_RESTORED, Map.of("column", id.value(), "name", column.name()));
        });
    }

    private static Column column(ResultSet row, int index) throws SQLException {
        return new Column(
                new ColumnId(row.getLong("id")),
                row.getString("name"),
                ColumnKind.find(row.getString("kind")).orElseThrow(),
                row.getString("colour"),
                row.getObject("wip_limit", Integer.class),
                row.getString("rank"),
                row.getBoolean("archived"));
    }
}
