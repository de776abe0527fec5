package openkitchen.bridge.trello;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A card with everything on it.
 *
 * @param number Trello's #N; not unique on boards that were made by copying
 * @param shortLink empty before 2015
 * @param name one line
 * @param description Markdown
 * @param archivedAt from the card (2025), else from the action that archived it, else null
 * @param votes how many voted, which is more than {@code voterIds} when the board hides who
 * @param mirrorOf for a mirror card the id of the card that it shows, maybe of another board
 * @param values by the custom field's id, in the fields' order
 * @param comments oldest first
 * @param commentsInTrello how many comments Trello counts on the card; null when the file does not say (2012)
 */
public record TrelloCard(
        String id,
        @Nullable Integer number,
        String shortLink,
        String url,
        String listId,
        String name,
        String description,
        boolean archived,
        @Nullable Instant archivedAt,
        Dates dates,
        List<String> labelIds,
        List<String> memberIds,
        List<String> voterIds,
        int votes,
        Role role,
        boolean template,
        @Nullable String mirrorOf,
        TrelloCover cover,
        @Nullable Place place,
        List<TrelloAttachment> attachments,
        List<TrelloChecklist> checklists,
        Map<String, TrelloValue> values,
        List<TrelloComment> comments,
        @Nullable Integer commentsInTrello,
        @Nullable Instant createdAt,
        @Nullable String creatorId,
        @Nullable Instant lastActivityAt) {

    /**
     * When, all independent of each other: a card may be done without having been due.
     *
     * @param reminderMinutes before the due date; null for none
     */
    public record Dates(
            @Nullable Instant start,
            @Nullable Instant due,
            @Nullable Integer reminderMinutes,
            boolean done,
            @Nullable Instant doneAt) {}

    public record Place(
            String name,
            String address,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude) {}

    public enum Role {
        PLAIN,
        SEPARATOR,
        /** Its name is an address. */
        LINK,
        /** Its name is the address of a board. */
        BOARD,
        /** Shows another card and has no content of its own. */
        MIRROR
    }
}
