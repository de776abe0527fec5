package openkitchen.bridge.trello;

import static openkitchen.bridge.trello.Exports.DONE;
import static openkitchen.bridge.trello.Exports.OLD;
import static openkitchen.bridge.trello.Exports.TODO;
import static openkitchen.bridge.trello.Exports.board;
import static openkitchen.bridge.trello.Exports.card;
import static openkitchen.bridge.trello.Exports.column;
import static openkitchen.bridge.trello.Exports.list;
import static openkitchen.bridge.trello.Exports.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderTest {

    private static final List<String> LISTS = List.of(TODO, OLD, DONE);

    record Place(String list, double pos) {}

    @Property(tries = 300)
    void cardsStandByListThenByPositionThenByIdHoweverTheFileHasThem(
            @ForAll("places") List<Place> places, @ForAll Random random) {
        List<Object> cards = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= places.size(); number++) {
            Place place = places.get(number - 1);
            cards.add(card(number, "idList", place.list, "pos", place.pos));
            numbers.add(number);
        }
        Collections.shuffle(cards, random);
        List<Integer> expected = numbers.stream()
                .sorted(Comparator.comparingInt((Integer number) -> LISTS.indexOf(places.get(number - 1).list))
                        .thenComparingDouble(number -> places.get(number - 1).pos)
                        .thenComparing(number -> number))
                .toList();
        TrelloBoard board = reading(
                board("lists", list(column(DONE, "c", 3), column(TODO, "a", 1), column(OLD, "b", 2)), "cards", cards));
        assertThat(board.cards()).extracting(TrelloCard::number).containsExactlyElementsOf(expected);
    }

    @Property(tries = 100)
    void withoutPositionsTheOrderOfTheFileStands(@ForAll Random random) {
        List<Object> cards = new ArrayList<>();
        List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8));
        Collections.shuffle(order, random);
        for (int number : order) {
            cards.add(card(number, "pos", null));
        }
        assertThat(reading(board("cards", cards)).cards())
                .extracting(TrelloCard::number)
                .containsExactlyElementsOf(order);
    }

    @Example
    void listsOfOnePositionStandInTheOrderOfTheFile() {
        assertThat(reading(board("lists", list(column(OLD, "x", 5), column(TODO, "y", 5), column(DONE, "z", 1))))
                        .lists())
                .extracting(TrelloList::name)
                .containsExactly("z", "x", "y");
    }

    @Example
    void positionsBeyondWholeNumbersAndNearlyEqualOnesAreTold() {
        assertThat(reading(board(
                                "cards",
                                list(
                                        card(1, "pos", 140737488355329L),
                                        card(2, "pos", 140737488355328L),
                                        card(3, "pos", 3.99993896484375),
                                        card(4, "pos", 3.999938964843),
                                        card(5, "pos", "2"),
                                        card(6, "pos", -1))))
                        .cards())
                .extracting(TrelloCard::number)
                .containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Provide
    Arbitrary<List<Place>> places() {
        Arbitrary<Double> position = Arbitraries.oneOf(
                Arbitraries.of(1024.0, 2048.0, 0.5, 140737488355328.0, 140737488355328.5),
                Arbitraries.doubles().between(0, 1e15));
        return Combinators.combine(Arbitraries.of(LISTS), position)
                .as(Place::new)
                .list()
                .ofMaxSize(25);
    }
}
