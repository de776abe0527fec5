package openkitchen.bridge.trello;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openkitchen.bridge.trello.Node.Identified;
import org.jspecify.annotations.Nullable;

/** The board's actions, oldest first, and what they know about cards that the cards do not say themselves. */
final class Actions {

    /** @param at its date, else its id's time, else the board's last activity */
    record Action(
            String id, String type, Instant at, @Nullable String authorId, Node node) {

        Node data() {
            return node.object("data");
        }

        String cardId() {
            String id = data().object("card").id();
            return id.isEmpty() ? data().text("idCard") : id;
        }

        /** Of {@code commentCard} and its copy: they are comments and not events. */
        boolean comments() {
            return type.equals("commentCard") || type.equals("copyCommentCard");
        }
    }

    private final List<Action> all;
    private final Map<String, Action> created = new HashMap<>();
    private final Map<String, Instant> archived = new HashMap<>();
    private final Map<String, String> cardsOfChecklists = new HashMap<>();

    Actions(Node board, Notes notes) {
        List<Identified> actions = board.identified("actions", notes);
        notes.actions = actions.size();
        Instant otherwise = Objects.requireNonNullElse(board.time("dateLastActivity"), Instant.EPOCH);
        all = actions.stream()
                .map(action -> action(action, otherwise))
                .sorted(Comparator.comparing(Action::at).thenComparing(Action::id))
                .toList();
        all.forEach(this::learn);
    }

    private static Action action(Identified action, Instant otherwise) {
        Node node = action.node();
        Instant date = node.time("date");
        Instant at = date != null ? date : Objects.requireNonNullElse(Node.made(action.id()), otherwise);
        String author = node.text("idMemberCreator");
        if (author.isEmpty()) {
            author = node.object("memberCreator").id();
        }
        return new Action(action.id(), node.text("type"), at, author.isEmpty() ? null : author, node);
    }

    private void learn(Action action) {
        String card = action.cardId();
        switch (action.type()) {
            case "createCard", "copyCard", "emailCard", "convertToCardFromCheckItem" ->
                created.putIfAbsent(card, action);
            case "updateCard" -> {
                Node old = action.data().object("old");
                if (action.data().object("card").isTrue("closed")
                        && (old.has("closed") || old.keys().isEmpty())) {
                    archived.put(card, action.at());
                }
            }
            case "addChecklistToCard", "updateCheckItemStateOnCard" ->
                cardsOfChecklists.putIfAbsent(action.data().object("checklist").id(), card);
            default -> {}
        }
    }

    List<Action> all() {
        return all;
    }

    /** The action that made the card, null if it is not in the file. */
    @Nullable
    Action creationOf(String cardId) {
        return created.get(cardId);
    }

    /** When the card was last archived, null if that is not in the file. */
    @Nullable
    Instant archivingOf(String cardId) {
        return archived.get(cardId);
    }

    @Nullable
    String cardOfChecklist(String checklistId) {
        return cardsOfChecklists.get(checklistId);
    }
}
