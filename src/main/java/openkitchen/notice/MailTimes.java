package openkitchen.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import openkitchen.people.Side;
import openkitchen.window.Schedule;
import openkitchen.window.Span;

/**
 * From when on a letter may tell somebody of something (`product.md` 5.10): an urgent question at once; the agency's people at
 * the start of their next answer window, and within one a few minutes later; a client's contact a few minutes later, but not in
 * their quiet hours.
 */
final class MailTimes {

    /** What comes within this time goes into one letter. */
    static final Duration GATHERING = Duration.ofMinutes(3);

    /** What is older when it is read is no longer told by mail: the kitchen stood still for days. */
    static final Duration STALE = Duration.ofDays(2);

    private MailTimes() {}

    /** Empty when no letter shall tell of it. */
    static Optional<Instant> of(
            Reason reason, Side side, Schedule schedule, Wishes.Wish wish, Instant happened, Instant now) {
        if (!wish.mailed().contains(reason.topic()) || happened.isBefore(now.minus(STALE))) {
            return Optional.empty();
        }
        if (reason == Reason.URGENT) {
            return Optional.of(happened);
        }
        Instant soon = happened.plus(GATHERING);
        if (side == Side.AGENCY) {
            Optional<Span> window = schedule.next(happened);
            if (window.isPresent()) {
                Span next = window.get();
                return Optional.of(next.holds(happened) ? soon : next.from());
            }
        }
        return Optional.of(afterQuiet(wish, soon, schedule.zone()));
    }

    private static Instant afterQuiet(Wishes.Wish wish, Instant wanted, ZoneId zone) {
        ZonedDateTime there = wanted.atZone(zone);
        if (!wish.quiet(there.toLocalTime())) {
            return wanted;
        }
        LocalDate day = there.toLocalDate();
        ZonedDateTime end = day.atTime(wish.quietUntil()).atZone(zone);
        return (end.toInstant().isAfter(wanted)
                        ? end
                        : day.plusDays(1).atTime(wish.quietUntil()).atZone(zone))
                .toInstant();
    }
}
