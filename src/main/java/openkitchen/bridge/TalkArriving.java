package openkitchen.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openkitchen.bridge.Come.Kind;
import openkitchen.bridge.trello.TrelloCard;
import openkitchen.bridge.trello.TrelloComment;
import openkitchen.history.EventKind;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.talk.CommentKind;
import openkitchen.talk.Retelling;
import org.springframework.stereotype.Component;

/** Brings the talk, each comment with its author and time, and tells of each. */
@Component
class TalkArriving {

    private final Retelling retelling;

    TalkArriving(Retelling retelling) {
        this.retelling = retelling;
    }

    void arrive(Arrival arrival) {
        List<TrelloComment> fresh = new ArrayList<>();
        List<TrelloCard> on = new ArrayList<>();
        List<Retelling.Retold> retold = new ArrayList<>();
        for (TrelloCard card : arrival.board.cards()) {
            CardId id = arrival.cards.get(card.id());
            for (TrelloComment comment : card.comments()) {
                if (id != null && !arrival.come.has(Kind.COMMENT, comment.id())) {
                    fresh.add(comment);
                    on.add(card);
                    retold.add(new Retelling.Retold(
                            id,
                            arrival.cast.speaker(comment.authorId()),
                            arrival.here(comment.text()),
                            comment.at(),
                            comment.editedAt()));
                    arrival.tally.comments++;
                    arrival.tally.copiedComments += comment.copied() ? 1 : 0;
                }
            }
        }
        List<CommentId> ids = retelling.retell(arrival.pen, retold);
        for (int i = 0; i < fresh.size(); i++) {
            TrelloComment comment = fresh.get(i);
            arrival.come.note(Kind.COMMENT, comment.id(), ids.get(i).value());
            Map<String, Object> data = arrival.told(on.get(i).id(), CardsArriving.title(on.get(i)));
            data.put("comment", ids.get(i).value());
            data.put("kind", CommentKind.MESSAGE.code());
            data.put("body", retold.get(i).body());
            arrival.tell(
                    comment.id(),
                    comment.at(),
                    retold.get(i).author(),
                    EventKind.COMMENT_ADDED,
                    retold.get(i).card(),
                    data);
        }
    }
}
