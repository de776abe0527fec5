package openkitchen.bridge.trello;

import static openkitchen.bridge.trello.Exports.DARYA;
import static openkitchen.bridge.trello.Exports.DONE;
import static openkitchen.bridge.trello.Exports.PAVEL;
import static openkitchen.bridge.trello.Exports.STRANGER;
import static openkitchen.bridge.trello.Exports.TODO;
import static openkitchen.bridge.trello.Exports.accepted;
import static openkitchen.bridge.trello.Exports.action;
import static openkitchen.bridge.trello.Exports.board;
import static openkitchen.bridge.trello.Exports.card;
import static openkitchen.bridge.trello.Exports.id;
import static openkitchen.bridge.trello.Exports.list;
import static openkitchen.bridge.trello.Exports.member;
import static openkitchen.bridge.trello.Exports.object;
import static openkitchen.bridge.trello.Exports.ofCard;
import static openkitchen.bridge.trello.Exports.reading;
import static openkitchen.bridge.trello.Exports.time;
import static openkitchen.bridge.trello.Exports.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import openkitchen.bridge.trello.TrelloEvent.Kind;
import openkitchen.bridge.trello.TrelloFile.Reading.Accepted;
import openkitchen.bridge.trello.TrelloMember.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Comments, and the other actions as events. */
class TalkTest {

    @Test
    void commentsStandOldestFirst() {
        TrelloCard card = talk(
                action(3, "commentCard", DARYA, ofCard(1, "text", "third")),
                action(2, "commentCard", PAVEL, ofCard(1, "text", "second\r\nline")),
                action(1, "commentCard", DARYA, ofCard(1, "text", "first")));
        assertThat(card.comments()).extracting(TrelloComment::text).containsExactly("first", "second\nline", "third");
        assertThat(card.comments()).extracting(TrelloComment::authorId).containsExactly(DARYA, PAVEL, DARYA);
    }

    @Test
    void commentsOfOneMomentStandInTheOrderOfTheirIds() {
        TrelloCard card = talk(
                with(action(7, "commentCard", DARYA, ofCard(1, "text", "b")), "date", time(0)),
                with(action(6, "commentCard", DARYA, ofCard(1, "text", "a")), "date", time(0)));
        assertThat(card.comments()).extracting(TrelloComment::text).containsExactly("a", "b");
    }

    @Test
    void aCopiedCommentIsItsWritersAndOfItsOwnTime() {
        TrelloCard card = talk(
                with(
                        action(9, "copyCommentCard", PAVEL, ofCard(1, "text", "old", "idOriginalCommenter", DARYA)),
                        "date",
                        time(5)),
                action(1, "commentCard", PAVEL, ofCard(1, "text", "new")));
        assertThat(card.comments())
                .first()
                .isEqualTo(new TrelloComment(
                        id(1009, 0xA009), id(101, 1), DARYA, Instant.parse(time(5)), null, "old", true));
    }

    @Test
    void anAuthorMayBeKnownOnlyFromTheAction() {
        var comment = action(1, "commentCard", STRANGER, ofCard(1, "text", "hi"));
        TrelloBoard board = reading(board(
                "cards",
                list(card(1)),
                "actions",
                list(with(comment, "memberCreator", member(STRANGER, "guest", "Гость")))));
        assertThat(board.members())
                .last()
                .isEqualTo(new TrelloMember(STRANGER, "guest", "Гость", "XY", Standing.FORMER, null, false));
    }

    @Test
    void theAuthorIsTakenFromTheCreatorObjectWhereTheIdIsMissing() {
        var comment = action(1, "commentCard", DARYA, ofCard(1, "text", "hi"));
        comment.remove("idMemberCreator");
        assertThat(talk(with(comment, "memberCreator", object("_id", PAVEL))).comments())
                .extracting(TrelloComment::authorId)
                .containsExactly(PAVEL);
        assertThat(talk(comment).comments().getFirst().authorId()).isNull();
    }

