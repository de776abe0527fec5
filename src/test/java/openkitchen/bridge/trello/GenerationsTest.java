package openkitchen.bridge.trello;

import static openkitchen.bridge.trello.Exports.DARYA;
import static openkitchen.bridge.trello.Exports.DONE;
import static openkitchen.bridge.trello.Exports.OLD;
import static openkitchen.bridge.trello.Exports.PAVEL;
import static openkitchen.bridge.trello.Exports.START;
import static openkitchen.bridge.trello.Exports.STRANGER;
import static openkitchen.bridge.trello.Exports.TODO;
import static openkitchen.bridge.trello.Exports.id;
import static openkitchen.bridge.trello.Exports.reading;
import static openkitchen.bridge.trello.Exports.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import openkitchen.bridge.trello.TrelloField.Kind;
import openkitchen.bridge.trello.TrelloMember.Role;
import openkitchen.bridge.trello.TrelloMember.Standing;
import org.junit.jupiter.api.Test;

/** One board of each generation, read whole. */
class GenerationsTest {

    @Test
    void aBoardOf2012KeepsTheOrderOfTheFile() {
        TrelloBoard board = reading(Generations.of2012());
        assertThat(board.lists()).extracting(TrelloList::name).containsExactly("Do", "Done");
        assertThat(board.cards()).extracting(TrelloCard::name).containsExactly("No. 3", "No. 1", "No. 9");
        assertThat(board.labels()).isEmpty();
        TrelloCard card = board.cards().getFirst();
        assertThat(card.createdAt()).isEqualTo(START.plusSeconds(103));
        assertThat(card.creatorId()).isEqualTo(DARYA);
        assertThat(card.number()).isNull();
        assertThat(card.commentsInTrello()).isNull();
    }

    @Test
    void aBoardOf2012FindsTheCardsOfCommentsAndChecklistsByItsActions() {
        TrelloBoard board = reading(Generations.of2012());
        TrelloCard card = board.cards().getFirst();
        assertThat(card.comments()).extracting(TrelloComment::text).containsExactly("Hello");
        assertThat(card.checklists()).extracting(TrelloChecklist::name).containsExactly("Steps");
        assertThat(card.checklists().getFirst().items())
                .extracting(TrelloChecklist.Item::done)
                .containsExactly(false);
    }

    @Test
    void aBoardOf2012TellsAMoveWithoutTheOldValue() {
        assertThat(reading(Generations.of2012()).events())
                .extracting(TrelloEvent::kind)
                .containsExactly(
                        TrelloEvent.Kind.CARD_CREATED, TrelloEvent.Kind.CHECKLIST_ADDED, TrelloEvent.Kind.CARD_MOVED);
        assertThat(reading(Generations.of2012()).events().getLast().details())
                .isEqualTo(Map.of("from", "Done", "fromId", DONE, "to", "Do", "toId", TODO));
    }

    @Test
    void aBoardOf2012HasAuthorsWhoAreOnlyIds() {
        assertThat(reading(Generations.of2012()).members())
                .extracting(TrelloMember::id, TrelloMember::standing)
                .containsExactly(tuple(DARYA, Standing.MEMBER), tuple(PAVEL, Standing.UNKNOWN));
    }

    @Test
    void aBoardOf2013HasTheLabelsOfItsCardsAndOfItsColourNames() {
        TrelloBoard board = reading(Generations.of2013());
        assertThat(board.labels())
                .containsExactly(
                        new TrelloLabel("label:red:Urgent", "Urgent", "red"),
                        new TrelloLabel("label:green:", "", "green"),
                        new TrelloLabel("label:blue:Idea", "Idea", "blue"));
        assertThat(board.cards().get(0).labelIds()).containsExactly("label:red:Urgent", "label:green:");
        assertThat(board.cards().get(1).labelIds()).containsExactly("label:red:Urgent");
    }

    @Test
    void aBoardOfEarly2015HasTheLabelsOfItsCardsWithTheirIds() {
        TrelloBoard board = reading(Generations.ofEarly2015());
        assertThat(board.labels())
                .containsExactly(
                        new TrelloLabel(id(20, 1), "Urgent", "red"), new TrelloLabel(id(20, 2), "Plain", null));
        assertThat(board.cards().getFirst().labelIds()).containsExactly(id(20, 1), id(20, 2));
    }

