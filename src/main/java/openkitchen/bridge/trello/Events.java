package openkitchen.bridge.trello;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import openkitchen.bridge.trello.Actions.Action;
import openkitchen.bridge.trello.TrelloEvent.Kind;

/** The actions as events: what kind of thing happened, and what one needs to know to tell it. */
final class Events {

    private final Actions actions;
    private final Labels labels;
    private final Fields fields;
    private final People people;

    Events(Actions actions, Labels labels, Fields fields, People people) {
        this.actions = actions;
        this.labels = labels;
        this.fields = fields;
        this.people = people;
    }

    List<TrelloEvent> oldestFirst() {
        return actions.all().stream()
                .filter(action -> !action.comments())
                .map(this::event)
                .toList();
    }

    private TrelloEvent event(Action action) {
        Node data = action.data();
        Map<String, String> details = new TreeMap<>();
        Kind kind = kind(action.type(), data, new Changes(data, details));
        where(data, details);
        what(data, details);
        whom(action, details);
        value(data, details);
        String card = action.cardId();
        return new TrelloEvent(
                action.id(),
                kind,
                action.type(),
                action.at(),
                action.authorId(),
                card.isEmpty() ? null : card,
                TrelloText.line(data.object("card").text("name")),
                Map.copyOf(details));
    }

    private static Kind kind(String type, Node data, Changes changes) {
        return switch (type) {
            case "createCard", "emailCard" -> Kind.CARD_CREATED;
            case "copyCard" -> Kind.CARD_COPIED;
            case "convertToCardFromCheckItem" -> Kind.CARD_MADE_OF_ITEM;
            case "updateCard" -> changes.ofCard();
            case "deleteCard" -> Kind.CARD_DELETED;
            case "moveCardToBoard" -> Kind.CARD_CAME;
            case "moveCardFromBoard" -> Kind.CARD_LEFT;
            case "voteOnCard" -> Kind.CARD_VOTED;
            case "addLabelToCard", "removeLabelFromCard" -> Kind.CARD_LABELS;
            case "addMemberToCard" -> Kind.MEMBER_ADDED;
            case "removeMemberFromCard" -> Kind.MEMBER_REMOVED;
            case "addAttachmentToCard" -> Kind.ATTACHED;
            case "deleteAttachmentFromCard" -> Kind.DETACHED;
            case "addChecklistToCard", "copyChecklist" -> Kind.CHECKLIST_ADDED;
            case "updateChecklist" -> changes.ofChecklist();
            case "removeChecklistFromCard" -> Kind.CHECKLIST_REMOVED;
            case "createCheckItem" -> Kind.ITEM_ADDED;
            case "updateCheckItem" -> Kind.ITEM_CHANGED;
            case "deleteCheckItem" -> Kind.ITEM_REMOVED;
            case "updateCheckItemStateOnCard" ->
                data.object("checkItem").text("state").equals("complete") ? Kind.ITEM_DONE : Kind.ITEM_UNDONE;
            case "updateCustomFieldItem" -> Kind.VALUE_SET;
            case "createCustomField" -> Kind.FIELD_CREATED;
            case "updateCustomField" -> changes.ofField();
            case "deleteCustomField" -> Kind.FIELD_DELETED;
            case "createList" -> Kind.LIST_CREATED;
            case "updateList" -> changes.ofList();
            case "moveListToBoard" -> Kind.LIST_CAME;
            case "moveListFromBoard" -> Kind.LIST_LEFT;
            case "createLabel" -> Kind.LABEL_CREATED;
            case "updateLabel" -> changes.ofLabel();
            case "deleteLabel" -> Kind.LABEL_DELETED;
            case "createBoard" -> Kind.BOARD_CREATED;
            case "copyBoard" -> Kind.BOARD_COPIED;
            case "updateBoard" -> changes.ofBoard();
            case "addToOrganizationBoard" -> Kind.BOARD_WORKSPACE_ADDED;
            case "removeFromOrganizationBoard" -> Kind.BOARD_WORKSPACE_REMOVED;
            case "addMemberToBoard" -> Kind.BOARD_MEMBER_ADDED;
            case "removeMemberFromBoard" -> Kind.BOARD_MEMBER_REMOVED;
            case "unconfirmedBoardInvitation" -> Kind.BOARD_MEMBER_INVITED;
            case "makeAdminOfBoard", "makeNormalMemberOfBoard", "makeObserverOfBoard" -> Kind.BOARD_MEMBER_ROLE;
            case "enablePlugin", "enablePowerUp" -> Kind.POWER_UP_ON;
            case "disablePlugin", "disablePowerUp" -> Kind.POWER_UP_OFF;
            default -> Kind.OTHER;
        };
    }

