package openkitchen.reading;

import java.util.List;

/**
 * One sheet of a table. A CSV file is one sheet without a name.
 *
 * @param rows how many there are below the header, empty ones not counted
 * @param columns the cells of the longest row
 * @param header a name per column, some empty; no names when there is no header
 * @param headerRow the header's row number from 1, 0 for none
 * @param widths a guess in characters per column, 4 to 60
 */
public record Sheet(String name, int rows, int columns, List<String> header, int headerRow, List<Integer> widths) {}
