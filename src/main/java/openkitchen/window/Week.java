package openkitchen.window;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.problem.Fault;
import openkitchen.problem.Invalid;

/** The windows of every week, in their order from Monday on. */
public record Week(List<Window> windows) {

    public static final int MOST_A_DAY = 6;

    /** No window at all. */
    public static final Week EMPTY = new Week(List.of());

    /** The hours of everybody who has not set their own: 11–12 and 17–18 from Monday to Friday. */
    public static final Week USUAL = new Week(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
            .flatMap(day ->
                    Stream.of(11, 17).map(hour -> new Window(day, LocalTime.of(hour, 0), LocalTime.of(hour + 1, 0))))
            .toList());

    private static final int WEEK = 7 * 24 * 60;

    public Week {
        windows = windows.stream()
                .sorted(Comparator.comparingInt(Window::start).thenComparingInt(Window::end))
                .toList();
    }

    public boolean isEmpty() {
        return windows.isEmpty();
    }

    /** Those that begin on that weekday, in order. */
    public List<Window> on(DayOfWeek day) {
        return windows.stream().filter(window -> window.day() == day).toList();
    }

    /**
     * Holds it against the rules: each window is of some length, none overlaps another (also from Sunday into Monday), and
     * there are not too many on a day.
     *
     * @throws Invalid with a sentence for each thing that is wrong; for what is wrong alike on several days, of the first
     */
    public void check() {
        List<Fault> faults = new ArrayList<>();
        Set<List<String>> told = new HashSet<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (on(day).size() > MOST_A_DAY) {
                faults.add(fault("error.window_too_many", Map.of("day", code(day), "limit", MOST_A_DAY)));
            }
        }
        for (Window window : windows) {
            boolean tooShort =
                    window.from().equals(window.until()) || window.length().compareTo(Window.SHORTEST) < 0;
            if (tooShort && told.add(List.of(window.hours()))) {
                faults.add(fault(
                        "error.window_short",
                        Map.of(
                                "day",
                                code(window.day()),
                                "window",
                                window.hours(),
                                "limit",
                                Window.SHORTEST.toMinutes())));
            }
        }
        faults.addAll(overlaps(told));
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private List<Fault> overlaps(Set<List<String>> told) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < windows.size() && windows.size() > 1; i++) {
            boolean last = i == windows.size() - 1;
            Window one = windows.get(i);
            Window next = windows.get(last ? 0 : i + 1);
            boolean overlap = one.end() > next.start() + (last ? WEEK : 0);
            if (overlap && told.add(List.of(one.hours(), next.hours()))) {
                faults.add(fault(
                        "error.window_overlap",
                        Map.of("day", code(next.day()), "one", one.hours(), "other", next.hours())));
            }
        }
        return faults;
    }

    private static Fault fault(String key, Map<String, Object> values) {
        return new Fault("windows", key, values);
    }

    private static String code(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    /** The same hours on several weekdays, as people set them and read them. */
    public record Row(Set<DayOfWeek> days, LocalTime from, LocalTime until) {}

    /** The week with what is alike on several days put together, by the hour. */
    public List<Row> rows() {
        record Hours(LocalTime from, LocalTime until) {}
        return windows.stream()
                .collect(Collectors.groupingBy(
                        window -> new Hours(window.from(), window.until()),
                        Collectors.mapping(
                                Window::day, Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)))))
                .entrySet()
                .stream()
                .map(entry -> new Row(
                        entry.getValue(), entry.getKey().from(), entry.getKey().until()))
                .sorted(Comparator.comparing(Row::from).thenComparing(Row::until))
                .toList();
    }

    public static Week of(List<Row> rows) {
        return new Week(rows.stream()
                .flatMap(row -> row.days().stream().map(day -> new Window(day, row.from(), row.until())))
                .toList());
    }

    @Override
    public String toString() {
        return windows.stream().map(Window::toString).collect(Collectors.joining(", "));
    }
}
