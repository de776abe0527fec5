package openkitchen.talk;

import java.util.List;
import java.util.Set;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Discipline;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one composer: says something on a card as whatever it is meant. */
@Component
public class Speaking {

    private final Comments comments;
    private final Questions questions;
    private final Remarks remarks;
    private final Decisions decisions;

    Speaking(Comments comments, Questions questions, Remarks remarks, Decisions decisions) {
        this.comments = comments;
        this.questions = questions;
        this.remarks = remarks;
        this.decisions = decisions;
    }

    /**
     * Says it.
     *
     * @param answers the comment that a message answers; null for none. What its asker writes to a question that waits for them is
     *     what they were asked to say.
     * @throws Invalid for no text, too much of it, or a wrong address
     * @throws NotFound when the project has no such card or comment
     */
    public CommentId say(
            Seat seat, int number, Intent intent, @Nullable CommentId answers, String body, List<FileId> files) {
        return switch (intent) {
            case Intent.Message message -> answer(seat, number, answers, body, files);
            case Intent.Question(Address to, boolean urgent) -> questions.ask(seat, number, to, urgent, body, files);
            case Intent.Remark(Remark.Weight weight) -> remarks.raise(seat, number, weight, body, files);
            case Intent.Decision(String reason, Set<Discipline> affects) ->
                decisions.decide(seat, number, body, reason, affects, files);
        };
    }

    private CommentId answer(Seat seat, int number, @Nullable CommentId answers, String body, List<FileId> files) {
        if (answers == null) {
            return comments.say(seat, number, null, body, files);
        }
        Question question = questions.these(seat, List.of(answers)).get(answers);
        boolean said = question != null
                && question.state() == Question.State.WAITING
                && question.asker().equals(seat.viewer().person());
        return said ? questions.clarify(seat, answers, body, files) : comments.say(seat, number, answers, body, files);
    }
}
