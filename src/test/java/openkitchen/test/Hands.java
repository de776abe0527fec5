package openkitchen.test;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** A clock whose hands a test turns: only ever forward. It begins on Tuesday, 3 February 2026, at 9:00 in Moscow. */
public final class Hands extends Clock {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private volatile Instant now = Instant.parse("2026-02-03T06:00:00Z");

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** To that time in Moscow: today, or tomorrow when it has passed. */
    public void to(String time) {
        ZonedDateTime there = now.atZone(MOSCOW).with(LocalTime.parse(time));
        now = (there.toInstant().isBefore(now) ? there.plusDays(1) : there).toInstant();
    }

    /** To 9:00 in Moscow on the next Tuesday. */
    public void toTuesday() {
        now = now.atZone(MOSCOW)
                .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
                .with(LocalTime.of(9, 0))
                .toInstant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
