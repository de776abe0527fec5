package openkitchen.bridge.trello;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a card.
 *
 * @param authorId who wrote it, also when somebody else copied the card later; null when the file does not say
 * @param at when it was written, not when it was copied
 */
public record TrelloComment(
        String id,
        String cardId,
        @Nullable String authorId,
        Instant at,
        @Nullable Instant editedAt,
        String text,
        boolean copied) {}
