package openkitchen.site;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import openkitchen.insight.Spread;
import org.jspecify.annotations.Nullable;

/** Twelve months of times as bars, reckoned for an SVG of {@link #WIDTH} by {@link #HEIGHT}; the template only draws. */
public record TimesPlot(List<Bar> bars, List<Line> lines, List<Label> months) {

    public static final int WIDTH = 366;
    public static final int HEIGHT = 168;

    private static final int LEFT = 60;
    private static final int TOP = 10;
    private static final int FLOOR = 144;
    private static final int STEP = 25;

    /** Where a scale may end, in minutes. */
    private static final List<Long> ENDS = Stream.of(
                    Stream.of(10L, 20L, 30L, 60L, 120L, 180L, 240L, 360L, 480L, 720L),
                    Stream.of(1L, 2L, 3L, 4L, 6L, 8L, 10L, 14L, 20L, 30L, 60L, 120L, 365L)
                            .map(days -> days * 24 * 60))
            .flatMap(ends -> ends)
            .toList();

    /**
     * @param most where the thin line over it ends; its own top where there is none
     * @param side {@code agency} or {@code client}
     * @param says all of it in words
     */
    public record Bar(int x, int y, int width, int height, int most, String side, String says) {

        public int middle() {
            return x + width / 2;
        }
    }

    public record Line(int y, String label) {}

    public record Label(int x, String text) {}

    record Spreads(YearMonth month, @Nullable Spread spread) {}

    record Sides(
            YearMonth month,
            @Nullable Spread agency,
            @Nullable Spread client) {}

    /** A bar up to the median, and a thin line up to what nine of ten take. */
    static TimesPlot spreads(AnswerTimesView view, List<Spreads> months) {
        Scale scale = Scale.of(months.stream()
                .map(Spreads::spread)
                .filter(Objects::nonNull)
                .map(Spread::most)
                .toList());
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            Spread spread = months.get(i).spread();
            if (spread != null) {
                bars.add(bar(
                        LEFT + i * STEP + 5,
                        15,
                        scale,
                        spread.median(),
                        scale.y(spread.most()),
                        "agency",
                        view.visit()
                                .say(
                                        "times.plot.bar",
                                        "month",
                                        view.month(months.get(i).month()),
                                        "median",
                                        view.median(spread),
                                        "most",
                                        view.most(spread))));
            }
        }
        return new TimesPlot(
                bars,
                scale.lines(view),
                labels(view, months.stream().map(Spreads::month).toList()));
    }

    /** Two bars a month, up to the median of either side. */
    static TimesPlot sides(AnswerTimesView view, List<Sides> months) {
        Scale scale = Scale.of(months.stream()
                .flatMap(month -> Stream.of(month.agency(), month.client()))
                .filter(Objects::nonNull)
                .map(Spread::median)
                .toList());
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            side(view, bars, months.get(i).month(), months.get(i).agency(), scale, LEFT + i * STEP + 2, "agency");
            side(view, bars, months.get(i).month(), months.get(i).client(), scale, LEFT + i * STEP + 13, "client");
        }
        return new TimesPlot(
                bars,
                scale.lines(view),
                labels(view, months.stream().map(Sides::month).toList()));
    }

    private static void side(
            AnswerTimesView view,
            List<Bar> bars,
            YearMonth month,
            @Nullable Spread spread,
            Scale scale,
            int x,
            String side) {
        if (spread != null) {
            String says =
                    view.visit().say("times.plot." + side, "month", view.month(month), "median", view.median(spread));
            bars.add(bar(x, 10, scale, spread.median(), scale.y(spread.median()), side, says));
        }
    }

    private static Bar bar(int x, int width, Scale scale, Duration time, int most, String side, String says) {
        int y = Math.min(scale.y(time), FLOOR - 1);
        return new Bar(x, y, width, FLOOR - y, Math.min(most, y), side, says);
    }

    private static List<Label> labels(AnswerTimesView view, List<YearMonth> months) {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            labels.add(new Label(
                    LEFT + i * STEP + STEP / 2,
                    view.visit().say("month.short." + months.get(i).getMonthValue())));
        }
        return labels;
    }

    /** Times from the floor to the top of the plot. */
    private record Scale(long minutes) {

        static Scale of(List<Duration> times) {
            long longest = times.stream().mapToLong(Duration::toMinutes).max().orElse(0);
            return new Scale(
                    ENDS.stream().filter(end -> end >= longest).findFirst().orElse(longest));
        }

        int y(Duration time) {
            return FLOOR - (int) Math.round((double) (FLOOR - TOP) * time.toSeconds() / 60 / minutes);
        }

        List<Line> lines(AnswerTimesView view) {
            return Stream.of(minutes, minutes / 2)
                    .map(Duration::ofMinutes)
                    .map(time -> new Line(y(time), view.length(time)))
                    .toList();
        }
    }
}
