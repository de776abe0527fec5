package openkitchen.bridge.trello;

import static openkitchen.bridge.trello.Exports.DARYA;
import static openkitchen.bridge.trello.Exports.PAVEL;
import static openkitchen.bridge.trello.Exports.STRANGER;
import static openkitchen.bridge.trello.Exports.TODO;
import static openkitchen.bridge.trello.Exports.accepted;
import static openkitchen.bridge.trello.Exports.action;
import static openkitchen.bridge.trello.Exports.board;
import static openkitchen.bridge.trello.Exports.card;
import static openkitchen.bridge.trello.Exports.column;
import static openkitchen.bridge.trello.Exports.id;
import static openkitchen.bridge.trello.Exports.list;
import static openkitchen.bridge.trello.Exports.object;
import static openkitchen.bridge.trello.Exports.ofCard;
import static openkitchen.bridge.trello.Exports.reading;
import static openkitchen.bridge.trello.Exports.theCard;
import static openkitchen.bridge.trello.Exports.time;
import static openkitchen.bridge.trello.Exports.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import openkitchen.bridge.trello.TrelloFile.Reading.Accepted;
import org.junit.jupiter.api.Test;

class CardsTest {

    @Test
    void aNameOfSeveralLinesBecomesOne() {
        Accepted accepted = accepted(
                board("cards", list(card(1, "name", " One \r\n\n two\u2028three "), card(2, "name", " two "))));
        assertThat(accepted.board().cards()).extracting(TrelloCard::name).containsExactly("One two three", "two");
        assertThat(accepted.report().changed().namesOnOneLine()).isEqualTo(1);
    }

    @Test
    void charactersThatCannotBeKeptAreReplacedAndCounted() {
        String json = Exports.json(board("cards", list(card(1, "name", "a\0b", "desc", "half HERE of 😀"))));
        Accepted accepted = (Accepted) Exports.read(json.replace("HERE", "\\ud83d"));
        TrelloCard card = accepted.board().cards().getFirst();
        assertThat(card.name()).isEqualTo("ab");
        assertThat(card.description()).isEqualTo("half \uFFFD of 😀");
        assertThat(accepted.report().changed().textsCleaned()).isEqualTo(2);
    }

    @Test
    void doneDoesNotAskForADueDate() {
        assertThat(theCard("dueComplete", true, "due", null).dates().done()).isTrue();
        assertThat(theCard("dueComplete", false, "due", time(0)).dates().done()).isFalse();
    }

    @Test
    void noReminderIsMinusOneOrNothing() {
        assertThat(theCard("dueReminder", -1).dates().reminderMinutes()).isNull();
        assertThat(theCard("dueReminder", null).dates().reminderMinutes()).isNull();
        assertThat(theCard("dueReminder", 0).dates().reminderMinutes()).isZero();
        assertThat(theCard("dueReminder", 2880).dates().reminderMinutes()).isEqualTo(2880);
    }

    @Test
    void aTimeThatIsNoneIsAbsent() {
        assertThat(theCard("due", "tomorrow", "start", 17).dates().due()).isNull();
        assertThat(theCard("due", "+999999999-01-01T00:00:00Z").dates().due()).isNull();
    }

    @Test
    void theCoverObjectHasTheLastWord() {
        var upload = Generations.upload(1);
        String picture = id(70, 1);
        assertThat(theCard("attachments", list(upload), "idAttachmentCover", picture)
                        .cover())
                .isEqualTo(new TrelloCover.Attachment(picture, false));
        assertThat(theCard(
                                "attachments",
                                list(upload),
                                "idAttachmentCover",
                                picture,
                                "cover",
                                object("idAttachment", null, "color", null))
                        .cover())
                .isEqualTo(new TrelloCover.None());
        assertThat(theCard(
                                "attachments",
                                list(upload),
                                "cover",
                                object("idAttachment", picture, "color", "red", "size", "full"))
                        .cover())
                .isEqualTo(new TrelloCover.Attachment(picture, true));
        assertThat(theCard("idAttachmentCover", "").cover()).isEqualTo(new TrelloCover.None());
        assertThat(theCard("idAttachmentCover", null).cover()).isEqualTo(new TrelloCover.None());
        assertThat(theCard("cover", object("sharedSourceUrl", "https://images.example/x", "idUploadedBackground", "1"))
                        .cover())
                .isEqualTo(new TrelloCover.Shared("https://images.example/x", false));
    }

    @Test
    void aCoverWithoutItsAttachmentIsNoneAndCounted() {
        Accepted accepted = accepted(board("cards", list(card(1, "idAttachmentCover", id(70, 1)))));
        assertThat(accepted.board().cards().getFirst().cover()).isEqualTo(new TrelloCover.None());
        assertThat(accepted.report().changed().lostCovers()).isEqualTo(1);
    }

