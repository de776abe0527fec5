package openkitchen.site;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.text.When;
import openkitchen.text.Words;
import openkitchen.window.Week;

/** A week of answer windows in few words: {@code пн–пт 11–12, 17–18}. */
public final class WeekWords {

    private WeekWords() {}

    /** One line for the days that are alike, in the order of their first day. */
    public static List<String> of(Words words, Week week) {
        Map<String, Set<DayOfWeek>> days = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String hours = week.on(day).stream()
                    .map(window -> When.hours(window.from(), window.until()))
                    .collect(Collectors.joining(", "));
            if (!hours.isEmpty()) {
                days.computeIfAbsent(hours, alike -> EnumSet.noneOf(DayOfWeek.class))
                        .add(day);
            }
        }
        return days.entrySet().stream()
                .map(line -> days(words, line.getValue()) + " " + line.getKey())
                .toList();
    }

    /** {@code пн–пт}, {@code Mon, Wed}. */
    private static String days(Words words, Set<DayOfWeek> days) {
        List<String> runs = new ArrayList<>();
        List<DayOfWeek> run = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (days.contains(day)) {
                run.add(day);
            }
            if (!run.isEmpty() && (!days.contains(day) || day == DayOfWeek.SUNDAY)) {
                runs.add(run(words, run));
                run.clear();
            }
        }
        return String.join(", ", runs);
    }

    private static String run(Words words, List<DayOfWeek> run) {
        return run.size() > 2
                ? shortName(words, run.getFirst()) + "–" + shortName(words, run.getLast())
                : run.stream().map(day -> shortName(words, day)).collect(Collectors.joining(", "));
    }

    /** {@code пн}, {@code Mon}. */
    public static String shortName(Words words, DayOfWeek day) {
        return words.say("weekday.short." + day.getValue());
    }
}
