package openkitchen.board;

import java.time.Instant;
import openkitchen.id.PersonId;
import openkitchen.people.Side;
import org.jspecify.annotations.Nullable;

/**
 * What a card's face shows of a turn that is open on it: who is waited for.
 *
 * @param purpose what for, by the turn's code
 * @param role anybody of this role, {@code owner} for the agency's owner; null where a person or anybody of the side is waited for
 * @param from when the answer window begins in which it was promised; null where nobody did
 * @param due until when it was promised: the end of that window; null where nobody did
 * @param paused why its clock stands still; null while it runs
 */
public record Wait(
        String purpose,
        Side side,
        @Nullable String role,
        @Nullable PersonId person,
        Instant since,
        @Nullable Instant from,
        @Nullable Instant due,
        boolean urgent,
        @Nullable String paused) {

    /** Promised for a time that has passed, with the clock running. */
    public boolean late(Instant now) {
        return paused == null && due != null && due.isBefore(now);
    }

    /** Who is waited for, as scripts compare it: a person's id, a role, or the side. */
    public String whom() {
        return person != null ? person.toString() : role != null ? role : side.code();
    }
}
