package openkitchen.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Words for moments as somebody sees them: in a language, in a time zone, as of one moment, which is "now" here. A year
 * is said only when it is not this one.
 */
public final class When {

    private static final int MOST_DAYS = 60;
    private static final int MOST_DAYS_IN_MONTHS = 730;

    private final CalendarWords calendar;
    private final Words words;
    private final ZoneId zone;
    private final Instant now;
    private final LocalDate today;

    When(CalendarWords calendar, ZoneId zone, Instant now) {
        this.calendar = calendar;
        this.words = calendar.words;
        this.zone = zone;
        this.now = now;
        this.today = LocalDate.ofInstant(now, zone);
    }

    /** The day on which a moment falls here. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** {@code 09:05} */
    public String time(Instant moment) {
        return time(moment.atZone(zone).toLocalTime());
    }

    /** {@code сегодня 11:14}, {@code yesterday 16:20}, {@code 25 ноября 09:00}, {@code 25 November 2025}. */
    public String dateTime(Instant moment) {
        ZonedDateTime here = moment.atZone(zone);
        LocalDate day = here.toLocalDate();
        String time = time(here.toLocalTime());
        if (day.equals(today)) {
            return words.say("moment.today", "time", time);
        }
        if (day.equals(today.minusDays(1))) {
            return words.say("moment.yesterday", "time", time);
        }
        if (day.equals(today.plusDays(1))) {
            return words.say("moment.tomorrow", "time", time);
        }
        return day.getYear() == today.getYear() ? words.say("moment.day", "date", date(day), "time", time) : date(day);
    }

    /** A stretch of a day: {@code сегодня 17–18}, {@code tomorrow 17:30–18:15}, {@code в пн 30 ноя, 11–12}. */
    public String slot(Instant from, Instant until) {
        LocalDate day = day(from);
        String hours = hours(from, until);
        if (day.equals(today)) {
            return words.say("moment.today", "time", hours);
        }
        if (day.equals(today.plusDays(1))) {
            return words.say("moment.tomorrow", "time", hours);
        }
        return words.say("slot.day", "day", weekdayAndDate(day), "hours", hours);
    }

    private String hours(Instant from, Instant until) {
        return hours(from.atZone(zone).toLocalTime(), until.atZone(zone).toLocalTime());
    }

    /** From when to when by the clock: {@code 17–18}, {@code 17:30–18:15}; until midnight is {@code 22–24}. */
    public static String hours(LocalTime from, LocalTime until) {
        return from.getMinute() == 0 && until.getMinute() == 0
                ? from.getHour() + "–" + (until.getHour() == 0 ? 24 : until.getHour())
                : time(from) + "–" + time(until);
    }

    /** On which day, of what is ahead: {@code сегодня}, {@code tomorrow}, {@code в пн 5 янв}, {@code Mon 5 Jan 2027}. */
    public String dayAhead(Instant moment) {
        LocalDate day = day(moment);
        if (day.equals(today)) {
            return words.say("slot.today");
        }
        return day.equals(today.plusDays(1)) ? words.say("slot.tomorrow") : weekdayAndDate(day);
    }

    private String weekdayAndDate(LocalDate day) {
        return words.say(
                "slot.weekday", "weekday", Integer.toString(day.getDayOfWeek().getValue()), "date", shortDate(day));
    }

    /** Until when: {@code сегодня до 18:00}, {@code tomorrow by 18:00}, {@code до 2 дек}, {@code by 2 Dec 2027}. */
    public String due(Instant moment) {
        ZonedDateTime here = moment.atZone(zone);
        LocalDate day = here.toLocalDate();
        if (day.equals(today)) {
            return words.say("due.today", "time", time(here.toLocalTime()));
        }
        if (day.equals(today.plusDays(1))) {
            return words.say("due.tomorrow", "time", time(here.toLocalTime()));
        }
        return words.say("due.day", "date", shortDate(day));
    }

