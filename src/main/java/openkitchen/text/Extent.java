package openkitchen.text;

/**
 * How much of what costs time to read is in a text, counted before it is read.
 *
 * @param lines the number of its lines; a parser may look back at all lines of a paragraph for each of them
 * @param marks the number of marks that open or close emphasis and links, of which each may have to find its fellow
 * @param bars the most {@code |} on one line; each row of a table is filled up to the width of its head, so that a
 *     small text can become a huge table
 */
record Extent(int lines, int marks, int bars) {

    private static final int MOST_LINES = 5_000;
    private static final int MOST_MARKS = 8_000;
    private static final int MOST_TABLE_CELLS = 10_000;

    static Extent of(String text) {
        int lines = 1;
        int marks = 0;
        int bars = 0;
        int barsOnLine = 0;
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n', '\r' -> {
                    lines += c == '\n' && before == '\r' ? 0 : 1;
                    barsOnLine = 0;
                }
                case '|' -> bars = Math.max(bars, ++barsOnLine);
                case '[', ']', '`' -> marks++;
                case '*', '_', '~' -> marks += c == before ? 0 : 1;
                default -> {}
            }
            before = c;
        }
        return new Extent(lines, marks, bars);
    }

    boolean isBeyondSense() {
        return lines > MOST_LINES || marks > MOST_MARKS;
    }

    boolean hasTooGreatTables() {
        return (long) lines * bars > MOST_TABLE_CELLS;
    }
}
