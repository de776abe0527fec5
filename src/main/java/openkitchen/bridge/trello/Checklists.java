package openkitchen.bridge.trello;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import openkitchen.bridge.trello.Node.Identified;
import org.jspecify.annotations.Nullable;

/** The checklists of each card, in their order, which is not the file's. */
final class Checklists {

    private final Map<String, List<TrelloChecklist>> byCard = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Map<String, String> cardOf = new HashMap<>();
    private final Set<String> cardIds = new HashSet<>();
    private final Actions actions;
    private final Words words;
    private final Notes notes;

    Checklists(Node board, List<Identified> cards, Actions actions, Words words, Notes notes) {
        this.actions = actions;
        this.words = words;
        this.notes = notes;
        for (Identified card : cards) {
            cardIds.add(card.id());
            card.node().texts("idChecklists").forEach(id -> cardOf.putIfAbsent(id, card.id()));
            for (Node state : card.node().objects("checkItemStates")) {
                if (state.text("state").equals("complete")) {
                    done.add(state.text("idCheckItem"));
                }
            }
        }
        for (Identified checklist : Order.byPositionAndId(board.identified("checklists", notes))) {
            String card = cardOf(checklist);
            List<TrelloChecklist.Item> items = items(checklist.node());
            if (card == null) {
                notes.orphanChecklists++;
                notes.orphanItems += items.size();
            } else {
                byCard.computeIfAbsent(card, _ -> new ArrayList<>())
                        .add(new TrelloChecklist(checklist.id(), words.name(checklist.node(), "name"), items));
            }
        }
    }

    List<TrelloChecklist> of(String cardId) {
        return List.copyOf(byCard.getOrDefault(cardId, List.of()));
    }

    /** By its own word; until 2013 by the card's, or by the action that added it. Null when there is no such card. */
    private @Nullable String cardOf(Identified checklist) {
        String card = checklist.node().text("idCard");
        if (card.isEmpty()) {
            card = Objects.requireNonNullElse(
                    cardOf.get(checklist.id()),
                    Objects.requireNonNullElse(actions.cardOfChecklist(checklist.id()), ""));
        }
        return cardIds.contains(card) ? card : null;
    }

    private List<TrelloChecklist.Item> items(Node checklist) {
        List<TrelloChecklist.Item> items = new ArrayList<>();
        for (Identified item : Order.byPositionAndId(checklist.identified("checkItems", notes))) {
            Node node = item.node();
            boolean complete = node.has("state") ? node.text("state").equals("complete") : done.contains(item.id());
            items.add(new TrelloChecklist.Item(
                    item.id(),
                    words.name(node, "name"),
                    complete,
                    node.time("due"),
                    node.count("dueReminder"),
                    node.textOrNull("idMember")));
        }
        return List.copyOf(items);
    }
}
