package openkitchen.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;

/**
 * An hour or so of every week in which a person answers, by the clock of where they are.
 *
 * @param day the weekday on which it begins
 * @param until when it ends: on the next day, when this is not after the beginning
 */
public record Window(DayOfWeek day, LocalTime from, LocalTime until) {

    public static final Duration SHORTEST = Duration.ofMinutes(15);

    private static final int DAY = 24 * 60;

    public boolean overMidnight() {
        return !until.isAfter(from);
    }

    /** Its length by the clock. */
    public Duration length() {
        return Duration.ofMinutes(end() - start());
    }

    /** Minutes from the beginning of Monday to its beginning. */
    int start() {
        return (day.getValue() - 1) * DAY + minute(from);
    }

    /** Minutes from the beginning of Monday to its end; more than a week's, when it runs from Sunday into Monday. */
    int end() {
        return (day.getValue() - 1) * DAY + minute(until) + (overMidnight() ? DAY : 0);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    /** {@code 11:00–12:00} */
    public String hours() {
        return from + "–" + until;
    }

    @Override
    public String toString() {
        return day.name().substring(0, 3) + " " + hours();
    }
}
