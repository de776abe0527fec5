package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import openkitchen.problem.Fault;
import openkitchen.problem.Invalid;
import openkitchen.window.Week;

/** The rows in which a week is set: some weekdays, from when, until when. As they were typed, right or wrong. */
public record WeekForm(List<Row> rows, List<String> wrongs) {

    private static final int MOST_ROWS = 7 * Week.MOST_A_DAY;

    /** Weekdays that have the same hours, typed as {@code 17:30}. */
    public record Row(Set<DayOfWeek> days, String from, String until) {

        public static final Row EMPTY = new Row(EnumSet.noneOf(DayOfWeek.class), "", "");

        boolean empty() {
            return days.isEmpty() && from.isBlank() && until.isBlank();
        }
    }

    static WeekForm of(Week week) {
        return new WeekForm(
                week.rows().stream()
                        .map(row -> new Row(
                                row.days(), row.from().toString(), row.until().toString()))
                        .toList(),
                List.of());
    }

    /** What was sent: {@code row} names the rows in order, {@code day-1}, {@code from-1} and {@code until-1} are of row 1. */
    static WeekForm sent(HttpServletRequest request) {
        return new WeekForm(
                values(request, "row")
                        .filter(row -> row.matches("\\d{1,4}"))
                        .limit(MOST_ROWS)
                        .map(row -> new Row(
                                days(values(request, "day-" + row)),
                                values(request, "from-" + row).findFirst().orElse(""),
                                values(request, "until-" + row).findFirst().orElse("")))
                        .filter(row -> !row.empty())
                        .toList(),
                List.of());
    }

    private static Stream<String> values(HttpServletRequest request, String name) {
        return Stream.of(Objects.requireNonNullElse(request.getParameterValues(name), new String[0]));
    }

    private static Set<DayOfWeek> days(Stream<String> codes) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        codes.forEach(code -> Stream.of(DayOfWeek.values())
                .filter(day -> code(day).equals(code))
                .forEach(days::add));
        return days;
    }

    public static String code(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    WeekForm wrong(Visit visit, Invalid invalid) {
        return new WeekForm(
                rows,
                invalid.faults().stream()
                        .map(fault -> Problems.sentence(visit, fault))
                        .distinct()
                        .toList());
    }

    /** @throws Invalid for a row without days or with what is no time of day */
    Week week() {
        List<Week.Row> read = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Row row : rows) {
            LocalTime from = time(row.from()).orElse(null);
            LocalTime until = time(row.until()).orElse(null);
            if (from == null || until == null) {
                faults.add(new Fault("windows", "error.window_time"));
            } else if (row.days().isEmpty()) {
                faults.add(new Fault("windows", "error.window_days", Map.of("window", from + "–" + until)));
            } else {
                read.add(new Week.Row(row.days(), from, until));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return Week.of(read);
    }

    private static Optional<LocalTime> time(String typed) {
        try {
            return typed.matches("\\d\\d:\\d\\d") ? Optional.of(LocalTime.parse(typed)) : Optional.empty();
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }
}
