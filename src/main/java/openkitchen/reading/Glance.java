package openkitchen.reading;

import java.util.List;

/**
 * What was read of a file, for where it stands among others.
 *
 * @param rows the first ones of a table's first sheet, below its header; none for what is no table
 * @param firstPage whether there is a picture of its first page
 */
public record Glance(Reading reading, List<Row> rows, boolean firstPage) {}
