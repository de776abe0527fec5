package openkitchen.bridge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.board.Bringing;
import openkitchen.board.Brought;
import openkitchen.board.Colours;
import openkitchen.board.Label;
import openkitchen.board.Labels;
import openkitchen.bridge.Come.Kind;
import openkitchen.bridge.trello.TrelloCard;
import openkitchen.bridge.trello.TrelloCover;
import openkitchen.bridge.trello.TrelloEvent;
import openkitchen.id.CardId;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings the cards: first their places and marks, and, when all cards and files are known, their words. */
@Component
class CardsArriving {

    private final Bringing bringing;
    private final Labels labels;

    CardsArriving(Bringing bringing, Labels labels) {
        this.bringing = bringing;
        this.labels = labels;
    }

    void arrive(Arrival arrival) {
        List<TrelloCard> fresh = arrival.board.cards().stream()
                .filter(card -> !arrival.come.has(Kind.CARD, card.id()))
                .toList();
        meet(arrival);
        List<Integer> numbers = bringing.numbers(
                arrival.pen,
                fresh.stream()
                        .<@Nullable Integer>map(TrelloCard::number)
                        .collect(Collectors.toCollection(ArrayList::new)));
        Set<LabelId> known = labels.of(arrival.seat).stream().map(Label::id).collect(Collectors.toSet());
        Marks marks = new Marks(arrival);
        List<Brought.OfCard> brought = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            brought.add(card(arrival, fresh.get(i), numbers.get(i), known, marks));
        }
        List<CardId> ids = bringing.cards(arrival.pen, brought);
        Set<String> archivedLists = BoardArriving.archivedLists(arrival);
        for (int i = 0; i < fresh.size(); i++) {
            TrelloCard card = fresh.get(i);
            arrival.come.note(Kind.CARD, card.id(), ids.get(i).value());
            arrival.cards.put(card.id(), ids.get(i));
            arrival.numbers.put(card.id(), numbers.get(i));
            arrival.freshCards.add(card.id());
            count(arrival, card, numbers.get(i), archivedLists.contains(card.listId()));
        }
    }

    /** Finds again what came before and is still here. */
    private void meet(Arrival arrival) {
        Map<String, Long> before = arrival.come.all(Kind.CARD);
        Map<CardId, Integer> there = bringing.there(
                arrival.pen, before.values().stream().map(CardId::new).toList());
        before.forEach((id, own) -> {
            Integer number = there.get(new CardId(own));
            if (number != null) {
                arrival.cards.put(id, new CardId(own));
                arrival.numbers.put(id, number);
            }
        });
    }

    private static void count(Arrival arrival, TrelloCard card, int number, boolean inArchivedList) {
        Tally tally = arrival.tally;
        tally.cards++;
        tally.archivedCards += card.archived() ? 1 : 0;
        tally.openCardsInArchivedLists += !card.archived() && inArchivedList ? 1 : 0;
        tally.votes += card.votes();
        if (!Objects.equals(card.number(), number)) {
            tally.renumbered.add(new ImportReport.Renumbered(card.number(), number, card.name()));
        }
    }

    /** When cards were archived and done, as far as the actions tell. */
    private static final class Marks {

        final Map<String, Instant> done = new HashMap<>();

        Marks(Arrival arrival) {
            for (TrelloEvent event : arrival.board.events()) {
                if (event.kind() == TrelloEvent.Kind.CARD_DONE && event.cardId() != null) {
                    done.put(event.cardId(), event.at());
                }
            }
        }
    }

    private static Brought.OfCard card(Arrival arrival, TrelloCard card, int number, Set<LabelId> known, Marks marks) {
        Instant created = card.createdAt() != null
                ? card.createdAt()
                : arrival.board.createdAt() != null ? arrival.board.createdAt() : arrival.pen.now();
        Instant latest = card.lastActivityAt() != null ? card.lastActivityAt() : created;
        Instant doneAt = card.dates().doneAt() != null ? card.dates().doneAt() : marks.done.get(card.id());
        Set<LabelId> labels = card.labelIds().stream()
                .filter(label -> arrival.come.has(Kind.LABEL, label))
                .map(label -> new LabelId(arrival.come.own(Kind.LABEL, label).getAsLong()))
                .filter(known::contains)
                .collect(Collectors.toSet());
        Set<PersonId> people = new HashSet<>();
        for (String member : card.memberIds()) {
            PersonId mate = arrival.cast.mate(member);
            if (mate != null) {
                people.add(mate);
            }
        }
        return new Brought.OfCard(
                number,
                Objects.requireNonNull(arrival.columns.get(card.listId())).id(),
                title(card),
                card.dates().start(),
                card.dates().due(),
                !card.dates().done() ? null : doneAt != null ? doneAt : latest,
                colour(card.cover()),
                created,
                arrival.cast.author(card.creatorId()),
                !card.archived() ? null : card.archivedAt() != null ? card.archivedAt() : latest,
                labels,
                people);
    }

    /** Trello takes no card without a name; should one come, it is called what it is called in addresses. */
    static String title(TrelloCard card) {
        return !card.name().isBlank() ? card.name() : card.shortLink().isEmpty() ? "…" : card.shortLink();
    }

    private static @Nullable String colour(TrelloCover cover) {
        return cover instanceof TrelloCover.Color(String color, boolean full) && Colours.right(color) ? color : null;
    }

    /** The cards' words, in which cards, files and people are called by what they are here. */
    void write(Arrival arrival) {
        List<Brought.OfText> texts = new ArrayList<>();
        for (TrelloCard card : arrival.board.cards()) {
            CardId id = arrival.cards.get(card.id());
            if (id != null && arrival.freshCards.contains(card.id())) {
                texts.add(new Brought.OfText(id, title(card), arrival.here(card.description()), source(arrival, card)));
            }
        }
        bringing.texts(arrival.pen, texts);
    }

    /** What has no place of its own here. */
    private static Map<String, Object> source(Arrival arrival, TrelloCard card) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("from", ImportRows.TRELLO);
        source.put("id", card.id());
        put(source, "number", card.number());
        put(source, "shortLink", card.shortLink());
        put(source, "url", card.url());
        put(source, "reminderMinutes", card.dates().reminderMinutes());
        if (card.votes() > 0) {
            source.put("votes", card.votes());
            put(
                    source,
                    "voters",
                    card.voterIds().stream()
                            .map(arrival.cast::nameOf)
                            .filter(name -> !name.isEmpty())
                            .toList());
        }
        if (card.template()) {
            source.put("template", true);
        }
        if (card.role() != TrelloCard.Role.PLAIN) {
            source.put("role", card.role().name().toLowerCase(java.util.Locale.ROOT));
        }
        put(source, "mirrorOf", card.mirrorOf());
        put(source, "cover", cover(card.cover()));
        TrelloCard.Place place = card.place();
        if (place != null) {
            Map<String, Object> told = new LinkedHashMap<>();
            put(told, "name", place.name());
            put(told, "address", place.address());
            put(told, "latitude", place.latitude());
            put(told, "longitude", place.longitude());
            source.put("place", told);
        }
        return source;
    }

    private static @Nullable Map<String, Object> cover(TrelloCover cover) {
        return switch (cover) {
            case TrelloCover.None() -> null;
            case TrelloCover.Color(String color, boolean full) -> Map.of("color", color, "full", full);
            case TrelloCover.Attachment(String attachment, boolean full) ->
                Map.of("attachment", attachment, "full", full);
            case TrelloCover.Shared(String url, boolean full) -> Map.of("url", url, "full", full);
        };
    }

    private static void put(Map<String, Object> source, String name, @Nullable Object value) {
        if (value != null && !value.equals("") && !value.equals(List.of())) {
            source.put(name, value);
        }
    }
}
