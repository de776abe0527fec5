package openkitchen.talk;

import java.util.List;
import java.util.Map;
import openkitchen.board.Cards;
import openkitchen.history.EventKind;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.project.Seat;
import org.springframework.stereotype.Component;

/** Lets a room above put into a card's talk what happens there, within its own change and with an event of its own. */
@Component
public class Stating {

    private final Saying saying;
    private final Cards cards;

    Stating(Saying saying, Cards cards) {
        this.saying = saying;
        this.cards = cards;
    }

    /**
     * A comment that was written down.
     *
     * @param told what its event begins with
     */
    public record Stated(CommentId comment, CardId card, Map<String, Object> told) {}

    /**
     * Writes down that versions were put before the client.
     *
     * @param body what was said with it; may be empty
     * @throws openkitchen.problem.Invalid when it is too long
     * @throws openkitchen.problem.NotFound when the project has no such card
     */
    public Stated approval(Pen pen, Seat seat, int number, String body) {
        new openkitchen.problem.Faults()
                .optional("note", body, Comments.BODY_LIMIT)
                .stop();
        Saying.Said said =
                saying.write(pen, seat, number, CommentKind.APPROVAL, new Saying.Words(body, null, List.of()));
        return new Stated(said.id(), said.card(), said.told());
    }

    /** Tells what happened with it: with the pen's next event the comment is shown anew. */
    public void tell(Pen pen, CardId card, EventKind kind, Map<String, Object> data) {
        cards.seenAnew(pen, card);
        pen.write(kind, card, data);
    }
}
