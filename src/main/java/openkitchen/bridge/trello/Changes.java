package openkitchen.bridge.trello;

import java.util.List;
import java.util.Map;
import java.util.Set;
import openkitchen.bridge.trello.TrelloEvent.Kind;

/**
 * Tells what an {@code update…} action changed: the first of these keys that its {@code old} mentions, or, where there is
 * no {@code old} (2012), that can be seen from the rest.
 */
final class Changes {

    private static final List<String> OF_CARD = List.of(
            "idList",
            "closed",
            "name",
            "desc",
            "due",
            "start",
            "dueComplete",
            "idLabels",
            "idMembers",
            "dueReminder",
            "cover",
            "idAttachmentCover",
            "pos");
    private static final List<String> OF_LIST = List.of("closed", "name", "softLimit", "pos");
    private static final List<String> OF_BOARD = List.of("closed", "name", "desc");

    /** Never worth a word beside another change. */
    private static final Set<String> BESIDE = Set.of("idLabels", "idMembers", "cover", "idAttachmentCover", "idList");

    private final Node data;
    private final Map<String, String> details;

    Changes(Node data, Map<String, String> details) {
        this.data = data;
        this.details = details;
    }

    Kind ofCard() {
        Node card = data.object("card");
        return switch (main(OF_CARD, card)) {
            case "idList" -> Kind.CARD_MOVED;
            case "closed" -> card.isTrue("closed") ? Kind.CARD_ARCHIVED : Kind.CARD_RESTORED;
            case "name" -> Kind.CARD_RENAMED;
            case "desc" -> Kind.CARD_DESCRIBED;
            case "due" -> Kind.CARD_DUE;
            case "start" -> Kind.CARD_STARTS;
            case "dueComplete" -> card.isTrue("dueComplete") ? Kind.CARD_DONE : Kind.CARD_UNDONE;
            case "idLabels" -> Kind.CARD_LABELS;
            case "idMembers" -> Kind.CARD_MEMBERS;
            case "dueReminder" -> Kind.CARD_REMINDER;
            case "cover", "idAttachmentCover" -> Kind.CARD_COVER;
            case "pos" -> Kind.CARD_REORDERED;
            default -> unnamed(Kind.CARD_CHANGED);
        };
    }

    Kind ofList() {
        Node list = data.object("list");
        return switch (main(OF_LIST, list)) {
            case "closed" -> list.isTrue("closed") ? Kind.LIST_ARCHIVED : Kind.LIST_RESTORED;
            case "name" -> Kind.LIST_RENAMED;
            case "softLimit" -> Kind.LIST_LIMIT;
            case "pos" -> Kind.LIST_REORDERED;
            default -> unnamed(Kind.LIST_CHANGED);
        };
    }

    Kind ofBoard() {
        Node board = data.object("board");
        return switch (main(OF_BOARD, board)) {
            case "closed" -> board.isTrue("closed") ? Kind.BOARD_ARCHIVED : Kind.BOARD_RESTORED;
            case "name" -> Kind.BOARD_RENAMED;
            case "desc" -> Kind.BOARD_DESCRIBED;
            default -> unnamed(Kind.BOARD_CHANGED);
        };
    }

    Kind ofChecklist() {
        main(List.of("name"), data.object("checklist"));
        return Kind.CHECKLIST_RENAMED;
    }

    Kind ofField() {
        return main(List.of("name"), data.object("customField")).isEmpty()
                ? unnamed(Kind.FIELD_CHANGED)
                : Kind.FIELD_CHANGED;
    }

    Kind ofLabel() {
        main(List.of("name", "color"), data.object("label"));
        return Kind.LABEL_CHANGED;
    }

    /** Says by Trello's words what was changed, where we have none. */
    private Kind unnamed(Kind kind) {
        String changed = String.join(", ", data.object("old").keys());
        if (!changed.isEmpty()) {
            details.put("changed", changed);
        }
        return kind;
    }

    /** The key that the change is about, empty if none of these; notes it and the others in the details. */
    private String main(List<String> keys, Node changed) {
        Node old = data.object("old");
        String main = "";
        for (String key : keys) {
            if (main.isEmpty() && (old.mentions(key) || (old.keys().isEmpty() && plain(key, changed)))) {
                main = key;
            }
        }
        for (String key : old.keys()) {
            if (key.equals("pos")) {
                continue; // nobody reads positions
            }
            if (key.equals(main)) {
                note("from", key, old);
                note("to", key, changed);
            } else if (!BESIDE.contains(key)) {
                note("from." + key, key, old);
                note("to." + key, key, changed);
            }
        }
        if (old.keys().isEmpty() && !main.isEmpty()) {
            note("to", main, changed);
        }
        return main;
    }

    /** Without {@code old}: a move names both lists, the others bring the new value (a name is always there). */
    private boolean plain(String key, Node changed) {
        return key.equals("idList") ? data.has("listAfter") : !key.equals("name") && changed.has(key);
    }

    private void note(String detail, String key, Node node) {
        String value = key.equals("name") ? TrelloText.line(node.text(key)) : TrelloText.body(node.text(key));
        if (!value.isEmpty() && !key.equals("idList")) {
            details.put(detail, value);
        }
    }

    /** What is in one list of ids and not in the other. */
    static List<String> without(Node all, Node those, String key) {
        Set<String> gone = Set.copyOf(those.texts(key));
        return all.texts(key).stream().filter(id -> !gone.contains(id)).toList();
    }
}
