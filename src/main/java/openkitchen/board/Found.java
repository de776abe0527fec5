package openkitchen.board;

import java.util.LinkedHashMap;
import java.util.Map;
import openkitchen.id.CardId;
import openkitchen.id.ColumnId;

/** A card found for a change: what every event about it says of it. */
record Found(CardId id, int number, String title, ColumnId column, String rank, boolean archived) {

    /** Starts an event's data with what a reader needs when the card is gone. */
    Map<String, Object> told() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("n", number);
        data.put("title", title);
        return data;
    }
}
