package openkitchen.history;

import java.time.Instant;
import java.util.Map;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a project.
 *
 * @param number its place in the project's history: 1, 2, 3 … without gaps
 * @param at when it happened; for what was imported, its time over there
 * @param actor who did it; null for the product itself
 * @param source where it was imported from, null for what happened here
 * @param data what a reader needs to understand it after everything else is gone; flat, values are text, numbers or booleans
 */
public record Event(
        ProjectId project,
        long number,
        Instant at,
        @Nullable PersonId actor,
        EventKind kind,
        @Nullable CardId card,
        @Nullable String source,
        Map<String, Object> data) {

    /** The value as text, empty when absent. */
    public String text(String name) {
        Object value = data.get(name);
        return value == null ? "" : value.toString();
    }
}
