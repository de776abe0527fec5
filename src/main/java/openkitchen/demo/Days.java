package openkitchen.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import openkitchen.text.Language;
import openkitchen.window.PublicHoliday;

/**
 * The times of a story, counted from now in working days: {@code 12 10:30} is half past ten Moscow time twelve working days
 * ago, {@code 3h} and {@code 40m} are hours and minutes ago, {@code +4} is the end of the fourth working day from now.
 * {@code 3h@olga,vera} is three hours ago, or later when one of them had an answer window since: what they are asked then is
 * still in time. Nobody does anything at night: what would be from ten to eight was in the hour after ten.
 */
final class Days {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final Duration WORK = Duration.ofHours(9);
    private static final int FARTHEST = 400;
    private static final String RECENT = "\\d+[hm](@[a-z,]+)?";
    private static final LocalTime NIGHT = LocalTime.of(22, 0);
    private static final Duration SLEEP = Duration.ofHours(10);

    private final Instant now;
    private final LocalDate today;
    private final Function<String, Instant> closed;
    /** The working day so many before today; today itself first, even on a weekend. */
    private final List<LocalDate> ago = new ArrayList<>();

    /** @param closed since when somebody, by key, may be asked and not be late now */
    Days(Instant now, Function<String, Instant> closed) {
        this.now = now;
        this.closed = closed;
        this.today = now.atZone(ZONE).toLocalDate();
        ago.add(today);
        for (LocalDate day = today.minusDays(1); ago.size() <= FARTHEST; day = day.minusDays(1)) {
            if (working(day)) {
                ago.add(day);
            }
        }
    }

    private static boolean working(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && PublicHoliday.on(day).isEmpty();
    }

    /** Who, when and what else. */
    record Line(String who, Instant at, List<String> rest) {

        String one() {
            if (rest.size() != 1) {
                throw new IllegalArgumentException("one word wanted, not " + rest);
            }
            return rest.getFirst();
        }
    }

    Line line(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        boolean bare = words.get(1).matches(RECENT);
        int length = bare ? 1 : 2;
        Instant at = time(String.join(" ", words.subList(1, 1 + length)));
        return new Line(words.getFirst(), at, words.subList(1 + length, words.size()));
    }

    Instant time(String text) {
        String[] words = text.strip().split("\\s+");
        String day = words[0];
        if (day.matches(RECENT)) {
            return recent(day.split("@"));
        }
        LocalTime hour = words.length > 1 ? LocalTime.parse(words[1]) : EVENING;
        return day(day).atTime(hour).atZone(ZONE).toInstant();
    }

    private Instant recent(String[] words) {
        long count = Long.parseLong(words[0].substring(0, words[0].length() - 1));
        Duration before = words[0].endsWith("h") ? Duration.ofHours(count) : Duration.ofMinutes(count);
        Duration awake = Duration.between(awake(now.minus(before)), now);
        if (words.length == 1) {
            return now.minus(awake);
        }
        Instant since = Arrays.stream(words[1].split(","))
                .map(closed)
                .max(Instant::compareTo)
                .orElseThrow();
        // What has to move is spread over the time that is left, in the order in which it was to be.
        double share = (double) awake.toMinutes() / (awake.toMinutes() + 120);
        Duration left = Duration.ofSeconds((long) (Duration.between(since, now).toSeconds() * share));
        return now.minus(awake.compareTo(left) < 0 ? awake : left);
    }

    private static Instant awake(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        ZonedDateTime night = local.with(NIGHT);
        Duration asleep = Duration.between(night.isAfter(local) ? night.minusDays(1) : night, local);
        return asleep.compareTo(SLEEP) < 0 ? at.minus(asleep).plus(asleep.dividedBy(10)) : at;
    }

    /** Such a day as in {@link #time}, without its hour. */
    LocalDate day(String text) {
        int count = Integer.parseInt(text);
        return text.startsWith("+") ? ahead(count) : ago.get(count);
    }

    private LocalDate ahead(int count) {
        LocalDate day = today;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            left -= working(day) ? 1 : 0;
        }
        return day;
    }

    /** The date of so many working days from now, negative for the past: "14 октября", "14 October". */
    String date(int days, Language language) {
        return DateTimeFormatter.ofPattern("d MMMM", language.locale()).format(from(days));
    }

    /** The same in figures: 14.10. */
    String figures(int days) {
        return DateTimeFormatter.ofPattern("dd.MM", Locale.ROOT).format(from(days));
    }

    private LocalDate from(int days) {
        return days <= 0 ? ago.get(-days) : ahead(days);
    }

    /** So many times evenly between two, within working hours. */
    List<Instant> between(Instant from, Instant until, int count) {
        double first = workday(from);
        double last = Math.max(first, workday(until));
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> instant(first + (last - first) * i / (count + 1)))
                .map(at -> at.isBefore(from) ? from : at.isAfter(until) ? until : at)
                .toList();
    }

    private double workday(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        int days = 0;
        while (ago.get(days).isAfter(local.toLocalDate())) {
            days++;
        }
        double part = (double) Duration.between(MORNING, local.toLocalTime()).toSeconds() / WORK.toSeconds();
        return Math.clamp(part, 0, 0.999) - days;
    }

    private Instant instant(double workday) {
        int days = (int) -Math.floor(workday);
        double part = workday + days;
        return ago.get(days)
                .atTime(MORNING)
                .atZone(ZONE)
                .plusSeconds((long) (part * WORK.toSeconds()))
                .toInstant();
    }
}
