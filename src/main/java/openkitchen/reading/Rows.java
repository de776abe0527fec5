package openkitchen.reading;

import java.util.List;

/** @param total how many rows match, of which these are some */
public record Rows(int total, List<Row> rows) {}
