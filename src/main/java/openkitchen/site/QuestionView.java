package openkitchen.site;

import java.util.List;
import openkitchen.board.Wait;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.talk.Question;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question, ready to be shown.
 *
 * @param to to whom its asker put it, in words
 * @param asker the side that asks
 * @param waits who is waited for about it
 * @param answer what answers it; null while nothing does
 * @param earlier the question into which it was merged; null when it was not
 * @param earlierAnswer what answers that one
 * @param settledBy who settled it; null while it is open
 */
public record QuestionView(
        Question question,
        String to,
        Side asker,
        List<Wait> waits,
        @Nullable Quote answer,
        @Nullable Quote earlier,
        @Nullable Quote earlierAnswer,
        @Nullable Person settledBy) {

    public boolean open() {
        return question.state().open();
    }

    /** Who is to answer, as scripts compare it. */
    public String whom() {
        return waits.stream()
                .filter(wait -> wait.purpose().equals("answer"))
                .map(Wait::whom)
                .findFirst()
                .orElse("");
    }

    /** The sides that are asked now: they may answer. */
    public String asked() {
        return waits.stream()
                .filter(wait -> wait.purpose().equals("answer"))
                .map(wait -> wait.side().code())
                .distinct()
                .reduce((a, b) -> a + " " + b)
                .orElse("nobody");
    }
}