    /** Until the end of which day: {@code до конца дня}, {@code by tomorrow}, {@code до 2 дек}. */
    public String due(LocalDate day) {
        if (day.equals(today)) {
            return words.say("due.whole_today");
        }
        if (day.equals(today.plusDays(1))) {
            return words.say("due.whole_tomorrow");
        }
        return words.say("due.day", "date", shortDate(day));
    }

    /** {@code 2 дня назад}, {@code 5 min ago}, {@code just now}; of what is ahead {@code через 3 ч}, {@code in 3 h}. */
    public String ago(Instant moment) {
        Duration gone = Duration.between(moment, now);
        if (gone.abs().toMinutes() == 0) {
            return words.say("moment.just_now");
        }
        return words.say(gone.isNegative() ? "moment.ahead" : "moment.ago", "span", span(gone));
    }

    /** From a moment until now, see {@link #span(Duration)}. */
    public String since(Instant moment) {
        return span(Duration.between(moment, now));
    }

    /**
     * A span in its greatest unit, whole and rounded down: {@code 5 мин}, {@code 3 h}, {@code 2 дня}, {@code 3 months}.
     * Days, months and years are those of the clock (24 hours), not of the calendar.
     */
    public String span(Duration span) {
        Duration length = span.abs();
        long days = length.toDays();
        if (days > MOST_DAYS_IN_MONTHS) {
            return words.say("span.years", "count", (int) (days / 365.25));
        }
        if (days > MOST_DAYS) {
            return words.say("span.months", "count", (int) (days / 30.4375));
        }
        if (days > 0) {
            return words.say("span.days", "count", days);
        }
        if (length.toHours() > 0) {
            return words.say("span.hours", "count", length.toHours());
        }
        return length.toMinutes() > 0
                ? words.say("span.minutes", "count", length.toMinutes())
                : words.say("span.moment");
    }

    /** Working or contact time to the minute, never in days: {@code 2 ч 40 мин}, {@code 26 h}, {@code 0 min}. */
    public String hours(Duration time) {
        long hours = time.abs().toHours();
        int minutes = time.abs().toMinutesPart();
        if (hours == 0) {
            return words.say("span.minutes", "count", minutes);
        }
        return minutes == 0
                ? words.say("span.hours", "count", hours)
                : words.say("span.hours_minutes", "hours", hours, "minutes", minutes);
    }

    /** {@code 25 ноября}, {@code 25 November 2025}. */
    public String date(LocalDate day) {
        return withYear(calendar.day(day), day);
    }

    /** {@code 2 дек}, {@code 2 Dec 2025}. */
    public String shortDate(LocalDate day) {
        return withYear(calendar.shortDay(day), day);
    }

    /** Over the events of a day: {@code Сегодня, 24 ноября}, {@code Monday, 17 November}. */
    public String heading(LocalDate day) {
        if (day.equals(today)) {
            return words.say("heading.today", "date", date(day));
        }
        if (day.equals(today.minusDays(1))) {
            return words.say("heading.yesterday", "date", date(day));
        }
        if (day.equals(today.plusDays(1))) {
            return words.say("heading.tomorrow", "date", date(day));
        }
        return words.say("heading.day", "weekday", calendar.weekday(day), "date", date(day));
    }

    /** {@code Среда}, {@code Wednesday}. */
    public String weekday(LocalDate day) {
        return calendar.weekday(day);
    }

    private String withYear(String said, LocalDate day) {
        return day.getYear() == today.getYear() ? said : said + " " + day.getYear();
    }

    private static String time(LocalTime time) {
        char[] digits = {
            (char) ('0' + time.getHour() / 10),
            (char) ('0' + time.getHour() % 10),
            ':',
            (char) ('0' + time.getMinute() / 10),
            (char) ('0' + time.getMinute() % 10)
        };
        return new String(digits);
    }
}
