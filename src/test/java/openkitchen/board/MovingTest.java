package openkitchen.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import openkitchen.id.ColumnId;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KitchenTest
class MovingTest {

    @Autowired
    Kitchen kitchen;

    @Autowired
    Moving moving;

    @Autowired
    Archiving archiving;

    @Autowired
    Faces faces;

    private List<Integer> order(Seat seat, ColumnId column) {
        return faces.onBoard(seat).stream()
                .filter(face -> face.column().equals(column))
                .map(Face::number)
                .toList();
    }

    @Test
    void aCardStandsWhereItWasPut() {
        Seat seat = kitchen.project(kitchen.account());
        ColumnId here = kitchen.column(seat, "Here");
        ColumnId there = kitchen.column(seat, "There");
        List<Integer> cards = kitchen.cards(seat, here, 4);
        moving.place(seat, cards.get(3), here, null);
        assertThat(order(seat, here)).containsExactly(cards.get(3), cards.get(0), cards.get(1), cards.get(2));
        moving.place(seat, cards.get(3), here, cards.get(1));
        assertThat(order(seat, here)).containsExactly(cards.get(0), cards.get(1), cards.get(3), cards.get(2));
        moving.place(seat, cards.get(1), there, null);
        moving.place(seat, cards.get(0), there, cards.get(1));
        assertThat(order(seat, there)).containsExactly(cards.get(1), cards.get(0));
        assertThat(order(seat, here)).containsExactly(cards.get(3), cards.get(2));
    }

    @Test
    void whenTheNeighbourHasLeftTheCardGoesToTheEnd() {
        Seat seat = kitchen.project(kitchen.account());
        ColumnId here = kitchen.column(seat, "Here");
        ColumnId there = kitchen.column(seat, "There");
        List<Integer> cards = kitchen.cards(seat, here, 3);
        kitchen.cards(seat, there, 2);
        moving.place(seat, cards.get(1), there, cards.get(0));
        assertThat(order(seat, there)).hasSize(3).endsWith(cards.get(1));
    }

    @Test
    void toStayWhereOneIsMakesNoEvent() {
        Seat seat = kitchen.project(kitchen.account());
        ColumnId here = kitchen.column(seat, "Here");
        List<Integer> cards = kitchen.cards(seat, here, 3);
        long before = kitchen.again(seat).version();
        moving.place(seat, cards.get(1), here, cards.get(0));
        assertThat(kitchen.again(seat).version()).isEqualTo(before);
    }

    @Test
    void anArchivedCardAndAnotherProjectsColumnAreNotFound() {
        Seat seat = kitchen.project(kitchen.account());
        ColumnId here = kitchen.column(seat, "Here");
        int card = kitchen.card(seat, here, "Card");
        Seat other = kitchen.project(kitchen.account());
        ColumnId foreign = kitchen.column(other, "Foreign");
        assertThatThrownBy(() -> moving.place(seat, card, foreign, null)).isInstanceOf(NotFound.class);
        archiving.archive(seat, card);
        assertThatThrownBy(() -> moving.place(seat, card, here, null)).isInstanceOf(NotFound.class);
    }

    @Test
    void manyWhoMoveAtOnceNeitherLoseNorDoubleACard() throws Exception {
        Seat seat = kitchen.project(kitchen.account());
        List<ColumnId> columns =
                List.of(kitchen.column(seat, "A"), kitchen.column(seat, "B"), kitchen.column(seat, "C"));
        List<Integer> cards = kitchen.cards(seat, columns.getFirst(), 20);
        try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> done = new ArrayList<>();
            for (int worker = 0; worker < 8; worker++) {
                Random random = new Random(worker);
                done.add(workers.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        Integer after = random.nextInt(4) == 0 ? null : cards.get(random.nextInt(cards.size()));
                        int card = cards.get(random.nextInt(cards.size()));
                        if (after == null || after != card) {
                            moving.place(seat, card, columns.get(random.nextInt(3)), after);
                        }
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
        assertThat(faces.onBoard(seat)).extracting(Face::number).containsExactlyInAnyOrderElementsOf(cards);
        for (ColumnId column : columns) {
            assertThat(faces.onBoard(seat).stream()
                            .filter(face -> face.column().equals(column))
                            .map(Face::rank))
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    void aThousandMovesToOneSpotKeepTheOrderAndShortRanks() {
        Seat seat = kitchen.project(kitchen.account());
        ColumnId here = kitchen.column(seat, "Here");
        List<Integer> cards = kitchen.cards(seat, here, 3);
        int first = cards.get(0);
        for (int i = 0; i < 1000; i++) {
            moving.place(seat, order(seat, here).getLast(), here, first);
        }
        assertThat(order(seat, here)).hasSize(3).startsWith(first);
        assertThat(faces.onBoard(seat))
                .allSatisfy(face -> assertThat(face.rank().length()).isLessThanOrEqualTo(Rank.LONG));
    }
}
