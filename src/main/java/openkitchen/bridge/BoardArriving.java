package openkitchen.bridge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import openkitchen.board.Bringing;
import openkitchen.board.Brought;
import openkitchen.board.Colours;
import openkitchen.board.Column;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.board.Furnishing;
import openkitchen.bridge.Come.Kind;
import openkitchen.bridge.trello.TrelloEvent;
import openkitchen.bridge.trello.TrelloField;
import openkitchen.bridge.trello.TrelloLabel;
import openkitchen.bridge.trello.TrelloList;
import openkitchen.id.ColumnId;
import openkitchen.id.FieldId;
import openkitchen.id.LabelId;
import org.springframework.stereotype.Component;

/** Brings the board itself: its columns, labels and custom fields. */
@Component
class BoardArriving {

    /** Trello's colours for lists that it does not have for labels. */
    private static final Map<String, String> LIST_COLOURS =
            Map.of("teal", "sky", "magenta", "pink", "gray", "black", "grey", "black");

    private final Bringing bringing;
    private final Furnishing furnishing;
    private final Columns columns;

    BoardArriving(Bringing bringing, Furnishing furnishing, Columns columns) {
        this.bringing = bringing;
        this.furnishing = furnishing;
        this.columns = columns;
    }

    void arrive(Arrival arrival, Map<String, ColumnKind> kinds) {
        lists(arrival, kinds);
        labels(arrival);
        fields(arrival);
    }

    private void lists(Arrival arrival, Map<String, ColumnKind> kinds) {
        List<TrelloList> fresh = arrival.board.lists().stream()
                .filter(list -> !arrival.come.has(Kind.LIST, list.id()))
                .toList();
        List<ColumnId> ids = bringing.columns(
                arrival.pen,
                fresh.stream().map(list -> column(arrival, list, kinds)).toList());
        for (int i = 0; i < fresh.size(); i++) {
            arrival.come.note(Kind.LIST, fresh.get(i).id(), ids.get(i).value());
            arrival.tally.lists++;
            arrival.tally.archivedLists += fresh.get(i).archived() ? 1 : 0;
        }
        Map<ColumnId, Column> here = new HashMap<>();
        Stream.concat(columns.of(arrival.seat).stream(), columns.archived(arrival.seat).stream())
                .forEach(column -> here.put(column.id(), column));
        arrival.come.all(Kind.LIST).forEach((list, own) -> {
            Column column = here.get(new ColumnId(own));
            if (column != null) {
                arrival.columns.put(list, column);
            }
        });
    }

    private static Brought.OfColumn column(Arrival arrival, TrelloList list, Map<String, ColumnKind> kinds) {
        String colour = Objects.requireNonNullElse(list.color(), "");
        String known = LIST_COLOURS.getOrDefault(colour, colour);
        Instant archived = arrival.last(TrelloEvent.Kind.LIST_ARCHIVED, "listId", list.id());
        Instant latest = arrival.board.lastActivityAt();
        return new Brought.OfColumn(
                arrival.untitled(list.name()),
                kinds.getOrDefault(list.id(), ColumnGuess.of(list.name())),
                Colours.right(known) ? known : "",
                list.limit() != null && list.limit() > 0 ? list.limit() : null,
                !list.archived() ? null : archived != null ? archived : latest != null ? latest : arrival.pen.now());
    }

    private void labels(Arrival arrival) {
        List<TrelloLabel> fresh = arrival.board.labels().stream()
                .filter(label -> !arrival.come.has(Kind.LABEL, label.id()))
                .toList();
        List<LabelId> ids = bringing.labels(
                arrival.pen,
                fresh.stream()
                        .map(label -> new Brought.OfLabel(label.name(), colour(label)))
                        .toList());
        for (int i = 0; i < fresh.size(); i++) {
            arrival.come.note(Kind.LABEL, fresh.get(i).id(), ids.get(i).value());
            arrival.tally.labels++;
        }
    }

    private static String colour(TrelloLabel label) {
        String colour = Objects.requireNonNullElse(label.color(), "");
        return Colours.right(colour) ? colour : "";
    }

    private void fields(Arrival arrival) {
        List<TrelloField> fresh = arrival.board.fields().stream()
                .filter(field -> !arrival.come.has(Kind.FIELD, field.id()))
                .toList();
        List<Brought.OfField> brought = new ArrayList<>();
        for (TrelloField field : fresh) {
            brought.add(new Brought.OfField(
                    arrival.untitled(field.name()),
                    type(field),
                    field.options().stream().map(TrelloField.Option::text).toList(),
                    field.onFace()));
        }
        List<FieldId> ids = furnishing.fields(arrival.pen, brought);
        for (int i = 0; i < fresh.size(); i++) {
            arrival.come.note(Kind.FIELD, fresh.get(i).id(), ids.get(i).value());
            arrival.tally.fields++;
        }
    }

    private static String type(TrelloField field) {
        return switch (field.kind()) {
            case TEXT -> "text";
            case NUMBER -> "number";
            case DATE -> "date";
            case CHECKBOX -> "checkbox";
            case CHOICE -> "list";
        };
    }

    /** Ids of the archived lists over there. */
    static Set<String> archivedLists(Arrival arrival) {
        return Set.copyOf(arrival.board.lists().stream()
                .filter(TrelloList::archived)
                .map(TrelloList::id)
                .toList());
    }
}
