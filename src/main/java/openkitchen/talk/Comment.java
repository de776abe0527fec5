package openkitchen.talk;

import java.time.Instant;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said on a card.
 *
 * @param body Markdown; empty when it was deleted, for then only a mark is left
 * @param version counts the edits, from 1
 */
public record Comment(
        CommentId id,
        CardId card,
        CommentKind kind,
        PersonId author,
        @Nullable CommentId answers,
        String body,
        int version,
        Instant at,
        @Nullable Instant edited,
        @Nullable Instant deleted,
        @Nullable PersonId deletedBy) {}
