package openkitchen.window;

import java.time.LocalDate;
import openkitchen.id.DayOffId;
import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A day, or several in a row, on which a person does not answer.
 *
 * @param first the first of them, by the calendar of where the person is
 * @param last the last of them
 * @param substitute who stands in meanwhile; null when nobody does, or whoever should has left the agency
 */
public record DayOff(
        DayOffId id,
        PersonId person,
        LocalDate first,
        LocalDate last,
        @Nullable PersonId substitute,
        String note) {

    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
