package openkitchen.api;

import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import openkitchen.board.Card;
import openkitchen.board.Cards;
import openkitchen.history.History;
import openkitchen.project.Seat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes changes of a card under its version, and answers with the card as it then is. */
@Component
class CardAnswers {

    private final Cards cards;
    private final History history;

    CardAnswers(Cards cards, History history) {
        this.cards = cards;
        this.history = history;
    }

    /** One change, however much it does, if the card is still what {@code If-Match} says. */
    ResponseEntity<CardView> change(Asking asking, String key, int number, Consumer<Seat> work) {
        Seat seat = asking.seat(key);
        under(asking, seat, number, () -> work.accept(seat));
        return fresh(seat, number);
    }

    void under(Asking asking, Seat seat, int number, Runnable work) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            if (asking.conditional()) {
                Card now = cards.number(seat, number);
                asking.mustMatch(CardView.tag(now), now.textVersion(), () -> texts(now));
            }
            work.run();
            return pen.next();
        });
    }

    static Map<String, String> texts(Card card) {
        return Map.of("title", card.face().title(), "description", card.description());
    }

    ResponseEntity<CardView> fresh(Seat seat, int number) {
        Card card = cards.number(seat, number);
        return ResponseEntity.ok().eTag(Asking.quoted(CardView.tag(card))).body(CardView.of(seat.key(), card));
    }

    ResponseEntity<CardView> made(Seat seat, int number) {
        Card card = cards.number(seat, number);
        return ResponseEntity.created(URI.create("/api/v1/projects/" + seat.key() + "/cards/" + number))
                .eTag(Asking.quoted(CardView.tag(card)))
                .body(CardView.of(seat.key(), card));
    }
}
