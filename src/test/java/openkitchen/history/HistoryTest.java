package openkitchen.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import openkitchen.id.ColumnId;
import openkitchen.project.Seat;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@KitchenTest
class HistoryTest {

    @Autowired
    Kitchen kitchen;

    @Autowired
    History history;

    @Autowired
    Timeline timeline;

    @Autowired
    Proof proof;

    @Autowired
    JdbcClient sql;

    @Test
    void manyAtOnceAreNumberedWithoutGapsAndTheChainHolds() throws Exception {
        Seat seat = kitchen.project(kitchen.account());
        ColumnId column = kitchen.column(seat, "Doing");
        try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
            List<? extends Future<?>> done = IntStream.range(0, 80)
                    .mapToObj(i -> workers.submit(() -> kitchen.card(seat, column, "Card " + i)))
                    .toList();
            for (Future<?> each : done) {
                each.get();
            }
        }
        long version = history.version(seat.project());
        List<Event> events = timeline.since(seat.project(), 0, version, 1000);
        assertThat(events)
                .extracting(Event::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, version).boxed().toList());
        assertThat(events.stream()
                        .filter(event -> event.kind() == EventKind.CARD_ADDED)
                        .map(event -> event.text("n")))
                .hasSize(80)
                .doesNotHaveDuplicates();
        assertThat(proof.walk(seat.project())).isEqualTo(new Proof.Finding(seat.project(), version, null));
    }

    @Test
    void whatFailsLeavesNeitherStateNorEvent() {
        Seat seat = kitchen.project(kitchen.account());
        long before = history.version(seat.project());
        assertThatThrownBy(() -> history.change(seat.project(), null, pen -> {
                    pen.write(EventKind.PROJECT_CHANGED, Map.of("name", "never"));
                    sql.sql("update project set name = 'never' where id = ?")
                            .param(seat.project().value())
                            .update();
                    throw new IllegalStateException("broken off");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(history.version(seat.project())).isEqualTo(before);
        assertThat(sql.sql("select name from project where id = ?")
                        .param(seat.project().value())
                        .query(String.class)
                        .single())
                .isNotEqualTo("never");
        assertThat(proof.walk(seat.project()).sound()).isTrue();
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrRemoveAnEvent() {
        Seat seat = kitchen.project(kitchen.account());
        assertThatThrownBy(() -> sql.sql("update event set kind = 'card.added' where project_id = ?")
                        .param(seat.project().value())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.sql("delete from event where project_id = ?")
                        .param(seat.project().value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void tamperingIsFoundAtTheEventWhereItWasDone() {
        Seat seat = kitchen.project(kitchen.account());
        ColumnId column = kitchen.column(seat, "Doing");
        kitchen.cards(seat, column, 5);
        behindOurBack(
                "update event set data = '{\"n\":1,\"title\":\"forged\"}' where project_id = ? and number = 5", seat);
        assertThat(proof.walk(seat.project()).brokenAt()).isEqualTo(5L);
    }

    @Test
    void anEventCutOffAtTheEndIsMissed() {
        Seat seat = kitchen.project(kitchen.account());
        kitchen.column(seat, "Doing");
        long version = history.version(seat.project());
        behindOurBack("delete from event where project_id = ? and number = " + version, seat);
        assertThat(proof.walk(seat.project()).brokenAt()).isEqualTo(version);
    }

    private void behindOurBack(String statement, Seat seat) {
        sql.sql("alter table event disable trigger history_stays").update();
        try {
            sql.sql(statement).param(seat.project().value()).update();
        } finally {
            sql.sql("alter table event enable trigger history_stays").update();
        }
    }
}
