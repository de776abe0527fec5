package openkitchen.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.id.ProjectId;
import openkitchen.insight.Answers;
import openkitchen.insight.Figures;
import openkitchen.insight.Spread;
import org.jspecify.annotations.Nullable;

/** Answer times as comma-separated values (RFC 4180), with the mark by which spreadsheets know UTF-8. */
final class AnswerTimesTable {

    private static final String UTF_8 = "\uFEFF";

    private AnswerTimesTable() {}

    static String of(AnswerTimesView shown) {
        Map<ProjectId, String> projects = shown.figures().projects().stream()
                .collect(Collectors.toMap(Figures.OfProject::project, Figures.OfProject::name));
        List<String> lines = new ArrayList<>();
        lines.add(line(Stream.of(
                        "month",
                        "person",
                        "project",
                        "answers",
                        "window_median",
                        "window_most",
                        "wall_median",
                        "wall_most",
                        "promised",
                        "kept",
                        "reopened",
                        "relayed")
                .map(column -> shown.visit().say("times.csv." + column))));
        for (Figures.OfBoth one : shown.figures().both()) {
            Answers answers = one.answers();
            lines.add(line(Stream.of(
                    shown.figures().month().toString(),
                    shown.name(one.person()),
                    projects.getOrDefault(one.project(), ""),
                    Integer.toString(answers.number()),
                    minutes(answers.window(), true),
                    minutes(answers.window(), false),
                    minutes(answers.wall(), true),
                    minutes(answers.wall(), false),
                    Integer.toString(answers.promised()),
                    Integer.toString(answers.kept()),
                    Integer.toString(answers.reopened()),
                    Integer.toString(answers.relayed()))));
        }
        return UTF_8 + String.join("", lines);
    }

    private static String minutes(@Nullable Spread spread, boolean median) {
        if (spread == null) {
            return "";
        }
        Duration time = median ? spread.median() : spread.most();
        return Long.toString(Math.round(time.toSeconds() / 60.0));
    }

    private static String line(Stream<String> cells) {
        return cells.map(AnswerTimesTable::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted where needed; what a spreadsheet would take for a formula is made a text. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
