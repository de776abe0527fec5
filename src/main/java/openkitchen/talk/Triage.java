package openkitchen.talk;

import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.board.Column;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.board.Faces;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.CommentId;
import openkitchen.people.Side;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import openkitchen.turn.Awaited;
import openkitchen.turn.Outcome;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is done with a question instead of answering it. The agency's people redirect it and make a card of it; the account and
 * the owner merge it and call it off-topic. The asker always sees what became of it, and why.
 */
@Component
public class Triage {

    public static final int REASON_LIMIT = 2000;

    private static final Set<Purpose> BOTH = EnumSet.of(Purpose.ANSWER, Purpose.CLARIFY);

    private final JdbcClient sql;
    private final History history;
    private final QuestionRows rows;
    private final Routing routing;
    private final Turns turns;
    private final Cards cards;
    private final Faces faces;
    private final Columns columns;
    private final Comments comments;

    Triage(
            JdbcClient sql,
            History history,
            QuestionRows rows,
            Routing routing,
            Turns turns,
            Cards cards,
            Faces faces,
            Columns columns,
            Comments comments) {
        this.sql = sql;
        this.history = history;
        this.rows = rows;
        this.routing = routing;
        this.turns = turns;
        this.cards = cards;
        this.faces = faces;
        this.columns = columns;
        this.comments = comments;
    }

    private interface Act {
        EventKind by(Pen pen, Question question, Map<String, Object> data);
    }

