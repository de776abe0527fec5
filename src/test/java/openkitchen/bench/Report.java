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

    /** Of what brings so many of something each time. */
    void figures(String what, Figures figures, int each, String unit, String goal) {
        add(new Row(what, rate(figures), "", "%s %s/s".formatted(whole(figures.perSecond() * each), unit), goal));
    }

    void times(String what, Figures figures, String goal) {
        add(new Row(what, "p50 %s, p99 %s".formatted(ms(figures.p50()), ms(figures.p99())), "", "", goal));
    }

    /** Of what takes seconds rather than milliseconds. */
    void lasting(String what, Figures figures, String goal) {
        add(new Row(what, seconds(figures.p50()), "", "", goal));
    }

    void beside(String what, String figure, String beside, String share, String goal) {
        add(new Row(what, figure, beside, share, goal));
    }

    /** How quickly so many megabytes came through. */
    void throughput(String what, int megabytes, Rounds.Compared compared, String best, String goal) {
        add(new Row(
                what,
                throughput(megabytes, compared.ours()),
                best + ": " + throughput(megabytes, compared.best()),
                "%.0f %%".formatted(100 * compared.share()),
                goal));
    }

    private static String throughput(int megabytes, Figures figures) {
        return "%.0f MB/s (%s)".formatted(megabytes * figures.perSecond(), seconds(figures.p50()));
    }

    private static String seconds(double milliseconds) {
        return "%.2f s".formatted(milliseconds / 1000);
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
        return "%s/s (p50 %s, p99 %s)".formatted(whole(figures.perSecond()), ms(figures.p50()), ms(figures.p99()));
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number).replace(',', ' ');
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
