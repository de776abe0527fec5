package openkitchen.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import openkitchen.id.DayOffId;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.problem.Fault;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KitchenTest
class DaysOffTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));

    @Autowired
    Kitchen kitchen;

    @Autowired
    DaysOff daysOff;

    @Autowired
    AnswerWindows windows;

    @Autowired
    People people;

    @Autowired
    JdbcClient sql;

    private Viewer andrey;
    private Viewer darya;

    @BeforeEach
    void meet() {
        andrey = kitchen.specialist();
        darya = kitchen.specialist();
    }

    private DayOffId off(int first, int last) {
        return daysOff.add(
                andrey, andrey.person(), TODAY.plusDays(first), TODAY.plusDays(last), darya.person(), " At the sea ");
    }

    private static Instant noonIn(int days) {
        return TODAY.plusDays(days)
                .atTime(12, 0)
                .atZone(ZoneId.of("Europe/Moscow"))
                .toInstant();
    }

    private static void refused(ThrowingCallable wish, String field, String key) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.faults()).containsExactly(new Fault(field, key)));
    }

    @Test
    void whileOnePersonIsAwayAnotherStandsIn() {
        DayOffId id = off(3, 9);
        assertThat(daysOff.keptBy(andrey, andrey.person()))
                .containsExactly(new DayOff(
                        id, andrey.person(), TODAY.plusDays(3), TODAY.plusDays(9), darya.person(), "At the sea"));
        Schedule schedule = windows.of(andrey.person());
        assertThat(schedule.substitute(noonIn(2))).isEmpty();
        assertThat(schedule.substitute(noonIn(3))).contains(darya.person());
        assertThat(schedule.substitute(noonIn(9))).contains(darya.person());
        assertThat(schedule.away(noonIn(10))).isFalse();
    }

    @Test
    void whoeverHasLeftStandsInNoMore() {
        off(0, 9);
        people.leave(darya.person(), kitchen.owner().person());
        assertThat(windows.of(andrey.person()).away(noonIn(0))).isTrue();
        assertThat(windows.of(andrey.person()).substitute(noonIn(0))).isEmpty();
    }

    @Test
    void nobodyStandsInForThemselvesNorDoesAContactOrWhoeverHasLeft() {
        Viewer account = kitchen.account();
        PersonId contact = kitchen.contact(kitchen.client(account)).person();
        PersonId gone = kitchen.specialist().person();
        people.leave(gone, kitchen.owner().person());
        for (PersonId wrong : List.of(andrey.person(), contact, gone, new PersonId(987_654_321))) {
            refused(
                    () -> daysOff.add(andrey, andrey.person(), TODAY, TODAY, wrong, ""),
                    "substitute",
                    "error.substitute");
        }
    }

    @Test
    void daysOffThatOverlapAreRefused() {
        off(3, 9);
        refused(() -> off(9, 12), "first", "error.day_off_overlap");
        refused(() -> off(1, 3), "first", "error.day_off_overlap");
        refused(() -> off(5, 6), "first", "error.day_off_overlap");
        off(10, 12);
        off(1, 2);
    }

    @Test
    void daysOffInAWrongOrderOrPastOrTooLongOrTooFarAreRefused() {
        refused(() -> off(3, 2), "last", "error.day_off_order");
        refused(() -> off(-3, -1), "last", "error.day_off_past");
        refused(() -> off(0, 366), "last", "error.day_off_long");
        refused(() -> off(731, 732), "first", "error.day_off_far");
        off(-3, 362);
    }

    @Test
    void aDateBeyondAllCalendarsIsRefusedToo() {
        assertThatThrownBy(() -> daysOff.add(andrey, andrey.person(), LocalDate.MIN, LocalDate.MAX, null, ""))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> daysOff.add(andrey, andrey.person(), LocalDate.MAX, LocalDate.MAX, null, ""))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void moreDaysOffThanAnybodyTakesAreRefused() {
        for (int i = 0; i < DaysOff.MOST_TO_COME; i++) {
            off(i, i);
        }
        refused(() -> off(100, 100), "first", "error.day_off_many");
    }

    @Test
    void daysOffThatHaveNotBegunAreTakenBackWhole() {
        DayOffId id = off(3, 9);
        daysOff.remove(andrey, andrey.person(), id);
        assertThat(windows.of(andrey.person()).daysOff()).isEmpty();
    }

    @Test
    void whoeverComesBackEarlyWasAwayUntilYesterday() {
        DayOffId id = off(-3, 9);
        daysOff.remove(andrey, andrey.person(), id);
        Schedule schedule = windows.of(andrey.person());
        assertThat(schedule.away(noonIn(-3))).isTrue();
        assertThat(schedule.away(noonIn(-1))).isTrue();
        assertThat(schedule.away(noonIn(0))).isFalse();
        assertThat(daysOff.keptBy(andrey, andrey.person())).isEmpty();
    }

    @Test
    void onesOwnDaysOffAreSetByOneselfAndByWhoeverLeadsTheAgency() {
        DayOffId id = off(3, 9);
        Viewer contact = kitchen.contact(kitchen.client(kitchen.account()));
        assertThatThrownBy(() -> daysOff.add(darya, andrey.person(), TODAY, TODAY, null, ""))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> daysOff.remove(darya, andrey.person(), id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> daysOff.keptBy(darya, andrey.person())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> daysOff.remove(darya, darya.person(), id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> daysOff.keptBy(contact, contact.person())).isInstanceOf(NotFound.class);
        daysOff.remove(kitchen.account(), andrey.person(), id);
        daysOff.add(kitchen.owner(), andrey.person(), TODAY, TODAY, null, "");
        assertThat(daysOff.keptBy(kitchen.account(), andrey.person())).hasSize(1);
    }

    @Test
    void daysOffThatWereTakenBackAreNotForgotten() {
        daysOff.remove(andrey, andrey.person(), off(3, 9));
        assertThat(sql.sql("select was from window_change where person_id = ? order by id desc limit 1")
                        .param(andrey.person().value())
                        .query(String.class)
                        .single())
                .contains(TODAY.plusDays(3).toString(), TODAY.plusDays(9).toString(), "At the sea");
    }
}
