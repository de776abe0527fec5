package openkitchen.reading;

import java.util.List;

/**
 * The beginning of a table's first sheet.
 *
 * @param sheet counts only what is read by now when it is not {@code whole}
 */
public record First(Sheet sheet, List<Row> rows, boolean whole) {}
