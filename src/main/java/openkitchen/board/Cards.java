package openkitchen.board;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.ColumnId;
import openkitchen.id.PersonId;
import openkitchen.problem.Faults;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Discipline;
import openkitchen.project.Seat;
import openkitchen.search.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * The cards of a board: making and reading them. What can be done with one stands in the classes beside this one:
 * {@link Writing}, {@link Moving}, {@link Marking}, {@link Archiving}, {@link Copying}, {@link Checklists},
 * {@link Attachments}.
 */
@Component
public class Cards {

    public static final int TITLE_LIMIT = 500;
    public static final int DESCRIPTION_LIMIT = 50_000;
    public static final int COLUMN_LIMIT = 20_000;

    private final JdbcClient sql;
    private final History history;
    private final CardRows rows;
    private final Columns columns;
    private final Faces faces;
    private final Checklists checklists;
    private final Attachments attachments;
    private final SearchIndex search;
    private final ObjectMapper json;

    Cards(
            JdbcClient sql,
            History history,
            CardRows rows,
            Columns columns,
            Faces faces,
            Checklists checklists,
            Attachments attachments,
            SearchIndex search,
            ObjectMapper json) {
        this.sql = sql;
        this.history = history;
        this.rows = rows;
        this.columns = columns;
        this.faces = faces;
        this.checklists = checklists;
        this.attachments = attachments;
        this.search = search;
        this.json = json;
    }

    /** A card to be made. {@code atTop}: first in its column instead of last. */
    public record NewCard(
            ColumnId column,
            String title,
            String description,
            CardKind kind,
            @Nullable Discipline discipline,
            boolean atTop) {

        /** A card as the quick add makes it; a client's is a wish. */
        public static NewCard quick(Seat seat, ColumnId column, String title) {
            return new NewCard(
                    column,
                    title,
                    "",
                    seat.side() == openkitchen.people.Side.CLIENT ? CardKind.REQUEST : CardKind.TASK,
                    null,
                    false);
        }
    }

    /** A card just made. */
    public record Made(CardId id, int number) {}

