package openkitchen.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of the result, said as they come and kept for the page. */
final class Report {

    /** One figure, what it is held against, and the goal for it; empty where there is none. */
    private record Row(String what, String figure, String beside, String share, String goal) {}

    /** Rows under a heading. */
    private record Part(String heading, List<Row> rows) {}

    private final List<Part> parts = new ArrayList<>();

    void part(String heading) {
        parts.add(new Part(heading, new ArrayList<>()));
        System.out.println("\n" + heading);
    }

    void row(String what, String figure, String goal) {
        add(new Row(what, figure, "", "", goal));
    }

    void figures(String what, Figures figures, String goal) {
        add(new Row(what, rate(figures), "", "", goal));
    }

    void times(String what, Figures figures, String goal) {
        add(new Row(what, "p50 %s, p99 %s".formatted(ms(figures.p50()), ms(figures.p99())), "", "", goal));
    }

    void compared(String what, Rounds.Compared compared, String best, String goal) {
        add(new Row(
                what,
                rate(compared.ours()),
                best + ": " + rate(compared.best()),
                "%.0f %%".formatted(100 * compared.share()),
                goal));
    }

    void growth(String what, Rounds.Compared compared) {
        growth(what, compared, "with 1 000 cards");
    }

    void growth(String what, Rounds.Compared compared, String beside) {
        add(new Row(
                what,
                "p50 %s, p99 %s"
                        .formatted(ms(compared.ours().p50()), ms(compared.ours().p99())),
                "%s: p50 %s, p99 %s"
                        .formatted(
                                beside,
                                ms(compared.best().p50()),
                                ms(compared.best().p99())),
                "× %.2f".formatted(compared.ours().p50() / compared.best().p50()),
                "≤ × 1.2"));
    }

    private static String rate(Figures figures) {
        return "%s/s (p50 %s, p99 %s)"
                .formatted(
                        String.format(Locale.ROOT, "%,.0f", figures.perSecond()).replace(',', ' '),
                        ms(figures.p50()),
                        ms(figures.p99()));
    }

    private static String ms(double milliseconds) {
        return milliseconds < 10 ? "%.2f ms".formatted(milliseconds) : "%.0f ms".formatted(milliseconds);
    }

    private void add(Row row) {
        parts.getLast().rows().add(row);
        System.out.printf(
                "  %-62s %-42s %-62s %-8s %s%n", row.what(), row.figure(), row.beside(), row.share(), row.goal());
    }

    /** The tables in Markdown. */
    String tables() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append("\n### ")
                    .append(part.heading())
                    .append("\n\n| what | measured | beside it | ratio | goal |\n| --- | --- | --- | --- | --- |\n");
            for (Row row : part.rows()) {
                text.append("| %s | %s | %s | %s | %s |\n"
                        .formatted(row.what(), row.figure(), row.beside(), row.share(), row.goal()));
            }
        }
        return text.toString();
    }
}
