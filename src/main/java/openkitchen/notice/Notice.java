package openkitchen.notice;

import java.time.Instant;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told about a card: all of it since they last looked in one.
 *
 * @param key the project's
 * @param number the card's
 * @param reason why they are told, of the latest
 * @param count how many things it gathers
 * @param at of the latest
 * @param actor who did it; null for the product itself
 * @param comment what it is about or what was said; null when that is gone, or there was none
 * @param words how what was said begins; may be empty
 * @param read when they saw it; null while it is news
 */
public record Notice(
        long id,
        String key,
        String project,
        int number,
        String title,
        Reason reason,
        int count,
        Instant at,
        @Nullable PersonId actor,
        @Nullable CommentId comment,
        String words,
        @Nullable Instant read) {}
