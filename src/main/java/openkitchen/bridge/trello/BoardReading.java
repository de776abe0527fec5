package openkitchen.bridge.trello;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.bridge.trello.Node.Identified;
import org.jspecify.annotations.Nullable;

/** Makes a board of what was in the file, part by part. */
final class BoardReading {

    private final Node board;
    private final Notes notes;
    private final Words words;
    private final List<Identified> cards;
    private final Actions actions;

    BoardReading(Node board, Notes notes) {
        this.board = board;
        this.notes = notes;
        this.words = new Words(notes);
        this.cards = board.identified("cards", notes);
        this.actions = new Actions(board, notes);
    }

    TrelloBoard board() {
        List<TrelloList> lists = lists();
        Labels labels = new Labels(board, words, notes);
        Fields fields = new Fields(board, words, notes);
        People people = new People(board, actions.all());
        Set<String> cardIds = cards.stream().map(Identified::id).collect(Collectors.toSet());
        Checklists checklists = new Checklists(board, cards, actions, words, notes);
        Comments comments = new Comments(actions, cardIds, words, notes);
        Cards reading = new Cards(lists, labels, fields, checklists, comments, actions, words, notes);
        List<TrelloCard> inOrder = reading.inOrder(cards);
        List<TrelloEvent> events = new Events(actions, labels, fields, people).oldestFirst();
        String id = board.id();
        return new TrelloBoard(
                id,
                board.text("shortLink"),
                board.text("url"),
                words.name(board, "name"),
                words.body(board, "desc"),
                board.isTrue("closed"),
                board.time("dateClosed"),
                Node.made(id),
                board.textOrNull("idMemberCreator"),
                board.time("dateLastActivity"),
                background(board.object("prefs")),
                lists,
                labels.all(),
                people.all(occurring(inOrder, events)),
                inOrder,
                fields.all(),
                events);
    }

    private List<TrelloList> lists() {
        List<TrelloList> lists = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Identified list : Order.byPosition(board.identified("lists", notes))) {
            known.add(list.id());
            lists.add(new TrelloList(
                    list.id(),
                    words.name(list.node(), "name"),
                    list.node().isTrue("closed"),
                    list.node().count("softLimit"),
                    list.node().textOrNull("color"),
                    Node.made(list.id()),
                    false));
        }
        for (Identified card : cards) {
            String id = card.node().text("idList");
            if (known.add(id)) {
                lists.add(new TrelloList(id, "", false, null, null, Node.made(id), true));
            }
        }
        Set<String> placeholders = lists.stream()
                .filter(TrelloList::placeholder)
                .map(TrelloList::id)
                .collect(Collectors.toSet());
        notes.cardsWithoutList = Math.toIntExact(cards.stream()
                .filter(card -> placeholders.contains(card.node().text("idList")))
                .count());
        return lists;
    }

    private static TrelloBoard.Background background(Node prefs) {
        return new TrelloBoard.Background(
                prefs.textOrNull("background"),
                prefs.textOrNull("backgroundColor"),
                prefs.textOrNull("backgroundImage"));
    }

    /** Everybody whom the board's content names by id. */
    private Set<String> occurring(List<TrelloCard> cards, List<TrelloEvent> events) {
        Set<String> ids = new LinkedHashSet<>();
        add(ids, board.textOrNull("idMemberCreator"));
        for (TrelloCard card : cards) {
            ids.addAll(card.memberIds());
            ids.addAll(card.voterIds());
            add(ids, card.creatorId());
            card.attachments().forEach(attachment -> add(ids, attachment.memberId()));
            card.checklists().forEach(checklist -> checklist.items().forEach(item -> add(ids, item.memberId())));
            card.comments().forEach(comment -> add(ids, comment.authorId()));
        }
        events.forEach(event -> add(ids, event.authorId()));
        return ids;
    }

    private static void add(Set<String> ids, @Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
