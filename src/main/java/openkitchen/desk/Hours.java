package openkitchen.desk;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import openkitchen.window.Schedule;
import openkitchen.window.Span;

/**
 * When somebody sits at their desk, as seen at one moment.
 *
 * @param running the window that is running; empty outside of windows
 * @param next the first that begins later; empty for whoever has no windows within sight
 */
public record Hours(Optional<Span> running, Optional<Span> next) {

    /** In the morning, for whoever has no windows. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    static Hours at(Instant now, Schedule schedule) {
        List<Span> ahead = schedule.windows(now).limit(2).toList();
        return new Hours(
                ahead.stream().filter(window -> window.holds(now)).findFirst(),
                ahead.stream().filter(window -> !window.holds(now)).findFirst());
    }

    /** Whether there are any: a client's contacts have none, and sit down when they like. */
    public boolean kept() {
        return running.isPresent() || next.isPresent();
    }

    /** Whether this is a time to answer: within a window, or without any. */
    public boolean open() {
        return running.isPresent() || next.isEmpty();
    }

    /** Until when something is put off that is to come back at the next window; without windows it is tomorrow morning. */
    Instant afterThis(Instant now, Schedule schedule, ZoneId zone) {
        return schedule.windows(now)
                .map(Span::from)
                .filter(from -> from.isAfter(now))
                .skip(running.isPresent() ? 0 : 1)
                .findFirst()
                .orElseGet(() -> now.atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atTime(MORNING)
                        .atZone(zone)
                        .toInstant());
    }
}
