package openkitchen.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One look at each row of a sheet, for many rows that are sought in it at once. A value that a sought row has is looked up,
 * not compared, so that columns may have moved and many rows cost hardly more than one.
 */
final class RowSearch {

    private static final double ENOUGH = 0.6;
    private static final double ALIKE = 0.7;
    private static final int NEAR = 500;
    private static final int LONG_TEXT = 20;
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final List<Sought> sought = new ArrayList<>();
    private final Map<String, Value> values = new HashMap<>();
    private int looked;

    /** Where a value is sought, and where it was seen. */
    private static final class Value {
        private final List<Sought> by = new ArrayList<>();
        private int seenIn;
        private int rows;
        private int row;
    }

    private static final class Sought {

        private final int number;
        private final List<String> cells;
        private final int filled;
        private final String longest;
        private final Likeness words;
        private final Best exact = new Best();
        private final Best share = new Best();
        private final Best text = new Best();
        private int hits;

        Sought(RowFinder.Pin pin) {
            number = pin.oldNumber();
            cells = trimmed(pin.oldCells());
            filled = (int) cells.stream().filter(cell -> !cell.isEmpty()).count();
            longest = cells.stream().reduce("", (one, other) -> other.length() > one.length() ? other : one);
            words = new Likeness(longest);
        }
    }

    /** The best row so far, the nearest of several. */
    private static final class Best {

        private double score;
        private int row;
        private int distance;

        void offer(double offered, int number, int from) {
            int away = Math.abs(number - from);
            if (row == 0 || offered > score || (offered == score && away < distance)) {
                score = offered;
                row = number;
                distance = away;
            }
        }
    }

    RowSearch(List<RowFinder.Pin> pins) {
        for (RowFinder.Pin pin : pins) {
            Sought one = new Sought(pin);
            sought.add(one);
            for (String cell : one.cells) {
                if (!cell.isEmpty()) {
                    values.computeIfAbsent(cell, key -> new Value()).by.add(one);
                }
            }
        }
    }

    private static List<String> trimmed(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isBlank()) {
            size--;
        }
        return List.copyOf(cells.subList(0, size));
    }

    void look(Row row) {
        looked++;
        List<Sought> touched = new ArrayList<>();
        for (String cell : row.cells()) {
            Value value = cell.isEmpty() ? null : values.get(cell);
            if (value == null || value.seenIn == looked) {
                continue;
            }
            value.seenIn = looked;
            value.rows++;
            value.row = row.number();
            for (Sought one : value.by) {
                if (one.hits++ == 0) {
                    touched.add(one);
                }
            }
        }
        for (Sought one : touched) {
            double share = (double) one.hits / one.filled;
            one.hits = 0;
            if (share == 1 && trimmed(row.cells()).equals(one.cells)) {
                one.exact.offer(1, row.number(), one.number);
            } else if (share >= ENOUGH) {
                one.share.offer(share, row.number(), one.number);
            }
        }
        for (Sought one : sought) {
            if (one.exact.row == 0
                    && one.longest.length() >= LONG_TEXT
                    && Math.abs(row.number() - one.number) <= NEAR) {
                lookAtText(one, row);
            }
        }
    }

    private static void lookAtText(Sought one, Row row) {
        for (String cell : row.cells()) {
            if (cell.length() * 2 >= one.longest.length() && cell.length() <= one.longest.length() * 2) {
                double likeness = one.words.to(new Likeness(cell));
                if (likeness >= ALIKE) {
                    one.text.offer(likeness, row.number(), one.number);
                }
            }
        }
    }

    /** The number of the row for one of those sought. */
    Optional<Integer> found(int at) {
        Sought one = sought.get(at);
        if (one.exact.row > 0) {
            return Optional.of(one.exact.row);
        }
        Optional<Integer> named = identified(one, true);
        if (named.isPresent()) {
            return named;
        }
        if (one.share.row > 0) {
            return Optional.of(one.share.row);
        }
        return identified(one, false).or(() -> one.text.row > 0 ? Optional.of(one.text.row) : Optional.empty());
    }

    /** By a value that looks like a name and is in one row only: the first cell's, or that of any. */
    private Optional<Integer> identified(Sought one, boolean first) {
        for (String cell : one.cells) {
            if (cell.isEmpty()) {
                continue;
            }
            Value value = values.get(cell);
            if (value != null
                    && value.rows == 1
                    && cell.length() >= 3
                    && LETTER.matcher(cell).find()) {
                return Optional.of(value.row);
            }
            if (first) {
                break;
            }
        }
        return Optional.empty();
    }
}