    /**
     * Makes a card.
     *
     * @throws NotFound when the column is not one of the board
     * @throws Invalid for a missing or too long title, a too long description
     */
    public Made add(Seat seat, NewCard wanted) {
        String title = oneLine(wanted.title());
        new Faults()
                .text("title", title, TITLE_LIMIT)
                .optional("description", wanted.description(), DESCRIPTION_LIMIT)
                .stop();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Column column = columns.one(seat, wanted.column());
            if (column.archived()) {
                throw new NotFound();
            }
            int number = rows.nextNumber(pen);
            CardId id = insert(pen, number, wanted, title);
            sql.sql("insert into card_text (card_id, description) values (?, ?)")
                    .params(id.value(), wanted.description())
                    .update();
            search.card(seat.project(), id, title, wanted.description());
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("n", number);
            data.put("title", title);
            data.put("kind", wanted.kind().code());
            data.put("column", column.name());
            if (!wanted.description().isBlank()) {
                data.put("description", wanted.description());
            }
            if (wanted.discipline() != null) {
                data.put("discipline", wanted.discipline().code());
            }
            pen.write(EventKind.CARD_ADDED, id, data);
            return new Made(id, number);
        });
    }

    private CardId insert(Pen pen, int number, NewCard wanted, String title) {
        String edge = sql.sql("select %s(rank) from card where column_id = ? and archived_at is null"
                        .formatted(wanted.atTop() ? "min" : "max"))
                .param(wanted.column().value())
                .query((row, index) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
        PersonId actor = pen.actor();
        return new CardId(sql.sql("""
                        insert into card (project_id, number, column_id, rank, kind, title, discipline, described, version,
                                          created_at, created_by)
                        values (:project, :number, :column, :rank, :kind, :title, :discipline, :described, :version, :now, :by)
                        returning id
                        """)
                .param("project", pen.project().value())
                .param("number", number)
                .param("column", wanted.column().value())
                .param("rank", wanted.atTop() ? Rank.between(null, edge) : Rank.between(edge, null))
                .param("kind", wanted.kind().code())
                .param("title", title)
                .param(
                        "discipline",
                        wanted.discipline() == null ? null : wanted.discipline().code())
                .param("described", !wanted.description().isBlank())
                .param("version", pen.next())
                .param("now", pen.now().atOffset(ZoneOffset.UTC))
                .param("by", actor == null ? null : actor.value())
                .query(Long.class)
                .single());
    }

    /** A title is one line. */
    static String oneLine(String title) {
        return title.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    /** @throws NotFound when the project has no card of this number */
    public Card number(Seat seat, int number) {
        Face face = faces.number(seat, number);
        record Rest(
                String description,
                int version,
                Instant created,
                @Nullable PersonId creator,
                @Nullable Instant archived,
                Map<String, Object> source) {}
        Rest rest = sql.sql("""
                        select t.description, t.version, t.source, c.created_at, c.created_by, c.archived_at
                          from card c join card_text t on t.card_id = c.id where c.id = ?
                        """)
                .param(face.id().value())
                .query((row, index) -> new Rest(
                        row.getString("description"),
                        row.getInt("version"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("created_by", Long.class))
                                .map(PersonId::new)
                                .orElse(null),
                        Faces.instant(row, "archived_at"),
                        source(row.getString("source"))))
                .single();
        return new Card(
                face,
                columns.one(seat, face.column()),
                rest.description(),
                rest.version(),
                rest.created(),
                rest.creator(),
                rest.archived(),
                checklists.of(face.id()),
                attachments.of(face.id()),
                fields(face.id()),
                rest.source());
    }

    private Map<String, Object> source(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, new TypeReference<Map<String, Object>>() {});
    }

    private List<Card.FieldValue> fields(CardId card) {
        return sql.sql("""
                        select f.id, f.name, f.type, v.value from custom_field_value v join custom_field f on f.id = v.field_id
                         where v.card_id = ? order by f.rank, f.id
                        """)
                .param(card.value())
                .query((row, index) -> new Card.FieldValue(
                        new openkitchen.id.FieldId(row.getLong("id")),
                        row.getString("name"),
                        row.getString("type"),
                        row.getString("value")))
                .list();
    }

    /** The number of a card of this project, by its id; empty when it is gone or another project's. */
    public Optional<Integer> numberOf(Seat seat, CardId card) {
        return sql.sql("select number from card where id = ? and project_id = ?")
                .params(card.value(), seat.project().value())
                .query(Integer.class)
                .optional();
    }

    /** Notes that the pen's next event changes what is seen of the card. */
    public void seenAnew(Pen pen, CardId card) {
        rows.touch(pen, card);
    }

    /** Shows on the card's face who is waited for, from the pen's next event on. */
    public void waits(Pen pen, CardId card, List<Wait> waits) {
        sql.sql("update card set waits = :waits::jsonb, version = :version where id = :card")
                .param("waits", Waits.write(waits))
                .param("version", pen.next())
                .param("card", card.value())
                .update();
    }

    /** Shows on the card's face how many remarks are open, from the pen's next event on. */
    public void remarks(Pen pen, CardId card, int open, int mustFix) {
        sql.sql("update card set remarks = ?, must_fix = ?, version = ? where id = ?")
                .params(open, mustFix, pen.next(), card.value())
                .update();
    }

    /** What every event about a card begins with: its number and its title. */
    public Map<String, Object> told(CardId card) {
        return sql.sql("select number, title from card where id = ?")
                .param(card.value())
                .query((row, index) -> {
                    Map<String, Object> data = new LinkedHashMap<>();
                    data.put("n", row.getInt("number"));
                    data.put("title", row.getString("title"));
                    return data;
                })
                .single();
    }
}
