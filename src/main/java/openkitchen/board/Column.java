package openkitchen.board;

import openkitchen.id.ColumnId;
import org.jspecify.annotations.Nullable;

/**
 * A column of a board.
 *
 * @param colour one of {@link Colours}, or empty
 * @param wipLimit how many cards it should hold at most, null for any
 */
public record Column(
        ColumnId id,
        String name,
        ColumnKind kind,
        String colour,
        @Nullable Integer wipLimit,
        String rank,
        boolean archived) {}