    @Test
    void aCommentWithoutATimeHasItsIds() {
        TrelloCard card = talk(with(action(1, "commentCard", DARYA, ofCard(1, "text", "hi")), "date", "soon"));
        assertThat(card.comments().getFirst().at()).isEqualTo(Exports.START.plusSeconds(1001));
    }

    @Test
    void commentsOfDeletedCardsAreLeftOutAndCounted() {
        Accepted accepted = accepted(board(
                "cards", list(card(1)), "actions", list(action(1, "commentCard", DARYA, ofCard(9, "text", "?")))));
        assertThat(accepted.report().held().comments()).isZero();
        assertThat(accepted.report().changed().orphanComments()).isEqualTo(1);
    }

    @Test
    void eventsStandOldestFirstAndCommentsAreNotAmongThem() {
        TrelloBoard board = reading(board(
                "cards",
                list(card(1)),
                "actions",
                list(
                        action(3, "deleteCard", DARYA, object("card", object("id", id(109, 9), "idShort", 9))),
                        action(2, "commentCard", DARYA, ofCard(1, "text", "hi")),
                        action(1, "createCard", DARYA, ofCard(1, "list", object("id", TODO, "name", "К запуску"))))));
        assertThat(board.events()).extracting(TrelloEvent::kind).containsExactly(Kind.CARD_CREATED, Kind.CARD_DELETED);
        assertThat(board.events().getFirst().details()).isEqualTo(Map.of("list", "К запуску", "listId", TODO));
        assertThat(board.events().getLast().cardId()).isEqualTo(id(109, 9));
        assertThat(board.events().getLast().cardName()).isEmpty();
    }

    @Test
    void aMoveTellsBothLists() {
        TrelloEvent event = event(
                "updateCard",
                ofCard(
                        1,
                        "listBefore",
                        object("id", TODO, "name", "К запуску"),
                        "listAfter",
                        object("id", DONE, "name", "Готово"),
                        "old",
                        object("idList", TODO, "pos", 17)));
        assertThat(event.kind()).isEqualTo(Kind.CARD_MOVED);
        assertThat(event.details())
                .isEqualTo(Map.of("from", "К запуску", "fromId", TODO, "to", "Готово", "toId", DONE));
    }

    @Test
    void aChangeTellsTheOldValueAndTheNew() {
        TrelloEvent renamed = updated(object("name", "Old\nname"), "name", "New name", "desc", "same");
        assertThat(renamed.kind()).isEqualTo(Kind.CARD_RENAMED);
        assertThat(renamed.details()).isEqualTo(Map.of("from", "Old name", "to", "New name"));
        assertThat(updated(object("desc", "a"), "desc", "b").kind()).isEqualTo(Kind.CARD_DESCRIBED);
        assertThat(updated(object("closed", false), "closed", true).kind()).isEqualTo(Kind.CARD_ARCHIVED);
        assertThat(updated(object("closed", true), "closed", false).kind()).isEqualTo(Kind.CARD_RESTORED);
        assertThat(updated(object("dueComplete", false), "dueComplete", true).kind())
                .isEqualTo(Kind.CARD_DONE);
        assertThat(updated(object("dueComplete", true), "dueComplete", false).kind())
                .isEqualTo(Kind.CARD_UNDONE);
        assertThat(updated(object("pos", 1), "pos", 2).kind()).isEqualTo(Kind.CARD_REORDERED);
        assertThat(updated(object("cover", object("color", "red"))).kind()).isEqualTo(Kind.CARD_COVER);
        assertThat(updated(object("somethingNew", 1)).kind()).isEqualTo(Kind.CARD_CHANGED);
    }

    @Test
    void aDueDateThatWasNotThereBeforeIsStillAChangeOfIt() {
        TrelloEvent event = updated(object("due", null, "dueReminder", null), "due", time(0), "dueReminder", 60);
        assertThat(event.kind()).isEqualTo(Kind.CARD_DUE);
        assertThat(event.details()).isEqualTo(Map.of("to", time(0), "to.dueReminder", "60"));
    }

