package openkitchen.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openkitchen.id.PersonId;

/**
 * When one person answers, as it stands now: a value with nothing but the rules. A window belongs to the day on which it
 * begins: it is dropped when that day is free, and one over midnight ends at midnight when the next day is. By the clock of
 * where the person is: where the clocks are put forward a window loses what they skip, where they are put back it keeps to the
 * first round of the hour that comes twice.
 *
 * @param week empty for a client's contact and for whoever has left
 * @param daysOff the person's own, those of about the last year and all to come
 */
public record Schedule(PersonId person, ZoneId zone, Week week, List<DayOff> daysOff, AgencyCalendar calendar) {

    /** How far ahead windows are looked for. */
    public static final Duration HORIZON = Duration.ofDays(60);

    public Schedule {
        daysOff = List.copyOf(daysOff);
    }

    /** The windows that end after that moment and begin within the {@link #HORIZON}, in order, without free days. */
    public Stream<Span> windows(Instant from) {
        return windows(from, from.plus(HORIZON));
    }

    /** The window that is running, or else the next; empty when there is none within the {@link #HORIZON}. */
    public Optional<Span> next(Instant from) {
        return windows(from).findFirst();
    }

    /** Whether a window is running. */
    public boolean open(Instant at) {
        return next(at).filter(window -> window.holds(at)).isPresent();
    }

    /**
     * The window by whose end the person will have answered: the first that leaves at least {@code lead} of it after the
     * question. Empty when there is none within the {@link #HORIZON}.
     */
    public Optional<Span> promise(Instant asked, Duration lead) {
        return windows(asked)
                .filter(window -> window.leftAfter(asked).compareTo(lead) >= 0)
                .findFirst();
    }

    /**
     * How much of the time between two moments lay within windows. By the week of now: whoever wants to keep a figure of the
     * past notes it when it is past.
     */
    public Duration within(Instant from, Instant until) {
        return windows(from, until)
                .map(window -> window.leftAfter(from).minus(window.leftAfter(until)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Who stands in for the person at that time; empty when they are not away, or nobody does. */
    public Optional<PersonId> substitute(Instant at) {
        return absence(at).map(DayOff::substitute);
    }

    /** Whether the person has a day off then. On the agency's holidays nobody answers, yet nobody is away either. */
    public boolean away(Instant at) {
        return absence(at).isPresent();
    }

    /** The days off that run at that time. */
    public Optional<DayOff> absence(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return daysOff.stream().filter(dayOff -> dayOff.holds(day)).findFirst();
    }

    /** Those that end after one moment and begin before another. */
    private Stream<Span> windows(Instant after, Instant before) {
        if (week.isEmpty() || !after.isBefore(before)) {
            return Stream.empty();
        }
        LocalDate first = LocalDate.ofInstant(after, zone).minusDays(1);
        LocalDate last = LocalDate.ofInstant(before, zone);
        return first.datesUntil(last.plusDays(1))
                .flatMap(this::on)
                .filter(window -> window.until().isAfter(after))
                .takeWhile(window -> window.from().isBefore(before));
    }

    private Stream<Span> on(LocalDate day) {
        return free(day)
                ? Stream.empty()
                : week.on(day.getDayOfWeek()).stream().flatMap(window -> span(day, window).stream());
    }

    private boolean free(LocalDate day) {
        return calendar.off(day) || daysOff.stream().anyMatch(dayOff -> dayOff.holds(day));
    }

    private Optional<Span> span(LocalDate day, Window window) {
        LocalDate lastDay = window.overMidnight() ? day.plusDays(1) : day;
        boolean cut = window.overMidnight() && free(lastDay);
        Instant from = instant(day.atTime(window.from()));
        Instant until = instant(lastDay.atTime(cut ? LocalTime.MIDNIGHT : window.until()));
        return from.isBefore(until) ? Optional.of(new Span(from, until)) : Optional.empty();
    }

    /** Later by the clock is never earlier in time, so windows that do not overlap by the clock do not overlap at all. */
    private Instant instant(LocalDateTime local) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).toInstant();
    }
}
