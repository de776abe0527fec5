package openkitchen.reading;

import java.util.List;

/**
 * @param number from 1, as the spreadsheet shows it
 * @param cells as they are shown; empty ones at the end are left out
 */
public record Row(int number, List<String> cells) {

    /** The text of a column from 0, empty where the row has none. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
