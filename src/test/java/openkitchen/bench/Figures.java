package openkitchen.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What was measured in one round, or of several the one in the middle; times in milliseconds. */
record Figures(double perSecond, double p50, double p99) {

    static Figures of(long[] nanos, double seconds) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Figures(sorted.length / seconds, quantile(sorted, 0.5), quantile(sorted, 0.99));
    }

    private static double quantile(long[] sorted, double part) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))] / 1e6;
    }

    /** By each figure for itself, the one in the middle. */
    static Figures median(List<Figures> rounds) {
        return new Figures(
                middle(rounds.stream().map(Figures::perSecond).toList()),
                middle(rounds.stream().map(Figures::p50).toList()),
                middle(rounds.stream().map(Figures::p99).toList()));
    }

    private static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        return sorted.get(sorted.size() / 2);
    }
}
