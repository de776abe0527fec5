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
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import openkitchen.text.Language;

/**
 * The times of a story, counted from now in working days: {@code 12 10:30} is half past ten Moscow time twelve working days
 * ago, {@code 3h} and {@code 40m} are hours and minutes ago, {@code +4} is the end of the fourth working day from now.
 */
final class Days {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final Duration WORK = Duration.ofHours(9);
    private static final int FARTHEST = 400;

    private final Instant now;
    private final LocalDate today;
    /** The working day so many before today; today itself first, even on a weekend. */
    private final List<LocalDate> ago = new ArrayList<>();

    Days(Instant now) {
        this.now = now;
        this.today = now.atZone(ZONE).toLocalDate();
        ago.add(today);
        for (LocalDate day = today.minusDays(1); ago.size() <= FARTHEST; day = day.minusDays(1)) {
            if (working(day)) {
                ago.add(day);
            }
        }
    }

    private static boolean working(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
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
        boolean bare = words.get(1).matches("\\d+[hm]");
        int length = bare ? 1 : 2;
        Instant at = time(String.join(" ", words.subList(1, 1 + length)));
        return new Line(words.getFirst(), at, words.subList(1 + length, words.size()));
    }

    Instant time(String text) {
        String[] words = text.strip().split("\\s+");
        String day = words[0];
        if (day.matches("\\d+[hm]")) {
            long count = Long.parseLong(day.substring(0, day.length() - 1));
            return now.minus(day.endsWith("h") ? Duration.ofHours(count) : Duration.ofMinutes(count));
        }
        LocalTime hour = words.length > 1 ? LocalTime.parse(words[1]) : EVENING;
        return day(day).atTime(hour).atZone(ZONE).toInstant();
    }

    private LocalDate day(String text) {
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