    @Test
    void filesAreToldFromLinksAndLinksToCardsFromOthers() {
        TrelloCard card = theCard(
                "attachments",
                list(
                        Generations.upload(1),
                        object(
                                "id",
                                id(71, 1),
                                "name",
                                "old.pdf",
                                "url",
                                "https://files.example/a%20b.pdf",
                                "isUpload",
                                null,
                                "bytes",
                                12),
                        object(
                                "id",
                                id(71, 2),
                                "name",
                                "",
                                "url",
                                "https://example.org/",
                                "isUpload",
                                false,
                                "bytes",
                                null),
                        object(
                                "id",
                                id(71, 3),
                                "name",
                                "x",
                                "url",
                                "https://trello.com/c/cArD0009/9-x",
                                "isUpload",
                                false),
                        object(
                                "id",
                                id(71, 4),
                                "name",
                                "b",
                                "url",
                                "https://trello.com/b/bOaRd002",
                                "isUpload",
                                false)));
        assertThat(card.attachments())
                .containsExactly(
                        new TrelloAttachment.Upload(
                                id(70, 1),
                                "Снимок 1.png",
                                "Снимок_1.png",
                                "https://trello.com/1/cards/" + id(101, 1) + "/attachments/" + id(70, 1)
                                        + "/download/x.png",
                                1000L,
                                "image/png",
                                Instant.parse(time(71)),
                                DARYA,
                                false),
                        new TrelloAttachment.Upload(
                                id(71, 1),
                                "old.pdf",
                                "a b.pdf",
                                "https://files.example/a%20b.pdf",
                                12L,
                                null,
                                null,
                                null,
                                false),
                        new TrelloAttachment.Link(
                                id(71, 2), "https://example.org/", "https://example.org/", null, null),
                        new TrelloAttachment.CardLink(
                                id(71, 3), "x", "https://trello.com/c/cArD0009/9-x", "cArD0009", null, null),
                        new TrelloAttachment.Link(id(71, 4), "b", "https://trello.com/b/bOaRd002", null, null));
    }

    @Test
    void checklistsAndItemsStandInTheirOwnOrder() {
        TrelloCard card = reading(board(
                        "cards",
                        list(card(1)),
                        "checklists",
                        list(
                                checklist(2, id(101, 1), 2048.0),
                                with(
                                        checklist(1, id(101, 1), 1024),
                                        "checkItems",
                                        list(item(3, 5), item(2, 0.5), item(5, 7), item(4, 7))))))
                .cards()
                .getFirst();
        assertThat(card.checklists()).extracting(TrelloChecklist::name).containsExactly("List 1", "List 2");
        assertThat(card.checklists().getFirst().items())
                .extracting(TrelloChecklist.Item::name)
                .containsExactly("Item 2", "Item 3", "Item 4", "Item 5");
    }

    @Test
    void aChecklistWithoutItsCardIsLeftOutAndCounted() {
        Accepted accepted = accepted(board(
                "cards",
                list(card(1)),
                "checklists",
                list(with(checklist(1, id(999, 9), 1), "checkItems", list(item(1, 1), item(2, 2))))));
        assertThat(accepted.board().cards().getFirst().checklists()).isEmpty();
        assertThat(accepted.report().changed().orphanChecklists()).isEqualTo(1);
        assertThat(accepted.report().changed().orphanItems()).isEqualTo(2);
    }

    @Test
    void anItemWithoutAStateHasTheOneThatTheCardTells() {
        TrelloCard card = reading(board(
                        "cards",
                        list(card(
                                1,
                                "idChecklists",
                                list(id(60, 1)),
                                "checkItemStates",
                                list(object("idCheckItem", id(61, 1), "state", "complete")))),
                        "checklists",
                        list(object(
                                "id",
                                id(60, 1),
                                "checkItems",
                                list(object("id", id(61, 1), "name", "a"), object("id", id(61, 2), "name", "b"))))))
                .cards()
                .getFirst();
        assertThat(card.checklists().getFirst().items())
                .extracting(TrelloChecklist.Item::done)
                .containsExactly(true, false);
    }

    @Test
    void aCardIsMadeInTheSecondThatItsIdTells() {
        assertThat(theCard().createdAt()).isEqualTo(Exports.START.plusSeconds(101));
        assertThat(theCard("id", "not-an-id").createdAt()).isNull();
        assertThat(theCard("id", "000000010000000000000000").createdAt())
                .as("before Trello")
                .isNull();
    }

    @Test
    void theCreatorIsTheActionsElseTheCards() {
        assertThat(theCard("idMemberCreator", STRANGER).creatorId()).isEqualTo(STRANGER);
        TrelloBoard board = reading(board(
                "cards",
                list(card(1, "idMemberCreator", STRANGER)),
                "actions",
                list(action(1, "copyCard", PAVEL, ofCard(1)))));
        assertThat(board.cards().getFirst().creatorId()).isEqualTo(PAVEL);
    }

    @Test
    void anArchivedCardKnowsSinceWhenFromTheActionWhereTheCardDoesNotSay() {
        TrelloBoard board = reading(board(
                "cards",
                list(card(1, "closed", true)),
                "actions",
                list(action(
                        5,
                        "updateCard",
                        DARYA,
                        object("card", object("id", id(101, 1), "closed", true), "old", object("closed", false))))));
        assertThat(board.cards().getFirst().archivedAt()).isEqualTo(Instant.parse(time(1005)));
    }

