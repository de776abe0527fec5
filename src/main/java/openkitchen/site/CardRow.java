package openkitchen.site;

import java.time.Instant;
import openkitchen.board.Face;

/**
 * A card as a row of a table.
 *
 * @param column the name of its column
 * @param changed when something of it was changed last
 */
public record CardRow(Face face, String column, Instant changed) {}
