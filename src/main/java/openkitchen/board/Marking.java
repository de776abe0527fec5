package openkitchen.board;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.id.AttachmentId;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
import openkitchen.problem.Faults;
import openkitchen.problem.NotFound;
import openkitchen.project.Discipline;
import openkitchen.project.Mate;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Saying what a card is: its kind and discipline, people, labels, dates, cover, and that it is done. */
@Component
public class Marking {

    private final JdbcClient sql;
    private final History history;
    private final CardRows rows;
    private final Labels labels;
    private final Team team;
    private final ApplicationEventPublisher events;

    Marking(
            JdbcClient sql,
            History history,
            CardRows rows,
            Labels labels,
            Team team,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.history = history;
        this.rows = rows;
        this.labels = labels;
        this.team = team;
        this.events = events;
    }

    /** Sets kind, discipline and the disciplines that the card affects. */
    public void as(Seat seat, int number, CardKind kind, @Nullable Discipline discipline, Set<Discipline> affects) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            Was was = was(card);
            String after = discipline == null ? "" : discipline.code();
            Map<String, Object> data = card.told();
            note(data, "kind", was.kind().code(), kind.code());
            note(data, "discipline", was.discipline(), after);
            note(
                    data,
                    "affects",
                    was.affects(),
                    affects.stream().map(Discipline::code).sorted().collect(Collectors.joining(",")));
            if (data.size() == 2) {
                return null;
            }
            if (was.kind() != kind) {
                events.publishEvent(new CardTurns(seat, card.id(), was.kind(), kind));
            }
            sql.sql("update card set kind = :kind, discipline = :discipline where id = :id")
                    .param("kind", kind.code())
                    .param("discipline", discipline == null ? null : after)
                    .param("id", card.id().value())
                    .update();
            sql.sql("delete from card_affects where card_id = ?")
                    .param(card.id().value())
                    .update();
            for (Discipline affected : new TreeSet<>(affects)) {
                sql.sql("insert into card_affects (card_id, discipline) values (?, ?)")
                        .params(card.id().value(), affected.code())
                        .update();
            }
            return rows.tell(pen, card, EventKind.CARD_CHANGED, data);
        });
    }

    private record Was(CardKind kind, String discipline, String affects) {}

    private Was was(Found card) {
        return sql.sql("""
                        select kind, coalesce(discipline, '') as discipline,
                               coalesce((select string_agg(discipline, ',' order by discipline) from card_affects where card_id = id), '')
                                   as affects
                          from card where id = ?
                        """)
                .param(card.id().value())
                .query((row, index) -> new Was(
                        CardKind.find(row.getString("kind")).orElseThrow(),
                        row.getString("discipline"),
                        row.getString("affects")))
                .single();
    }

    private static void note(Map<String, Object> data, String field, String before, String after) {
        if (!before.equals(after)) {
            data.put(field + "_from", before);
            data.put(field, after);
        }
    }

    /** Puts a person of the project's team on the card. @throws NotFound for anybody else */
    public void assign(Seat seat, int number, PersonId person) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            Mate mate = mate(seat, person);
            int added = sql.sql("insert into card_person (card_id, person_id) values (?, ?) on conflict do nothing")
                    .params(card.id().value(), person.value())
                    .update();
            return added == 0
                    ? null
                    : rows.tell(
                            pen,
                            card,
                            EventKind.CARD_PERSON_ADDED,
                            told(card, person, mate.person().name()));
        });
    }

    private Mate mate(Seat seat, PersonId person) {
        return team.of(seat).stream()
                .filter(mate -> mate.person().id().equals(person))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public void unassign(Seat seat, int number, PersonId person) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            int removed = sql.sql("delete from card_person where card_id = ? and person_id = ?")
                    .params(card.id().value(), person.value())
                    .update();
            String name = sql.sql("select name from person where id = ?")
                    .param(person.value())
                    .query(String.class)
                    .optional()
                    .orElse("");
            return removed == 0 ? null : rows.tell(pen, card, EventKind.CARD_PERSON_REMOVED, told(card, person, name));
        });
    }

    private static Map<String, Object> told(Found card, PersonId person, String name) {
        Map<String, Object> data = card.told();
        data.put("person", person.value());
        data.put("name", name);
        return data;
    }

    /** @throws NotFound for a label of another project */
    public void label(Seat seat, int number, LabelId label) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            Label known = labels.one(seat, label);
            int added = sql.sql("insert into card_label (card_id, label_id) values (?, ?) on conflict do nothing")
                    .params(card.id().value(), label.value())
                    .update();
            return added == 0 ? null : rows.tell(pen, card, EventKind.CARD_LABELLED, told(card, known));
        });
    }

    public void unlabel(Seat seat, int number, LabelId label) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            Label known = labels.one(seat, label);
            int removed = sql.sql("delete from card_label where card_id = ? and label_id = ?")
                    .params(card.id().value(), label.value())
                    .update();
            return removed == 0 ? null : rows.tell(pen, card, EventKind.CARD_UNLABELLED, told(card, known));
        });
    }

    private static Map<String, Object> told(Found card, Label label) {
        Map<String, Object> data = card.told();
        data.put("label", label.name());
        data.put("colour", label.colour());
        return data;
    }

    /** Sets start and due; null for none. The start may not come after the due. */
    public void date(Seat seat, int number, @Nullable Instant start, @Nullable Instant due) {
        new Faults()
                .unless(start == null || due == null || !start.isAfter(due), "start", "error.start_after_due")
                .stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            int changed = sql.sql("""
                            update card set start_at = :start, due_at = :due
                             where id = :id and (start_at is distinct from :start::timestamptz or due_at is distinct from :due::timestamptz)
                            """)
                    .param("start", start == null ? null : start.atOffset(ZoneOffset.UTC))
                    .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
                    .param("id", card.id().value())
                    .update();
            Map<String, Object> data = card.told();
            data.put("start", start == null ? "" : start.toString());
            data.put("due", due == null ? "" : due.toString());
            return changed == 0 ? null : rows.tell(pen, card, EventKind.CARD_DATED, data);
        });
    }

    /** Marks the card as done, or not, wherever it stands. */
    public void done(Seat seat, int number, boolean done) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            int changed = sql.sql("update card set done_at = :done where id = :id and (done_at is null) = :new")
                    .param("done", done ? pen.now().atOffset(ZoneOffset.UTC) : null)
                    .param("id", card.id().value())
                    .param("new", done)
                    .update();
            return changed == 0
                    ? null
                    : rows.tell(pen, card, done ? EventKind.CARD_DONE : EventKind.CARD_UNDONE, card.told());
        });
    }

    /** Covers the card's face with one of its pictures, or a colour, or neither. */
    public void cover(Seat seat, int number, @Nullable AttachmentId picture, @Nullable String colour) {
        new Faults()
                .unless(colour == null || Colours.right(colour), "colour", "error.colour")
                .stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            Long file = picture == null ? null : picture(card, picture);
            sql.sql("update card set cover_file_id = :file, cover_colour = :colour where id = :id")
                    .param("file", file)
                    .param("colour", colour == null || colour.isEmpty() ? null : colour)
                    .param("id", card.id().value())
                    .update();
            Map<String, Object> data = new LinkedHashMap<>(card.told());
            data.put("cover", file != null ? "picture" : colour == null || colour.isEmpty() ? "" : colour);
            return rows.tell(pen, card, EventKind.CARD_COVERED, data);
        });
    }

    private long picture(Found card, AttachmentId picture) {
        return sql.sql("""
                        select f.id from attachment a join file f on f.id = a.file_id
                         where a.id = ? and a.card_id = ? and f.thumbnail is not null
                        """)
                .params(picture.value(), card.id().value())
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
