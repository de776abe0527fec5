package openkitchen.reading;

import java.util.List;

/**
 * What was read of a file, for where it stands among others.
 *
 * @param rows the first ones of a table's first sheet, below its header; none for what is no table
 */
public record Glance(Reading reading, List<Row> rows) {}
