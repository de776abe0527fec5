package openkitchen.material;

import java.util.Map;
import openkitchen.board.Cards;
import openkitchen.history.EventKind;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.talk.Stating;
import org.springframework.stereotype.Component;

/** Tells what happened with a version that was put before the client. What all events of that begin with is put together here. */
@Component
class Telling {

    private final Cards cards;
    private final Stating stating;

    Telling(Cards cards, Stating stating) {
        this.cards = cards;
        this.stating = stating;
    }

    /**
     * What is told of.
     *
     * @param ask what was said on the card when it was asked
     * @param version its number, and {@code sha256} in hexadecimal
     */
    record Subject(CardId card, CommentId ask, MaterialId material, String name, int version, String sha256) {}

    /** Tells it, and shows the card anew. @param more what the event holds beside its subject */
    void tell(Pen pen, Subject subject, EventKind kind, Map<String, ?> more) {
        stating.tell(pen, subject.card(), kind, data(subject, more));
    }

    /** The same where the change has shown the card anew already. */
    void tellShown(Pen pen, Subject subject, EventKind kind, Map<String, ?> more) {
        pen.write(kind, subject.card(), data(subject, more));
    }

    private Map<String, Object> data(Subject subject, Map<String, ?> more) {
        Map<String, Object> data = cards.told(subject.card());
        data.put("comment", subject.ask().value());
        data.put("material", subject.material().value());
        data.put("name", subject.name());
        data.put("version", subject.version());
        data.put("sha256", subject.sha256());
        data.putAll(more);
        return data;
    }
}
