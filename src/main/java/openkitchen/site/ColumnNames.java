package openkitchen.site;

/** Columns without a name are called as spreadsheets call them. */
final class ColumnNames {

    private ColumnNames() {}

    /** A for 0, Z for 25, AA for 26 … */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
