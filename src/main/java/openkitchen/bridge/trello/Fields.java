package openkitchen.bridge.trello;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openkitchen.bridge.trello.Node.Identified;
import openkitchen.bridge.trello.TrelloField.Kind;
import openkitchen.bridge.trello.TrelloField.Option;
import org.jspecify.annotations.Nullable;

/** The board's custom fields, and their values on cards. */
final class Fields {

    private final Map<String, TrelloField> byId = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, String> optionTexts = new HashMap<>();
    private final Words words;
    private final Notes notes;

    Fields(Node board, Words words, Notes notes) {
        this.words = words;
        this.notes = notes;
        for (Identified field : Order.byPositionAndId(board.identified("customFields", notes))) {
            Node node = field.node();
            byId.put(
                    field.id(),
                    new TrelloField(
                            field.id(),
                            words.name(node, "name"),
                            kind(node.text("type")),
                            node.object("display").isTrue("cardFront"),
                            options(node),
                            false));
        }
        for (Node card : board.objects("cards")) {
            for (Node item : card.objects("customFieldItems")) {
                addPlaceholder(item);
            }
        }
        byId.keySet().forEach(id -> places.put(id, places.size()));
    }

    List<TrelloField> all() {
        return new ArrayList<>(byId.values());
    }

    /** A card's values in the fields' order; none for a field that is not set. */
    Map<String, TrelloValue> valuesOf(Node card) {
        Map<String, TrelloValue> found = new HashMap<>();
        for (Node item : card.objects("customFieldItems")) {
            TrelloField field = byId.get(item.text("idCustomField"));
            TrelloValue value = value(item, field == null ? null : field.kind());
            if (field != null && value != null) {
                notes.orphanValues += field.placeholder() ? 1 : 0;
                notes.unreadableValues += readAs(field.kind(), value) ? 0 : 1;
                found.put(field.id(), value);
            }
        }
        Map<String, TrelloValue> inOrder = new LinkedHashMap<>();
        found.keySet().stream()
                .sorted(Comparator.comparing(places::get))
                .forEach(id -> inOrder.put(id, Objects.requireNonNull(found.get(id))));
        return inOrder;
    }

    /** The value of an item, or of an action that set one; null when it is not set. */
    @Nullable
    TrelloValue value(Node item, @Nullable Kind kind) {
        String option = item.text("idValue");
        if (!option.isEmpty()) {
            return new TrelloValue.Choice(option, optionTexts.getOrDefault(option, ""));
        }
        Node value = item.object("value");
        if (value.has("checked")) {
            return value.isTrue("checked") ? new TrelloValue.Checked() : null;
        }
        if (value.has("number")) {
            BigDecimal number = value.decimal("number");
            return number != null ? new TrelloValue.Numeric(number) : text(value, "number");
        }
        if (value.has("date")) {
            Instant date = value.time("date");
            return date != null ? new TrelloValue.Date(date) : text(value, "date");
        }
        if (value.has("text")) {
            return text(value, "text");
        }
        return kind == Kind.TEXT && item.has("value") ? text(item, "value") : null;
    }

    private @Nullable TrelloValue text(Node value, String key) {
        String text = words.body(value, key);
        return text.isEmpty() ? null : new TrelloValue.Text(text);
    }

    private void addPlaceholder(Node item) {
        String id = item.text("idCustomField");
        TrelloValue value = id.isEmpty() || byId.containsKey(id) ? null : value(item, null);
        if (value != null) {
            Kind kind = switch (value) {
                case TrelloValue.Text _ -> Kind.TEXT;
                case TrelloValue.Numeric _ -> Kind.NUMBER;
                case TrelloValue.Date _ -> Kind.DATE;
                case TrelloValue.Checked _ -> Kind.CHECKBOX;
                case TrelloValue.Choice _ -> Kind.CHOICE;
            };
            byId.put(id, new TrelloField(id, "", kind, false, List.of(), true));
        }
    }

    private static boolean readAs(Kind kind, TrelloValue value) {
        return switch (value) {
            case TrelloValue.Text _ -> kind == Kind.TEXT;
            case TrelloValue.Numeric _ -> kind == Kind.NUMBER;
            case TrelloValue.Date _ -> kind == Kind.DATE;
            case TrelloValue.Checked _ -> kind == Kind.CHECKBOX;
            case TrelloValue.Choice choice ->
                kind == Kind.CHOICE && !choice.text().isEmpty();
        };
    }

    private List<Option> options(Node field) {
        List<Option> options = new ArrayList<>();
        for (Identified option : Order.byPositionAndId(field.identified("options", notes))) {
            String text = words.name(option.node().object("value"), "text");
            String color = option.node().text("color");
            options.add(new Option(option.id(), text, color.isEmpty() || color.equals("none") ? null : color));
            optionTexts.put(option.id(), text);
        }
        return List.copyOf(options);
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "number" -> Kind.NUMBER;
            case "date" -> Kind.DATE;
            case "checkbox" -> Kind.CHECKBOX;
            case "list" -> Kind.CHOICE;
            default -> Kind.TEXT;
        };
    }
}
