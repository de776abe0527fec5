package openkitchen.bridge.trello;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what a board holds. */
final class Counting {

    private final TrelloBoard board;
    private final List<TrelloCard> cards;

    Counting(TrelloBoard board) {
        this.board = board;
        this.cards = board.cards();
    }

    TrelloReport.Held held() {
        Set<String> archivedLists = board.lists().stream()
                .filter(TrelloList::archived)
                .map(TrelloList::id)
                .collect(Collectors.toSet());
        return new TrelloReport.Held(
                board.lists().size(),
                archivedLists.size(),
                cards.size(),
                count(cards.stream().filter(TrelloCard::archived)),
                count(cards.stream().filter(card -> !card.archived() && archivedLists.contains(card.listId()))),
                board.labels().size(),
                people(TrelloMember.Standing.MEMBER) + people(TrelloMember.Standing.INVITED),
                people(TrelloMember.Standing.FORMER),
                people(TrelloMember.Standing.UNKNOWN),
                count(checklists()),
                count(items()),
                count(items().filter(TrelloChecklist.Item::done)),
                count(comments()),
                count(comments().filter(TrelloComment::copied)),
                count(attachments().filter(TrelloAttachment.Upload.class::isInstance)),
                count(attachments().filter(TrelloAttachment.Link.class::isInstance)),
                count(attachments().filter(TrelloAttachment.CardLink.class::isInstance)),
                cards.stream().mapToInt(TrelloCard::votes).sum(),
                board.fields().size(),
                cards.stream().mapToInt(card -> card.values().size()).sum(),
                board.events().size());
    }

    private int people(TrelloMember.Standing standing) {
        return count(board.members().stream().filter(member -> member.standing() == standing));
    }

    private Stream<TrelloChecklist> checklists() {
        return cards.stream().flatMap(card -> card.checklists().stream());
    }

    private Stream<TrelloChecklist.Item> items() {
        return checklists().flatMap(checklist -> checklist.items().stream());
    }

    private Stream<TrelloComment> comments() {
        return cards.stream().flatMap(card -> card.comments().stream());
    }

    private Stream<TrelloAttachment> attachments() {
        return cards.stream().flatMap(card -> card.attachments().stream());
    }

    private static int count(Stream<?> things) {
        return Math.toIntExact(things.count());
    }
}
