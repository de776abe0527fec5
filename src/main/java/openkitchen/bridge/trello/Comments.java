package openkitchen.bridge.trello;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openkitchen.bridge.trello.Actions.Action;

/** The comments of each card, oldest first. Those of deleted cards are counted and left out. */
final class Comments {

    private final Map<String, List<TrelloComment>> byCard = new HashMap<>();

    Comments(Actions actions, Set<String> cardIds, Words words, Notes notes) {
        for (Action action : actions.all()) {
            if (!action.comments()) {
                continue;
            }
            if (!cardIds.contains(action.cardId())) {
                notes.orphanComments++;
                continue;
            }
            boolean copied = action.type().equals("copyCommentCard");
            String writer = copied ? action.data().text("idOriginalCommenter") : "";
            byCard.computeIfAbsent(action.cardId(), _ -> new ArrayList<>())
                    .add(new TrelloComment(
                            action.id(),
                            action.cardId(),
                            writer.isEmpty() ? action.authorId() : writer,
                            action.at(),
                            action.data().time("dateLastEdited"),
                            words.body(action.data(), "text"),
                            copied));
        }
    }

    List<TrelloComment> of(String cardId) {
        return List.copyOf(byCard.getOrDefault(cardId, List.of()));
    }
}