    @Test
    void aPlaceMayBeATextOfTwoNumbers() {
        TrelloCard.Place place = theCard("coordinates", "54.19, -37.6").place();
        assertThat(place).isEqualTo(new TrelloCard.Place("", "", new BigDecimal("54.19"), new BigDecimal("-37.6")));
        assertThat(theCard("coordinates", null, "address", null, "locationName", "")
                        .place())
                .isNull();
    }

    @Test
    void hiddenVotesAreCountedByTheBadge() {
        assertThat(theCard("idMembersVoted", list(DARYA), "badges", object("votes", 3))
                        .votes())
                .isEqualTo(3);
        assertThat(theCard("idMembersVoted", list(DARYA, PAVEL)).votes()).isEqualTo(2);
    }

    @Test
    void aMirrorKnowsWhatItShows() {
        TrelloCard card = theCard("cardRole", "mirror", "mirrorSourceId", id(5, 5));
        assertThat(card.role()).isEqualTo(TrelloCard.Role.MIRROR);
        assertThat(card.mirrorOf()).isEqualTo(id(5, 5));
        assertThat(theCard("cardRole", "something new").role()).isEqualTo(TrelloCard.Role.PLAIN);
    }

    @Test
    void aCardOfAListThatIsNotThereGetsOneWithoutAName() {
        Accepted accepted = accepted(board("cards", list(card(1, "idList", id(7, 7)), card(2))));
        assertThat(accepted.board().lists()).extracting(TrelloList::placeholder).containsExactly(false, false, true);
        assertThat(accepted.board().cards()).extracting(TrelloCard::number).containsExactly(2, 1);
        assertThat(accepted.report().changed().cardsWithoutList()).isEqualTo(1);
    }

    @Test
    void aLabelThatTheBoardDoesNotTellComesFromTheCard() {
        Accepted accepted = accepted(board(
                "cards",
                list(card(
                        1,
                        "labels",
                        list(object("id", id(20, 1), "name", "PPC", "color", "sky")),
                        "idLabels",
                        list(id(20, 1), id(20, 2))))));
        assertThat(accepted.board().labels())
                .containsExactly(new TrelloLabel(id(20, 1), "PPC", "sky"), new TrelloLabel(id(20, 2), "", null));
        assertThat(accepted.report().changed().unknownLabels()).isEqualTo(1);
    }

    @Test
    void valuesThatAreNoneAreAbsentAndOddOnesAreKeptAsText() {
        Accepted accepted = accepted(board(
                "customFields",
                list(
                        Generations.field(1, "A", "number", 1),
                        Generations.field(2, "B", "checkbox", 2),
                        Generations.field(3, "C", "list", 3)),
                "cards",
                list(card(
                        1,
                        "customFieldItems",
                        list(
                                Generations.value(1, "value", object("number", "1e999999999")),
                                Generations.value(2, "value", object("checked", "false")),
                                Generations.value(3, "value", null),
                                Generations.value(4, "value", object("number", "7")))))));
        assertThat(accepted.board().cards().getFirst().values())
                .containsOnlyKeys(id(30, 1), id(30, 4))
                .containsEntry(id(30, 1), new TrelloValue.Text("1e999999999"))
                .containsEntry(id(30, 4), new TrelloValue.Numeric(new BigDecimal("7")));
        assertThat(accepted.board().fields().getLast())
                .isEqualTo(new TrelloField(id(30, 4), "", TrelloField.Kind.NUMBER, false, List.of(), true));
        assertThat(accepted.report().changed().unreadableValues()).isEqualTo(1);
        assertThat(accepted.report().changed().orphanValues()).isEqualTo(1);
    }

    @Test
    void whatIsThereTwiceIsTakenOnce() {
        Accepted accepted = accepted(board("cards", list(card(1), card(1, "name", "again"), card(2, "idShort", 1))));
        assertThat(accepted.board().cards()).extracting(TrelloCard::name).containsExactly("Card 1", "Card 2");
        assertThat(accepted.report().changed().repeated()).isEqualTo(1);
        assertThat(accepted.report().changed().repeatedNumbers()).isEqualTo(1);
    }

    @Test
    void aBoardMayHaveNothingButItsListsAndCards() {
        TrelloBoard board = reading(object(
                "lists", list(column(TODO, "Do", 1), "nonsense", null, 7),
                "cards", list(object("name", "bare", "idList", TODO), list(), null)));
        assertThat(board.cards()).hasSize(1);
        assertThat(board.cards().getFirst().id()).isEqualTo("cards-1");
        assertThat(board.members()).isEmpty();
    }

    private static Map<String, Object> checklist(int number, String card, Object pos) {
        return object("id", id(60, number), "name", "List " + number, "idCard", card, "pos", pos, "checkItems", list());
    }

    private static Map<String, Object> item(int number, Object pos) {
        return object("id", id(61, number), "name", "Item " + number, "pos", pos, "state", "incomplete");
    }
}
