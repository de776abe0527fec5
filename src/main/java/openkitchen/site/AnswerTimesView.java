package openkitchen.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openkitchen.id.PersonId;
import openkitchen.insight.AnswerTimes;
import openkitchen.insight.Answers;
import openkitchen.insight.Figures;
import openkitchen.insight.Spread;
import openkitchen.text.When;
import org.jspecify.annotations.Nullable;

/**
 * The page of answer times.
 *
 * @param project the key of the project that is looked at; empty for all
 * @param names of those who answered
 */
public record AnswerTimesView(
        Visit visit,
        When when,
        Figures figures,
        List<AnswerTimes.Choice> choices,
        String project,
        YearMonth now,
        Map<PersonId, String> names) {

    private static final int MONTHS_OFFERED = 24;

    public String name(PersonId person) {
        return names.getOrDefault(person, "");
    }

    /** The months to choose from, the latest first; the one shown is among them. */
    public List<YearMonth> months() {
        List<YearMonth> recent = Stream.iterate(now, month -> month.minusMonths(1))
                .limit(MONTHS_OFFERED)
                .toList();
        return recent.contains(figures.month())
                ? recent
                : Stream.concat(recent.stream(), Stream.of(figures.month())).toList();
    }

    /** {@code Ноябрь 2026}. */
    public String month(YearMonth month) {
        String name = month.getMonth()
                .getDisplayName(TextStyle.FULL_STANDALONE, visit.language().locale());
        return name.substring(0, 1).toUpperCase(visit.language().locale()) + name.substring(1) + " " + month.getYear();
    }

    /** The address of the table to take away. */
    public String table() {
        return "/answer-times.csv?month=" + figures.month()
                + (project.isEmpty() ? "" : "&project=" + URLEncoder.encode(project, StandardCharsets.UTF_8));
    }

    public String median(@Nullable Spread spread) {
        return spread == null ? "—" : length(spread.median());
    }

    public String most(@Nullable Spread spread) {
        return spread == null ? "—" : length(spread.most());
    }

    /** As exact as it is worth: minutes below ten hours, whole hours below a day, then days. */
    String length(Duration time) {
        if (time.toHours() < 10) {
            return when.hours(time);
        }
        if (time.toHours() < 24) {
            return when.hours(Duration.ofHours(Math.round(time.toMinutes() / 60.0)));
        }
        double days = Math.round(time.toHours() / 2.4) / 10.0;
        return visit.say("span.days", "count", days);
    }

    public String kept(Answers answers) {
        return answers.keptOfHundred().isEmpty()
                ? "—"
                : visit.say("times.percent", "count", answers.keptOfHundred().getAsInt());
    }

    public boolean anything() {
        return figures.all().number() > 0 || figures.client().number() > 0 || figures.raisedAgain() > 0;
    }

    public boolean anythingInTheYear() {
        return figures.year().stream()
                .anyMatch(
                        month -> month.answers().number() > 0 || month.client().number() > 0);
    }

    /** How much of the answer windows passed until an answer, month by month. */
    public TimesPlot windows() {
        return TimesPlot.spreads(
                this,
                figures.year().stream()
                        .map(month -> new TimesPlot.Spreads(
                                month.month(), month.answers().window()))
                        .toList());
    }

    /** How long either side was waited for, month by month. */
    public TimesPlot sides() {
        return TimesPlot.sides(
                this,
                figures.year().stream()
                        .map(month -> new TimesPlot.Sides(
                                month.month(),
                                month.answers().wall(),
                                month.client().wall()))
                        .toList());
    }

    /** Of a hundred, so much is a person's median of the longest one shown. */
    public int share(@Nullable Spread spread) {
        long longest = figures.people().stream()
                .map(person -> person.answers().window())
                .filter(known -> known != null)
                .mapToLong(known -> known.most().toSeconds())
                .max()
                .orElse(0);
        return spread == null || longest == 0 ? 0 : (int) (100 * spread.median().toSeconds() / longest);
    }

    /** The same of what nine of ten take. */
    public int shareOfMost(@Nullable Spread spread) {
        return spread == null ? 0 : share(new Spread(spread.most(), spread.most()));
    }
}
