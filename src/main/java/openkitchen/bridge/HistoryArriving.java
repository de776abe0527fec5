package openkitchen.bridge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import openkitchen.board.CardKind;
import openkitchen.board.Column;
import openkitchen.bridge.Come.Kind;
import openkitchen.bridge.trello.TrelloCard;
import openkitchen.bridge.trello.TrelloEvent;
import openkitchen.history.EventKind;
import openkitchen.id.CardId;
import org.springframework.stereotype.Component;

/** Brings what happened over there into the timeline. Every card has the event that made it, told by the file or not. */
@Component
class HistoryArriving {

    private static final Set<TrelloEvent.Kind> MAKING =
            Set.of(TrelloEvent.Kind.CARD_CREATED, TrelloEvent.Kind.CARD_COPIED, TrelloEvent.Kind.CARD_MADE_OF_ITEM);

    void arrive(Arrival arrival) {
        Map<String, String> names = names(arrival);
        Set<String> made = new HashSet<>();
        for (TrelloEvent event : arrival.board.events()) {
            String card = event.cardId();
            boolean twice =
                    card != null && MAKING.contains(event.kind()) && (!made.add(card) || toldBefore(arrival, card));
            if (twice || arrival.come.has(Kind.EVENT, event.id())) {
                continue;
            }
            new EventWords(arrival, event, names).tell();
            arrival.tally.events++;
        }
        for (TrelloCard card : arrival.board.cards()) {
            if (arrival.freshCards.contains(card.id()) && !made.contains(card.id())) {
                make(arrival, card);
            }
        }
    }

    private static boolean toldBefore(Arrival arrival, String card) {
        return arrival.come.has(Kind.EVENT, made(card));
    }

    private static String made(String card) {
        return "made/" + card;
    }

    private static void make(Arrival arrival, TrelloCard card) {
        CardId id = arrival.cards.get(card.id());
        Map<String, Object> data = arrival.told(card.id(), CardsArriving.title(card));
        data.put("kind", CardKind.TASK.code());
        Column column = arrival.columns.get(card.listId());
        data.put("column", column == null ? "" : column.name());
        arrival.tell(
                made(card.id()),
                card.createdAt() != null ? card.createdAt() : arrival.pen.now(),
                arrival.cast.author(card.creatorId()),
                EventKind.CARD_ADDED,
                id,
                data);
    }

    /** What cards that are gone were called last. */
    private static Map<String, String> names(Arrival arrival) {
        Map<String, String> names = new HashMap<>();
        for (TrelloEvent event : arrival.board.events()) {
            if (event.cardId() != null && !event.cardName().isEmpty()) {
                names.put(event.cardId(), event.cardName());
            }
        }
        return names;
    }
}
