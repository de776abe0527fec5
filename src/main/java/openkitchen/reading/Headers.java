package openkitchen.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Guesses from a sheet's first rows which of them names the columns, and how wide these want to be. */
final class Headers {

    private static final int LOOKED_AT = 30;
    private static final int NARROWEST = 4;
    private static final int WIDEST = 60;
    private static final int WIDEST_FOR_A_NAME = 24;
    private static final Pattern FIGURE = Pattern.compile("[-+−]?[\\d\\s.,:/%-]+");

    private Headers() {}

    /**
     * Which of the rows is the header: the first that has nearly as many cells as the others, most of them words, and
     * rows after it. -1 for none.
     */
    static int find(List<Row> rows) {
        List<Row> looked = rows.subList(0, Math.min(rows.size(), LOOKED_AT));
        int usual = looked.stream().mapToInt(Headers::filled).max().orElse(0);
        for (int at = 0; at < looked.size() - 1; at++) {
            int filled = filled(looked.get(at));
            if (filled * 5 >= usual * 3) {
                return words(looked.get(at)) * 5 >= filled * 4 ? at : -1;
            }
        }
        return -1;
    }

    private static int filled(Row row) {
        return (int) row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    private static int words(Row row) {
        return (int) row.cells().stream()
                .filter(cell -> !cell.isBlank() && !FIGURE.matcher(cell).matches())
                .count();
    }

    /** So that nine in ten of the cells fit. */
    static List<Integer> widths(List<String> header, List<Row> rows) {
        int columns = Math.max(
                header.size(),
                rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int at = column;
            int[] lengths = rows.stream()
                    .map(row -> row.cell(at))
                    .filter(cell -> !cell.isEmpty())
                    .mapToInt(Headers::longestLine)
                    .sorted()
                    .toArray();
            int usual = lengths.length == 0 ? 0 : lengths[(lengths.length - 1) * 9 / 10];
            int name = column < header.size() ? Math.min(longestLine(header.get(column)), WIDEST_FOR_A_NAME) : 0;
            widths.add(Math.clamp(Math.max(usual, name), NARROWEST, WIDEST));
        }
        return widths;
    }

    private static int longestLine(String text) {
        return Arrays.stream(text.split("\n")).mapToInt(String::length).max().orElse(0);
    }
}
