package openkitchen.bridge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import openkitchen.board.Column;
import openkitchen.bridge.Come.Kind;
import openkitchen.bridge.trello.TrelloAttachment;
import openkitchen.bridge.trello.TrelloBoard;
import openkitchen.bridge.trello.TrelloCard;
import openkitchen.bridge.trello.TrelloEvent;
import openkitchen.bridge.trello.TrelloRewriting;
import openkitchen.history.EventKind;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import openkitchen.project.Seat;
import openkitchen.text.Words;
import org.jspecify.annotations.Nullable;

/** One board on its way into one project: what its parts need to know of each other. */
final class Arrival {

    final Seat seat;
    final Pen pen;
    final TrelloBoard board;
    final Come come;
    final Cast cast;
    final Words words;
    final Tally tally = new Tally();
    /** The cards that are in the project, by their ids over there. Those that were deleted or moved away here are not. */
    final Map<String, CardId> cards = new HashMap<>();

    final Map<String, Integer> numbers = new HashMap<>();
    final Set<String> freshCards = new HashSet<>();
    /** Cards that were here before and got something new. */
    final Set<CardId> touched = new HashSet<>();

    final Map<String, Column> columns = new HashMap<>();
    final Map<String, TrelloCard> byKey;
    private final TrelloRewriting rewriting;
    private final List<Telling> tellings = new ArrayList<>();

    private record Telling(
            String id,
            Instant at,
            @Nullable PersonId author,
            EventKind kind,
            @Nullable CardId card,
            Map<String, Object> data) {}

    Arrival(Seat seat, Pen pen, TrelloBoard board, Come come, Cast cast, Words words) {
        this.seat = seat;
        this.pen = pen;
        this.board = board;
        this.come = come;
        this.cast = cast;
        this.words = words;
        this.byKey = board.cardsByKey();
        this.rewriting = new TrelloRewriting(board, this::target, this::address, cast::mention);
    }

    private TrelloRewriting.@Nullable Target target(TrelloCard card) {
        Integer number = numbers.get(card.id());
        return number == null ? null : new TrelloRewriting.Target("#" + number, address(number));
    }

    private String address(int number) {
        return "/p/" + seat.key() + "/cards/" + number;
    }

    private @Nullable String address(TrelloAttachment.Upload upload) {
        OptionalLong own = come.own(Kind.ATTACHMENT, upload.id());
        return own.isEmpty() ? null : "/p/" + seat.key() + "/files/" + own.getAsLong();
    }

    /** The Markdown with links, files and mentions pointing to what is here; to be asked for when cards and files are known. */
    String here(String markdown) {
        return rewriting.markdown(markdown);
    }

    /** The address here of a card that another address means, null when it is not one of the board's. */
    @Nullable
    String cardAddress(String url) {
        TrelloRewriting.Target target = rewriting.card(url);
        return target == null ? null : target.url();
    }

    String untitled(String name) {
        return name.isBlank() ? words.say("import.untitled") : name;
    }

    /** What every event about a card says of it. */
    Map<String, Object> told(String card, String title) {
        Map<String, Object> data = new java.util.LinkedHashMap<>();
        Integer number = numbers.get(card);
        if (number != null) {
            data.put("n", number);
        }
        data.put("title", title);
        return data;
    }

    /** Notes an event for the timeline; {@code id} is what it is known by over there. */
    void tell(
            String id,
            Instant at,
            @Nullable PersonId author,
            EventKind kind,
            @Nullable CardId card,
            Map<String, Object> data) {
        tellings.add(new Telling(id, at, author, kind, card, data));
    }

    /** Writes the noted events, in the order in which they happened. */
    void write() {
        tellings.sort(Comparator.comparing(Telling::at));
        for (Telling telling : tellings) {
            long number = pen.writeForeign(
                    ImportRows.TRELLO, telling.at(), telling.author(), telling.kind(), telling.card(), telling.data());
            if (!come.has(Kind.EVENT, telling.id())) {
                come.note(Kind.EVENT, telling.id(), number);
            }
        }
    }

    /** When something of this kind last happened to a list or card. */
    @Nullable
    Instant last(TrelloEvent.Kind kind, String idDetail, String id) {
        Instant last = null;
        for (TrelloEvent event : board.events()) {
            if (event.kind() == kind && id.equals(idDetail.isEmpty() ? event.cardId() : event.detail(idDetail))) {
                last = event.at();
            }
        }
        return last;
    }
}