    private void settle(Seat seat, CommentId id, Act act) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Question question = rows.one(seat.project(), id);
            if (!question.state().open()) {
                throw new Invalid("question", "error.question_settled");
            }
            Map<String, Object> data = cards.told(question.card());
            data.put("comment", id.value());
            EventKind told = act.by(pen, question, data);
            cards.seenAnew(pen, question.card());
            return pen.write(told, question.card(), data);
        });
    }

    /**
     * Puts the question to somebody else, with a promise of theirs. Anybody of the agency may; whom it was put to by the asker
     * stays known.
     *
     * @param note why, for the asker and the next; may be empty
     * @throws Invalid when it is settled, or already waits for them
     */
    public void redirect(Seat seat, CommentId id, Address to, String note) {
        mustBeAgency(seat);
        new Faults().optional("note", note, REASON_LIMIT).stop();
        settle(seat, id, (pen, question, data) -> {
            int number = cards.numberOf(seat, question.card()).orElseThrow(NotFound::new);
            Awaited next = toSomebody(seat, number, to);
            List<Turn> open = turns.openAbout(id).stream()
                    .filter(turn -> turn.purpose() == Purpose.ANSWER)
                    .toList();
            if (open.stream().anyMatch(turn -> turn.awaited().equals(next))) {
                throw new Invalid("to", "error.already_asked");
            }
            turns.close(pen, id, BOTH, Outcome.REDIRECTED, null);
            Turn turn = turns.open(
                    pen,
                    new Turns.Opening(
                            question.card(), id, "", Purpose.ANSWER, next, question.urgent(), question.asker()));
            sql.sql(
                            "update question set state = 'redirected', redirected = redirected + 1, reason = ? where comment_id = ?")
                    .params(note.strip(), id.value())
                    .update();
            data.put("to", to.code());
            next.tell(data);
            if (!note.isBlank()) {
                data.put("reason", note.strip());
            }
            if (turn.due() != null) {
                data.put("due", turn.due().toString());
            }
            return EventKind.QUESTION_REDIRECTED;
        });
    }

    /** Unlike an asker, who redirects may take the question over. */
    private Awaited toSomebody(Seat seat, int number, Address to) {
        return to instanceof Address.To(openkitchen.id.PersonId person)
                        && person.equals(seat.viewer().person())
                ? new Awaited.Someone(person, Side.AGENCY)
                : routing.route(seat, number, to);
    }

    private static void mustBeAgency(Seat seat) {
        if (seat.side() != Side.AGENCY) {
            throw new Forbidden("error.only_agency");
        }
    }

    /**
     * Says that an earlier question of the project asks the same; its answer is this one's, too. The account and the owner may.
     *
     * @throws Invalid when it is the question itself, one that was taken back, or one that was merged
     */
    public void merge(Seat seat, CommentId id, CommentId into) {
        seat.mustManage();
        settle(seat, id, (pen, question, data) -> {
            Question earlier = rows.one(seat.project(), into);
            boolean right = switch (earlier.state()) {
                case OPEN, WAITING, ANSWERED, REOPENED, REDIRECTED, CARD -> !into.equals(id);
                case MERGED, OFF_TOPIC, WITHDRAWN -> false;
            };
            new Faults().unless(right, "into", "error.merge_into").stop();
            turns.close(pen, id, BOTH, Outcome.MERGED, null);
            ended(pen, seat, id, Question.State.MERGED, "merged_into", into.value());
            data.put("into", into.value());
            data.put("into_n", cards.told(earlier.card()).getOrDefault("n", 0));
            data.put("into_body", comments.one(seat, into).body());
            return EventKind.QUESTION_MERGED;
        });
    }

    /** What merging may offer: the project's questions before this one, the latest first. */
    public List<Question> before(Seat seat, CommentId id) {
        return rows.before(seat.project(), id, 50);
    }

    /** Says that the question does not belong here, and why. The account and the owner may. */
    public void offTopic(Seat seat, CommentId id, String reason) {
        seat.mustManage();
        new Faults().text("reason", reason, REASON_LIMIT).stop();
        settle(seat, id, (pen, question, data) -> {
            turns.close(pen, id, BOTH, Outcome.OFF_TOPIC, null);
            ended(pen, seat, id, Question.State.OFF_TOPIC, "reason", reason.strip());
            data.put("reason", reason.strip());
            return EventKind.QUESTION_OFF_TOPIC;
        });
    }

    /**
     * Makes a card of a question that is bigger than an answer; it begins with the question's words. Anybody of the agency may.
     *
     * @param title the card's title; empty takes the beginning of the question
     * @return the card's number
     */
    public int intoCard(Seat seat, CommentId id, String title) {
        mustBeAgency(seat);
        new Faults().optional("title", title, Cards.TITLE_LIMIT).stop();
        int[] made = new int[1];
        settle(seat, id, (pen, question, data) -> {
            String body = comments.one(seat, id).body();
            int number = cards.numberOf(seat, question.card()).orElseThrow(NotFound::new);
            Cards.Made card = cards.add(
                    seat,
                    new Cards.NewCard(
                            planned(seat).id(),
                            title.isBlank() ? beginning(body) : title,
                            body + "\n\n#" + number,
                            CardKind.TASK,
                            faces.number(seat, number).discipline(),
                            false));
            turns.close(pen, id, BOTH, Outcome.CARD, null);
            ended(pen, seat, id, Question.State.CARD, "card_made", card.id().value());
            sql.sql("update question set depth = 'deep' where comment_id = ?")
                    .param(id.value())
                    .update();
            data.put("made", card.number());
            made[0] = card.number();
            return EventKind.QUESTION_BECAME_CARD;
        });
        return made[0];
    }

    private Column planned(Seat seat) {
        List<Column> all = columns.of(seat);
        return all.stream()
                .filter(column -> column.kind() == ColumnKind.PLANNED)
                .findFirst()
                .or(() -> all.stream()
                        .filter(column -> column.kind() == ColumnKind.INTAKE)
                        .findFirst())
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> new Invalid("column", "error.no_columns"));
    }

    private static String beginning(String body) {
        String line = body.strip().lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= 120
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 119)).stripTrailing() + "…";
    }

    private void ended(Pen pen, Seat seat, CommentId id, Question.State state, String column, Object value) {
        sql.sql("update question set state = ?, settled_at = ?, settled_by = ?, %s = ? where comment_id = ?"
                        .formatted(column))
                .params(
                        state.code(),
                        pen.now().atOffset(ZoneOffset.UTC),
                        seat.viewer().person().value(),
                        value,
                        id.value())
                .update();
    }
}
