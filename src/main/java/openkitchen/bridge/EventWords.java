package openkitchen.bridge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import openkitchen.board.CardKind;
import openkitchen.board.Column;
import openkitchen.bridge.Come.Kind;
import openkitchen.bridge.trello.TrelloEvent;
import openkitchen.history.EventKind;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Tells one event of Trello's as an event of ours, with the same data as our rooms write. What we have no kind for, and what
 * happened to cards that are gone, is told as {@link EventKind#FOREIGN}: {@code what} names the sentence
 * {@code foreign.<what>}, whose values are {@code title}, {@code name}, {@code from} and {@code to}.
 */
final class EventWords {

    private static final List<String> NAMES = List.of(
            "member", "field", "label", "list", "checklist", "attachment", "powerUp", "board", "workspace", "item");

    private static final List<String> OF_BOARD = List.of("LIST_", "LABEL_", "FIELD_", "BOARD_", "POWER_UP_", "OTHER");

    private final Arrival arrival;
    private final TrelloEvent event;
    private final @Nullable CardId card;
    private final String title;

    EventWords(Arrival arrival, TrelloEvent event, Map<String, String> names) {
        this.arrival = arrival;
        this.event = event;
        String id = event.cardId();
        this.card = id == null ? null : arrival.cards.get(id);
        String known = id == null ? "" : names.getOrDefault(id, "…");
        this.title = event.cardName().isEmpty() ? known : event.cardName();
    }

    void tell() {
        if (card == null && ofCard()) {
            foreign();
            return;
        }
        switch (event.kind()) {
            case CARD_CREATED, CARD_MADE_OF_ITEM -> made(EventKind.CARD_ADDED, Map.of());
            case CARD_COPIED -> copied();
            case CARD_MOVED ->
                tell(
                        EventKind.CARD_MOVED,
                        "to",
                        event.detail("to"),
                        "from",
                        event.detail("from"),
                        "to_kind",
                        kind(event.detail("toId")));
            case CARD_REORDERED -> tell(EventKind.CARD_PLACED, "to", event.detail("list"));
            case CARD_RENAMED -> renamed();
            case CARD_DESCRIBED -> tell(EventKind.CARD_DESCRIBED, "description", event.detail("to"));
            case CARD_ARCHIVED -> tell(EventKind.CARD_ARCHIVED);
            case CARD_RESTORED -> tell(EventKind.CARD_RESTORED);
            case CARD_DUE -> tell(EventKind.CARD_DATED, "start", "", "due", event.detail("to"));
            case CARD_STARTS -> tell(EventKind.CARD_DATED, "start", event.detail("to"), "due", "");
            case CARD_DONE -> tell(EventKind.CARD_DONE);
            case CARD_UNDONE -> tell(EventKind.CARD_UNDONE);
            case CARD_LABELS -> labels();
            case CARD_MEMBERS -> members();
            case MEMBER_ADDED -> person(EventKind.CARD_PERSON_ADDED);
            case MEMBER_REMOVED -> person(EventKind.CARD_PERSON_REMOVED);
            case ATTACHED -> attached();
            case DETACHED -> tell(EventKind.FILE_REMOVED, "file", event.detail("attachment"));
            case CHECKLIST_ADDED -> tell(EventKind.CHECKLIST_ADDED, "list", event.detail("checklist"));
            case CHECKLIST_RENAMED ->
                tell(EventKind.CHECKLIST_CHANGED, "list", event.detail("checklist"), "list_from", event.detail("from"));
            case CHECKLIST_REMOVED -> tell(EventKind.CHECKLIST_REMOVED, "list", event.detail("checklist"), "items", "");
            case ITEM_ADDED -> item(EventKind.ITEM_ADDED);
            case ITEM_CHANGED -> item(EventKind.ITEM_CHANGED);
            case ITEM_DONE -> item(EventKind.ITEM_DONE);
            case ITEM_UNDONE -> item(EventKind.ITEM_UNDONE);
            case ITEM_REMOVED -> item(EventKind.ITEM_REMOVED);
            case VALUE_SET ->
                tell(
                        EventKind.CARD_FIELD_SET,
                        "field",
                        event.detail("field"),
                        "value",
                        event.detail("to"),
                        "value_from",
                        event.detail("from"));
            case FIELD_CREATED -> plain(EventKind.FIELD_ADDED, "name", event.detail("field"));
            case LIST_CREATED -> column(EventKind.COLUMN_ADDED, "kind", kind(event.detail("listId")));
            case LIST_RENAMED -> column(EventKind.COLUMN_CHANGED, "name_from", event.detail("from"));
            case LIST_LIMIT ->
                column(EventKind.COLUMN_CHANGED, "limit_from", event.detail("from"), "limit", event.detail("to"));
            case LIST_REORDERED -> column(EventKind.COLUMN_MOVED);
            case LIST_ARCHIVED -> column(EventKind.COLUMN_ARCHIVED);
            case LIST_RESTORED -> column(EventKind.COLUMN_RESTORED);
            case LABEL_CREATED -> plain(EventKind.LABEL_ADDED, "name", event.detail("label"), "colour", "");
            case LABEL_CHANGED ->
                plain(
                        EventKind.LABEL_CHANGED,
                        "name_from",
                        event.detail("from"),
                        "name",
                        event.detail("label"),
                        "colour",
                        "");
            case LABEL_DELETED -> plain(EventKind.LABEL_REMOVED, "name", event.detail("label"), "colour", "");
            case CARD_DELETED,
                    CARD_CAME,
                    CARD_LEFT,
                    CARD_REMINDER,
                    CARD_COVER,
                    CARD_CHANGED,
                    CARD_VOTED,
                    FIELD_CHANGED,
                    FIELD_DELETED,
                    LIST_CHANGED,
                    LIST_CAME,
                    LIST_LEFT,
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
                    OTHER -> foreign();
        }
    }

    private boolean ofCard() {
        String kind = event.kind().name();
        return OF_BOARD.stream().noneMatch(kind::startsWith);
    }

    private void made(EventKind kind, Map<String, Object> more) {
        Map<String, Object> data = told();
        data.put("kind", CardKind.TASK.code());
        data.put("column", event.detail("list"));
        data.putAll(more);
        write(kind, data);
    }

    private void copied() {
        Integer source = arrival.numbers.get(event.detail("sourceId"));
        if (source == null) {
            made(EventKind.CARD_ADDED, Map.of());
        } else {
            made(EventKind.CARD_COPIED, Map.of("of", source));
        }
    }

    private void renamed() {
        Map<String, Object> data = told();
        if (!event.detail("to").isEmpty()) {
            data.put("title", event.detail("to"));
        }
        data.put("from", event.detail("from"));
        write(EventKind.CARD_TITLED, data);
    }

    private void labels() {
        boolean removed = event.type().equals("removeLabelFromCard");
        String added = removed ? "" : first(event.detail("added"), event.detail("label"));
        String gone = first(event.detail("removed"), removed ? event.detail("label") : "");
        if (!added.isEmpty()) {
            tell(EventKind.CARD_LABELLED, "label", added, "colour", "");
        }
        if (!gone.isEmpty()) {
            tell(EventKind.CARD_UNLABELLED, "label", gone, "colour", "");
        }
        if (added.isEmpty() && gone.isEmpty()) {
            foreign();
        }
    }

    private void members() {
        if (!event.detail("added").isEmpty()) {
            tell(EventKind.CARD_PERSON_ADDED, "name", event.detail("added"));
        }
        if (!event.detail("removed").isEmpty()) {
            tell(EventKind.CARD_PERSON_REMOVED, "name", event.detail("removed"));
        }
        if (event.detail("added").isEmpty() && event.detail("removed").isEmpty()) {
            foreign();
        }
    }

    private void person(EventKind kind) {
        Map<String, Object> data = told();
        PersonId mate = arrival.cast.mate(event.detail("memberId"));
        if (mate != null) {
            data.put("person", mate.value());
        }
        data.put("name", event.detail("member"));
        write(kind, data);
    }

    private void attached() {
        Map<String, Object> data = told();
        OptionalLong own = arrival.come.own(Kind.ATTACHMENT, event.detail("attachmentId"));
        if (own.isPresent()) {
            data.put("attachment", own.getAsLong());
        }
        data.put("file", event.detail("attachment"));
        write(EventKind.FILE_ATTACHED, data);
    }

    private void item(EventKind kind) {
        tell(kind, "list", event.detail("checklist"), "item", event.detail("item"));
    }

    private void column(EventKind kind, String... more) {
        Map<String, Object> data = new LinkedHashMap<>();
        OptionalLong own = arrival.come.own(Kind.LIST, event.detail("listId"));
        if (own.isPresent()) {
            data.put("column", own.getAsLong());
        }
        data.put("name", event.detail("list"));
        put(data, more);
        write(kind, data);
    }

    private void plain(EventKind kind, String... namesAndValues) {
        Map<String, Object> data = new LinkedHashMap<>();
        put(data, namesAndValues);
        write(kind, data);
    }

    private void tell(EventKind kind, String... namesAndValues) {
        Map<String, Object> data = told();
        put(data, namesAndValues);
        write(kind, data);
    }

    private void foreign() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("what", event.kind().name().toLowerCase(Locale.ROOT));
        String id = event.cardId();
        if (id != null) {
            data.putAll(arrival.told(id, title));
        } else {
            data.put("title", "");
        }
        data.put(
                "name",
                NAMES.stream()
                        .map(event::detail)
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse(""));
        data.put("from", event.detail("from"));
        data.put("to", event.detail("to"));
        if (event.kind() == TrelloEvent.Kind.OTHER) {
            data.put("name", event.type());
        }
        write(EventKind.FOREIGN, data);
    }

    private Map<String, Object> told() {
        return arrival.told(java.util.Objects.requireNonNullElse(event.cardId(), ""), title);
    }

    private static void put(Map<String, Object> data, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            data.put(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private void write(EventKind kind, Map<String, Object> data) {
        arrival.tell(event.id(), event.at(), arrival.cast.author(event.authorId()), kind, card, data);
    }

    private String kind(String list) {
        Column column = arrival.columns.get(list);
        return column == null ? "" : column.kind().code();
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
