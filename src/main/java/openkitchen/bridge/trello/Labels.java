package openkitchen.bridge.trello;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openkitchen.bridge.trello.Node.Identified;
import org.jspecify.annotations.Nullable;

/**
 * The board's labels: from its list; where it has none (until early 2015) from the cards, which carry copies, and from the
 * names that the board gives to colours.
 */
final class Labels {

    private final Map<String, TrelloLabel> byId = new LinkedHashMap<>();
    /** The first id of each colour and name. */
    private final Map<List<String>, String> byLook = new HashMap<>();

    private final Node board;
    private final Words words;
    private final Notes notes;

    Labels(Node board, Words words, Notes notes) {
        this.board = board;
        this.words = words;
        this.notes = notes;
        for (Identified label : board.identified("labels", notes)) {
            add(label.id(), words.name(label.node(), "name"), label.node().textOrNull("color"));
        }
        if (!board.hasArray("labels")) {
            board.objects("cards").forEach(this::of);
            addNamedColors(board.object("labelNames"));
        }
    }

    List<TrelloLabel> all() {
        return new ArrayList<>(byId.values());
    }

    @Nullable
    TrelloLabel byId(String id) {
        return byId.get(id);
    }

    /** The ids of a card's labels. A label that the board does not tell becomes one of the board. */
    List<String> of(Node card) {
        Set<String> ids = new LinkedHashSet<>();
        for (Node copy : card.objects("labels")) {
            ids.add(idOf(copy));
        }
        for (String id : card.texts("idLabels")) {
            ids.add(id);
            if (!byId.containsKey(id)) {
                notes.unknownLabels++;
                add(id, "", null);
            }
        }
        return List.copyOf(ids);
    }

    private String idOf(Node copy) {
        String color = copy.text("color");
        String id = copy.id();
        if (byId.containsKey(id)) {
            return id;
        }
        String name =
                words.name(copy.has("name") ? copy : board.object("labelNames"), copy.has("name") ? "name" : color);
        if (id.isEmpty()) {
            id = byLook.getOrDefault(List.of(color, name), "label:" + color + ":" + name);
        }
        add(id, name, color.isEmpty() ? null : color);
        return id;
    }

    /** A named colour is a label also while no card has it. */
    private void addNamedColors(Node names) {
        for (String color : names.keys()) {
            String name = words.name(names, color);
            if (!name.isEmpty() && !byLook.containsKey(List.of(color, name))) {
                add("label:" + color + ":" + name, name, color);
            }
        }
    }

    private void add(String id, String name, @Nullable String color) {
        byId.putIfAbsent(id, new TrelloLabel(id, name, color));
        byLook.putIfAbsent(List.of(color == null ? "" : color, name), id);
    }
}