    @Test
    void aChangeOfLabelsTellsTheirNames() {
        TrelloBoard board = reading(board(
                "labels",
                list(
                        object("id", id(20, 1), "name", "SEO", "color", "red"),
                        object("id", id(20, 2), "name", "", "color", "lime")),
                "cards",
                list(card(1)),
                "actions",
                list(action(
                        1,
                        "updateCard",
                        DARYA,
                        object(
                                "card", object("id", id(101, 1), "idLabels", list(id(20, 2))),
                                "old", object("idLabels", list(id(20, 1))))))));
        assertThat(board.events().getFirst().kind()).isEqualTo(Kind.CARD_LABELS);
        assertThat(board.events().getFirst().details()).isEqualTo(Map.of("added", "lime", "removed", "SEO"));
    }

    @Test
    void whomItConcernsIsNamed() {
        TrelloEvent event = event("addMemberToCard", ofCard(1, "idMember", PAVEL));
        assertThat(event.kind()).isEqualTo(Kind.MEMBER_ADDED);
        assertThat(event.details()).isEqualTo(Map.of("member", "Pavel Kim", "memberId", PAVEL));
        assertThat(event("addMemberToBoard", object("idMemberAdded", DARYA, "memberType", "admin"))
                        .details())
                .isEqualTo(Map.of("member", "Дарья Лебедева", "memberId", DARYA, "role", "admin"));
    }

    @Test
    void anItemTicked() {
        TrelloEvent event = event(
                "updateCheckItemStateOnCard",
                ofCard(
                        1,
                        "checklist",
                        object("id", id(60, 1), "name", "Проверка"),
                        "checkItem",
                        object("id", id(61, 1), "name", "Ссылки", "state", "complete")));
        assertThat(event.kind()).isEqualTo(Kind.ITEM_DONE);
        assertThat(event.details()).isEqualTo(Map.of("checklist", "Проверка", "item", "Ссылки"));
    }

    @Test
    void aCustomFieldSet() {
        TrelloEvent event = event(
                "updateCustomFieldItem",
                ofCard(
                        1,
                        "customField",
                        object("id", id(30, 1), "name", "Бюджет", "type", "number"),
                        "customFieldItem",
                        object("value", object("number", "20")),
                        "old",
                        object("value", object("number", "10"))));
        assertThat(event.kind()).isEqualTo(Kind.VALUE_SET);
        assertThat(event.details()).isEqualTo(Map.of("field", "Бюджет", "from", "10", "to", "20", "value", "20"));
    }

    @Test
    void listsAndTheBoardHaveTheirOwnKinds() {
        assertThat(event("updateList", object("list", object("id", TODO, "name", "B"), "old", object("name", "A")))
                        .kind())
                .isEqualTo(Kind.LIST_RENAMED);
        assertThat(event(
                                "updateList",
                                object("list", object("id", TODO, "closed", true), "old", object("closed", false)))
                        .kind())
                .isEqualTo(Kind.LIST_ARCHIVED);
        assertThat(event("updateBoard", object("board", object("name", "B"), "old", object("name", "A")))
                        .kind())
                .isEqualTo(Kind.BOARD_RENAMED);
        TrelloEvent changed = event("updateBoard", object("old", object("prefs", object("background", "x"))));
        assertThat(changed.kind()).isEqualTo(Kind.BOARD_CHANGED);
        assertThat(changed.details()).isEqualTo(Map.of("changed", "prefs"));
    }

    @Test
    void whatWeDoNotKnowIsStillAnEvent() {
        TrelloEvent event = event("reactToTheMoon", object());
        assertThat(event.kind()).isEqualTo(Kind.OTHER);
        assertThat(event.type()).isEqualTo("reactToTheMoon");
    }

    private static TrelloCard talk(Object... actions) {
        return reading(board("cards", list(card(1)), "actions", list(actions)))
                .cards()
                .getFirst();
    }

    private static TrelloEvent event(String type, Map<String, Object> data) {
        return reading(board("cards", list(card(1)), "actions", list(action(1, type, DARYA, data))))
                .events()
                .getFirst();
    }

    private static TrelloEvent updated(Map<String, Object> old, @Nullable Object... now) {
        return event("updateCard", object("card", with(object("id", id(101, 1), "name", "Card 1"), now), "old", old));
    }
}
