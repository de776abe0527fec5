package openkitchen.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import openkitchen.id.TurnId;
import openkitchen.turn.Turn;
import openkitchen.window.Span;
import org.jspecify.annotations.Nullable;

/**
 * Puts what waits for somebody on its pile. The rules and nothing else.
 *
 * @param snoozed until when they have put off which turns
 */
record Sorting(Instant now, Hours hours, Map<TurnId, Instant> snoozed) {

    /**
     * The pile; none for a turn whose clock stands still, for then somebody else has to move first.
     *
     * @param astray whether it is still to be found out whose it is
     */
    Optional<Pile> pile(Turn turn, boolean astray) {
        if (turn.pause() != null) {
            return Optional.empty();
        }
        if (snoozed.containsKey(turn.id())) {
            return Optional.of(Pile.LATER);
        }
        if (turn.late(now)) {
            return Optional.of(Pile.LATE);
        }
        return Optional.of(astray ? Pile.TRIAGE : byWindow(turn.due()));
    }

    /** Whatever was promised for before the end of a window is for that window. What nobody promised is for the first. */
    private Pile byWindow(@Nullable Instant due) {
        if (!hours.kept() || (hours.running().isPresent() && within(hours.running(), due))) {
            return Pile.NOW;
        }
        return within(hours.next(), due) ? Pile.NEXT : Pile.LATER;
    }

    private static boolean within(Optional<Span> window, @Nullable Instant due) {
        return due == null || window.filter(span -> !due.isAfter(span.until())).isPresent();
    }
}
