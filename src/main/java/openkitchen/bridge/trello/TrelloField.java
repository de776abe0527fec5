package openkitchen.bridge.trello;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custom field of the board.
 *
 * @param options in their order; empty unless the kind is CHOICE
 * @param placeholder true when only values of it are in the file; it has no name then
 */
public record TrelloField(
        String id, String name, Kind kind, boolean onFace, List<Option> options, boolean placeholder) {

    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        CHECKBOX,
        CHOICE
    }

    /**
     * One of the texts to choose from.
     *
     * @param color Trello's name, null for none
     */
    public record Option(String id, String text, @Nullable String color) {}
}