    @Test
    void aBoardOf2018HasCustomFieldsInTheirOrderAndExactValues() {
        TrelloBoard board = reading(Generations.of2018());
        assertThat(board.fields())
                .extracting(TrelloField::name)
                .containsExactly("Регион", "Бюджет", "Запуск", "Оплачено", "Канал");
        assertThat(board.fields())
                .extracting(TrelloField::kind)
                .containsExactly(Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.CHECKBOX, Kind.CHOICE);
        assertThat(board.fields().getLast().options())
                .containsExactly(
                        new TrelloField.Option(id(35, 1), "VK", "blue"),
                        new TrelloField.Option(id(35, 2), "Директ", null));
        TrelloCard card = board.cards().getFirst();
        assertThat(card.values())
                .containsExactly(
                        Map.entry(id(30, 1), new TrelloValue.Text("Тула")),
                        Map.entry(id(30, 2), new TrelloValue.Numeric(new BigDecimal("100.32"))),
                        Map.entry(id(30, 3), new TrelloValue.Date(Instant.parse("2021-01-07T10:00:00Z"))),
                        Map.entry(id(30, 4), new TrelloValue.Checked()),
                        Map.entry(id(30, 5), new TrelloValue.Choice(id(35, 2), "Директ")));
        assertThat(card.dates().done()).isTrue();
        assertThat(card.dates().due()).isNull();
    }

    @Test
    void aBoardOf2022HasShadesDatesCoversAndPlaces() {
        TrelloBoard board = reading(Generations.of2022());
        assertThat(board.labels())
                .extracting(TrelloLabel::color, TrelloLabel::hex)
                .containsExactly(tuple("green_dark", "#1f845a"), tuple("sky_light", "#c6edfb"), tuple(null, null));
        TrelloCard card = board.cards().getFirst();
        assertThat(card.dates())
                .isEqualTo(new TrelloCard.Dates(
                        Instant.parse("2022-05-01T07:00:00Z"),
                        Instant.parse("2022-05-03T12:30:00Z"),
                        1440,
                        false,
                        null));
        assertThat(card.cover()).isEqualTo(new TrelloCover.Color("pink", true));
        assertThat(card.place())
                .isEqualTo(new TrelloCard.Place(
                        "Офис", "пр. Ленина, 1", new BigDecimal("54.193122"), new BigDecimal("37.617348")));
        assertThat(card.role()).isEqualTo(TrelloCard.Role.SEPARATOR);
        assertThat(card.template()).isTrue();
    }

    @Test
    void aBoardOfTodayIsReadWhole() {
        TrelloBoard board = reading(Generations.today());
        assertThat(board.background()).isEqualTo(new TrelloBoard.Background("gradient-ocean", "#0B50AF", null));
        assertThat(board.lists())
                .extracting(TrelloList::id, TrelloList::archived, TrelloList::limit, TrelloList::color)
                .containsExactly(
                        tuple(TODO, false, null, null), tuple(OLD, true, null, null), tuple(DONE, false, 5, "lime"));
        assertThat(board.cards()).extracting(TrelloCard::number).containsExactly(1, 2, 3);
        TrelloCard card = board.cards().getFirst();
        assertThat(card.description())
                .isEqualTo("Смотри [https://trello.com/c/cArD0002](https://trello.com/c/cArD0002)");
        assertThat(card.dates().doneAt()).isEqualTo(Instant.parse(time(5000)));
        assertThat(card.creatorId()).as("by the action").isEqualTo(DARYA);
        assertThat(card.memberIds()).containsExactly(DARYA, STRANGER);
        assertThat(card.checklists().getFirst().items())
                .containsExactly(
                        new TrelloChecklist.Item(id(61, 1), "Ссылки", true, Instant.parse(time(7000)), null, PAVEL));
        assertThat(card.comments().getFirst().editedAt()).isEqualTo(Instant.parse(time(2000)));
        assertThat(board.cards().getLast().archivedAt()).isEqualTo(Instant.parse(time(6000)));
    }

    @Test
    void theMembersOfTodayHaveTheirStandingAndRole() {
        assertThat(reading(Generations.today()).members())
                .containsExactly(
                        new TrelloMember(DARYA, "darya", "Дарья Лебедева", "XY", Standing.MEMBER, Role.ADMIN, false),
                        new TrelloMember(PAVEL, "pavel_k", "Pavel Kim", "XY", Standing.INVITED, Role.OBSERVER, true),
                        new TrelloMember(STRANGER, null, "", "", Standing.UNKNOWN, null, false));
    }
}
