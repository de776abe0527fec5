package openkitchen.bridge.trello;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on the board, for a timeline. Comments are not among these, see {@link TrelloCard#comments()}.
 *
 * <p>{@code details} are texts in no language, each there only if the file has it: {@code from} and {@code to} for a
 * change of one value (a name, a text, a time, a list's name, {@code true}/{@code false}) with {@code fromId} and
 * {@code toId} for lists; {@code from.X} and {@code to.X} for what changed along with it; {@code list}, {@code listId},
 * {@code member}, {@code memberId}, {@code checklist}, {@code item}, {@code attachment}, {@code attachmentId},
 * {@code field}, {@code value}, {@code label}, {@code added} and {@code removed} (names, parted by commas),
 * {@code source} and {@code sourceId} (the card that was copied), {@code board} (the other one), {@code powerUp},
 * {@code workspace}, {@code role} (Trello's word), {@code url}, {@code changed} (Trello's keys, where the kind does not say).
 *
 * @param type Trello's own word
 * @param cardId may be of a card that is gone
 * @param cardName as it was called then; empty when not known
 */
public record TrelloEvent(
        String id,
        Kind kind,
        String type,
        Instant at,
        @Nullable String authorId,
        @Nullable String cardId,
        String cardName,
        Map<String, String> details) {

    /** A detail, empty when absent. */
    public String detail(String name) {
        return details.getOrDefault(name, "");
    }

    public enum Kind {
        CARD_CREATED,
        CARD_COPIED,
        CARD_MADE_OF_ITEM,
        CARD_MOVED,
        CARD_REORDERED,
        CARD_RENAMED,
        CARD_DESCRIBED,
        CARD_ARCHIVED,
        CARD_RESTORED,
        CARD_DELETED,
        CARD_CAME,
        CARD_LEFT,
        CARD_DUE,
        CARD_STARTS,
        CARD_DONE,
        CARD_UNDONE,
        CARD_REMINDER,
        CARD_LABELS,
        CARD_MEMBERS,
        CARD_COVER,
        CARD_CHANGED,
        CARD_VOTED,
        MEMBER_ADDED,
        MEMBER_REMOVED,
        ATTACHED,
        DETACHED,
        CHECKLIST_ADDED,
        CHECKLIST_RENAMED,
        CHECKLIST_REMOVED,
        ITEM_ADDED,
        ITEM_CHANGED,
        ITEM_DONE,
        ITEM_UNDONE,
        ITEM_REMOVED,
        VALUE_SET,
        FIELD_CREATED,
        FIELD_CHANGED,
        FIELD_DELETED,
        LIST_CREATED,
        LIST_RENAMED,
        LIST_REORDERED,
        LIST_ARCHIVED,
        LIST_RESTORED,
        LIST_LIMIT,
        LIST_CHANGED,
        LIST_CAME,
        LIST_LEFT,
        LABEL_CREATED,
        LABEL_CHANGED,
        LABEL_DELETED,
        BOARD_CREATED,
        BOARD_COPIED,
        BOARD_RENAMED,
        BOARD_DESCRIBED,
        BOARD_ARCHIVED,
        BOARD_RESTORED,
        BOARD_CHANGED,
        BOARD_WORKSPACE_ADDED,
        BOARD_WORKSPACE_REMOVED,
        BOARD_MEMBER_ADDED,
        BOARD_MEMBER_REMOVED,
        BOARD_MEMBER_INVITED,
        BOARD_MEMBER_ROLE,
        POWER_UP_ON,
        POWER_UP_OFF,
        /** A type that we do not know. */
        OTHER
    }
}
