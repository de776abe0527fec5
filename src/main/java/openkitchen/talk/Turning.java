package openkitchen.talk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import openkitchen.board.Cards;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.CommentId;
import openkitchen.problem.Forbidden;
import openkitchen.problem.NotFound;
import openkitchen.project.Discipline;
import openkitchen.project.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turning a comment into one of another kind, when it is seen what it is: a message that was a question, a remark that was a
 * decision. Its author may, the account and the owner. What it asked for as it was is taken back.
 */
@Component
public class Turning {

    private final JdbcClient sql;
    private final History history;
    private final Comments comments;
    private final Cards cards;
    private final Withdrawing withdrawing;
    private final Questions questions;
    private final Remarks remarks;
    private final Decisions decisions;

    Turning(
            JdbcClient sql,
            History history,
            Comments comments,
            Cards cards,
            Withdrawing withdrawing,
            Questions questions,
            Remarks remarks,
            Decisions decisions) {
        this.sql = sql;
        this.history = history;
        this.comments = comments;
        this.cards = cards;
        this.withdrawing = withdrawing;
        this.questions = questions;
        this.remarks = remarks;
        this.decisions = decisions;
    }

    /**
     * Makes the comment one of another kind. One that is of this kind already stays as it is.
     *
     * @throws Forbidden for others than its author, the account and the owner
     * @throws NotFound when the project has no such comment, or it was deleted
     */
    public void turn(Seat seat, CommentId id, Intent intent) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Comment comment = comments.one(seat, id);
            if (comment.deleted() != null) {
                throw new NotFound();
            }
            if (!seat.manages() && !comment.author().equals(seat.viewer().person())) {
                throw new Forbidden("error.only_author");
            }
            if (comment.kind() == intent.kind()) {
                return null;
            }
            Map<String, Object> data = new LinkedHashMap<>(cards.told(comment.card()));
            data.put("comment", id.value());
            data.put("kind_from", comment.kind().code());
            data.put("kind", intent.kind().code());
            withdrawing.withdraw(pen, comment);
            sql.sql("update comment set kind = ? where id = ?")
                    .params(intent.kind().code(), id.value())
                    .update();
            enter(pen, seat, comment, intent, data);
            cards.seenAnew(pen, comment.card());
            return pen.write(EventKind.COMMENT_TURNED, comment.card(), data);
        });
    }

    private void enter(Pen pen, Seat seat, Comment comment, Intent intent, Map<String, Object> data) {
        int number = cards.numberOf(seat, comment.card()).orElseThrow(NotFound::new);
        switch (intent) {
            case Intent.Message message -> {}
            case Intent.Question(Address to, boolean urgent) ->
                questions.enter(pen, seat, number, comment.id(), to, urgent, data);
            case Intent.Remark(Remark.Weight weight) -> remarks.enter(pen, seat, number, comment.id(), weight, data);
            case Intent.Decision(String reason, Set<Discipline> affects) ->
                decisions.enter(pen, seat, comment.id(), reason, affects, data);
        }
    }
}