    private static void where(Node data, Map<String, String> details) {
        named(details, "list", data.object("list"));
        named(details, "from", data.object("listBefore"));
        named(details, "to", data.object("listAfter"));
        named(details, "source", data.object("cardSource"));
        named(details, "board", data.object("boardSource"));
        named(details, "board", data.object("boardTarget"));
        put(details, "workspace", data.object("organization").text("name"));
    }

    private static void what(Node data, Map<String, String> details) {
        put(details, "checklist", data.object("checklist").text("name"));
        put(details, "item", data.object("checkItem").text("name"));
        named(details, "attachment", data.object("attachment"));
        put(details, "url", data.object("attachment").text("url"));
        Node label = data.object("label");
        put(details, "label", label.text("name").isEmpty() ? label.text("color") : label.text("name"));
        Node powerUp = data.object("plugin");
        put(details, "powerUp", powerUp.text("name").isEmpty() ? data.text("value") : powerUp.text("name"));
    }

    private void whom(Action action, Map<String, String> details) {
        Node data = action.data();
        String id = first(
                action.node().object("member").id(),
                data.text("idMember"),
                data.text("idMemberAdded"),
                data.text("idMemberInvited"),
                data.object("member").id());
        if (action.type().contains("Member") || action.type().contains("Invitation")) {
            put(details, "memberId", id);
            put(details, "member", first(people.name(id), data.object("member").text("name")));
            put(details, "role", data.text("memberType"));
        }
        both(data, "idLabels", details, this::labelName);
        both(data, "idMembers", details, people::name);
    }

    private void value(Node data, Map<String, String> details) {
        put(details, "field", data.object("customField").text("name"));
        TrelloValue now = fields.value(data.object("customFieldItem"), null);
        TrelloValue before = fields.value(data.object("old"), null);
        put(details, "value", now == null ? "" : now.shown());
        if (data.has("customFieldItem")) {
            put(details, "from", before == null ? "" : before.shown());
            put(details, "to", now == null ? "" : now.shown());
        }
    }

    private String labelName(String id) {
        TrelloLabel label = labels.byId(id);
        if (label == null) {
            return "";
        }
        return label.name().isEmpty() ? Objects.requireNonNullElse(label.color(), "") : label.name();
    }

    private static void both(Node data, String key, Map<String, String> details, UnaryOperator<String> name) {
        Node old = data.object("old");
        if (old.mentions(key)) {
            put(details, "added", names(Changes.without(data.object("card"), old, key), name));
            put(details, "removed", names(Changes.without(old, data.object("card"), key), name));
        }
    }

    private static String names(List<String> ids, UnaryOperator<String> name) {
        return ids.stream().map(name).filter(one -> !one.isEmpty()).collect(Collectors.joining(", "));
    }

    private static void named(Map<String, String> details, String detail, Node thing) {
        put(details, detail, thing.text("name"));
        put(details, detail + "Id", thing.id());
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static void put(Map<String, String> details, String detail, String text) {
        String line = TrelloText.line(text);
        if (!line.isEmpty()) {
            details.put(detail, line);
        }
    }
}
