package openkitchen.site;

import java.util.List;

/** Rows under a common heading; an empty name for a table without groups. */
public record CardGroup(String name, List<CardRow> rows) {}
