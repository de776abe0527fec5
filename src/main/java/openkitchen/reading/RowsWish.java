package openkitchen.reading;

import java.util.Map;

/**
 * Which rows are wanted.
 *
 * @param from how many matching rows to pass over
 * @param count how many to give, at most {@value #MOST}
 * @param query some cell contains it; letter case does not matter, nor does ё or е; empty for all
 * @param filters by column from 0: the text that it contains
 */
public record RowsWish(int from, int count, String query, Map<Integer, String> filters) {

    public static final int MOST = 500;

    public RowsWish {
        from = Math.max(0, from);
        count = Math.clamp(count, 0, MOST);
        filters = Map.copyOf(filters);
    }

    public static RowsWish first(int count) {
        return new RowsWish(0, count, "", Map.of());
    }
}
