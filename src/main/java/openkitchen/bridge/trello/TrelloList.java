package openkitchen.bridge.trello;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list (column).
 *
 * @param limit the most cards that it should hold
 * @param color Trello's name of the colour, since 2024
 * @param placeholder true when cards name it and the file does not hold it; it has no name then
 */
public record TrelloList(
        String id,
        String name,
        boolean archived,
        @Nullable Integer limit,
        @Nullable String color,
        @Nullable Instant createdAt,
        boolean placeholder) {}
