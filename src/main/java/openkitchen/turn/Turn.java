package openkitchen.turn;

import java.time.Instant;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.id.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is, or was, waited for.
 *
 * @param card null when the card is gone
 * @param comment the question, remark or decision that it is about; null when that is gone
 * @param topic which part of it: the discipline that checks a decision; mostly empty
 * @param opened since when
 * @param opener who waits; null for the product itself
 * @param from when the answer window begins in which it was promised; null where nobody promised
 * @param due until when it was promised: the end of that window; or the term that whoever waits has set; null for neither
 * @param pause null while the clock runs
 * @param closing null while it is open
 */
public record Turn(
        TurnId id,
        ProjectId project,
        @Nullable CardId card,
        @Nullable CommentId comment,
        String topic,
        Purpose purpose,
        Awaited awaited,
        boolean urgent,
        Instant opened,
        @Nullable PersonId opener,
        @Nullable Instant from,
        @Nullable Instant due,
        @Nullable Pause pause,
        @Nullable Closing closing) {

    /**
     * How it ended.
     *
     * @param by null for the product itself
     * @param minutes contact time that it took; null where none was told
     */
    public record Closing(
            Instant at,
            @Nullable PersonId by,
            Outcome outcome,
            @Nullable Integer minutes) {}

    public boolean open() {
        return closing == null;
    }

    /** Whether whoever is waited for has promised it; else its term, if it has one, was set by whoever waits. */
    public boolean promised() {
        return from != null;
    }

    /** Due at a time that has passed, with the clock running. */
    public boolean late(Instant now) {
        return open() && pause == null && due != null && due.isBefore(now);
    }
}
