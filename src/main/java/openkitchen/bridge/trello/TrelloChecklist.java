package openkitchen.bridge.trello;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checklist of a card, its items in their order. */
public record TrelloChecklist(String id, String name, List<Item> items) {

    /**
     * A line to tick off.
     *
     * @param name Markdown of one line, may be a bare address of a card
     */
    public record Item(
            String id,
            String name,
            boolean done,
            @Nullable Instant due,
            @Nullable Integer reminderMinutes,
            @Nullable String memberId) {}
}
