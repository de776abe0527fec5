package openkitchen.reading;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows as numbers, so that many can be compared in little memory.
 *
 * @param columns which of the row's columns count, in the order in which they are compared; null for all as they are
 */
record CellHash(int @Nullable [] columns) {

    long row(Row row) {
        long hash = 0;
        int size = size(row);
        for (int at = 0; at < size; at++) {
            long cell = cell(text(row, at));
            hash += cell == 0 ? 0 : mixed(cell + 31L * (at + 1));
        }
        return hash;
    }

    /** One for each cell that counts, 0 for an empty one, without empty ones at the end. */
    long[] cells(Row row) {
        long[] cells = new long[size(row)];
        int used = 0;
        for (int at = 0; at < cells.length; at++) {
            cells[at] = cell(text(row, at));
            used = cells[at] == 0 ? used : at + 1;
        }
        return Arrays.copyOf(cells, used);
    }

    private int size(Row row) {
        return columns == null ? row.cells().size() : columns.length;
    }

    String text(Row row, int at) {
        return row.cell(columns == null ? at : columns[at]);
    }

    /** Not the usual hash of a text: for that one it is easy to find two that are the same. */
    private static long cell(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        return mixed(hash) | 1;
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
