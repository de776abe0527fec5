package openkitchen.site;

import java.util.List;
import openkitchen.board.Wait;
import openkitchen.people.Person;
import openkitchen.talk.Decision;
import org.jspecify.annotations.Nullable;

/** A decision and what those whom it affects say, ready to be shown. */
public record DecisionView(Decision decision, List<CheckView> checks, List<Wait> objections) {

    /**
     * What one discipline says.
     *
     * @param awaited who is still waited for; null when it was said
     * @param by who said it
     */
    public record CheckView(
            Decision.Check check,
            @Nullable Wait awaited,
            @Nullable Person by) {}
}
