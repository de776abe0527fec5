package openkitchen.window;

import java.time.LocalDate;
import java.util.Map;

/**
 * The days on which nobody of the agency answers.
 *
 * @param publicHolidays whether Russia's public holidays are among them
 * @param own what the agency has set itself, by day; it goes before the public holidays
 */
public record AgencyCalendar(boolean publicHolidays, Map<LocalDate, Holiday> own) {

    public AgencyCalendar {
        own = Map.copyOf(own);
    }

    /** Whether that day is free for everybody. */
    public boolean off(LocalDate day) {
        Holiday set = own.get(day);
        if (set != null) {
            return switch (set.kind()) {
                case OFF -> true;
                case WORKED -> false;
            };
        }
        return publicHolidays && PublicHoliday.on(day).isPresent();
    }
}
