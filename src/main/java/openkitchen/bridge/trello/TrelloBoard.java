package openkitchen.bridge.trello;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A board as its export tells it, whatever the year. All that is referred to by id within it is there: lists, labels,
 * members and custom fields that the file only mentions stand as placeholders. Names are one line, texts are Markdown with
 * LF line ends, both fit for PostgreSQL; addresses (URLs) are as in the file and may have any scheme.
 *
 * @param background as in the file: a colour's or pattern's name, a colour, a picture's address
 * @param lists in their order, archived ones among them
 * @param members those of the board first, then those who only occur in cards and actions
 * @param cards by list, and within it in their order; archived ones among them
 * @param fields in their order
 * @param events all actions except comments, oldest first
 */
public record TrelloBoard(
        String id,
        String shortLink,
        String url,
        String name,
        String description,
        boolean archived,
        @Nullable Instant archivedAt,
        @Nullable Instant createdAt,
        @Nullable String creatorId,
        @Nullable Instant lastActivityAt,
        Background background,
        List<TrelloList> lists,
        List<TrelloLabel> labels,
        List<TrelloMember> members,
        List<TrelloCard> cards,
        List<TrelloField> fields,
        List<TrelloEvent> events) {

    public record Background(
            @Nullable String name,
            @Nullable String color,
            @Nullable String picture) {}

    /** The cards by everything that {@link TrelloLink#cardKey} can make of an address. */
    public Map<String, TrelloCard> cardsByKey() {
        Map<String, TrelloCard> byKey = new LinkedHashMap<>();
        for (TrelloCard card : cards) {
            byKey.put(card.id(), card);
            if (!card.shortLink().isEmpty()) {
                byKey.putIfAbsent(card.shortLink(), card);
            }
            String key = TrelloLink.cardKey(card.url());
            if (key != null) {
                byKey.putIfAbsent(key, card);
            }
        }
        return byKey;
    }
}
