package openkitchen.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import openkitchen.people.Viewer;
import openkitchen.problem.Fault;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calendar is everybody's: each test takes back what it set. */
@KitchenTest
class HolidaysTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));
    private static final LocalDate NEW_YEAR = LocalDate.of(TODAY.getYear() + 2, 1, 1);
    private static final LocalDate BIRTHDAY = LocalDate.of(TODAY.getYear() + 2, 8, 20);

    @Autowired
    Kitchen kitchen;

    @Autowired
    Holidays holidays;

    @Autowired
    AnswerWindows windows;

    @Autowired
    WindowChanges changes;

    @Autowired
    JdbcClient sql;

    private Viewer account;

    @BeforeEach
    void meet() {
        account = kitchen.account();
    }

    @AfterEach
    void takeBack() {
        sql.sql("delete from holiday where day in (?, ?)")
                .params(NEW_YEAR, BIRTHDAY)
                .update();
        sql.sql("delete from agency_calendar").update();
    }

    private boolean off(LocalDate day) {
        return holidays.seenBy(account).off(day);
    }

    private static void refused(ThrowingCallable wish, String field, String key) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.faults()).containsExactly(new Fault(field, key)));
    }

    @Test
    void russiasPublicHolidaysAreFreeUntilTheAgencySaysOtherwise() {
        assertThat(off(NEW_YEAR)).isTrue();
        holidays.keepPublic(account, false);
        assertThat(off(NEW_YEAR)).isFalse();
        assertThat(windows.of(account.person()).calendar().off(NEW_YEAR)).isFalse();
        holidays.keepPublic(account, true);
        assertThat(off(NEW_YEAR)).isTrue();
    }

    @Test
    void aPublicHolidayCanBeWorkedAndMadeFreeAgain() {
        holidays.set(account, NEW_YEAR, Holiday.Kind.WORKED, "");
        assertThat(off(NEW_YEAR)).isFalse();
        holidays.remove(account, NEW_YEAR);
        assertThat(off(NEW_YEAR)).isTrue();
    }

    @Test
    void theAgencyTakesADayOffOfItsOwnAndTakesItBack() {
        holidays.set(account, BIRTHDAY, Holiday.Kind.OFF, " Our birthday ");
        assertThat(holidays.seenBy(kitchen.specialist()).own())
                .containsEntry(BIRTHDAY, new Holiday(BIRTHDAY, Holiday.Kind.OFF, "Our birthday"));
        assertThat(windows.of(kitchen.specialist().person()).calendar().off(BIRTHDAY))
                .isTrue();
        assertThat(changes.lastOfAgency().orElseThrow().by()).isEqualTo(account.person());
        holidays.remove(account, BIRTHDAY);
        assertThat(off(BIRTHDAY)).isFalse();
    }

    @Test
    void whatIsNoHolidayCannotBeWorkedInstead() {
        refused(() -> holidays.set(account, BIRTHDAY, Holiday.Kind.WORKED, ""), "day", "error.holiday_not_public");
        assertThatThrownBy(() -> holidays.remove(account, BIRTHDAY)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsPastOrFarAwayStaysAsItIs() {
        refused(() -> holidays.set(account, TODAY.minusDays(1), Holiday.Kind.OFF, ""), "day", "error.holiday_past");
        refused(() -> holidays.remove(account, TODAY.minusDays(1)), "day", "error.holiday_past");
        refused(() -> holidays.set(account, LocalDate.MAX, Holiday.Kind.OFF, ""), "day", "error.holiday_far");
    }

    @Test
    void onlyWhoeverLeadsTheAgencySetsItsHolidaysAndOnlyItsPeopleSeeThem() {
        Viewer specialist = kitchen.specialist();
        Viewer contact = kitchen.contact(kitchen.client(account));
        assertThatThrownBy(() -> holidays.set(specialist, BIRTHDAY, Holiday.Kind.OFF, ""))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> holidays.remove(specialist, NEW_YEAR)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> holidays.keepPublic(specialist, false)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> holidays.seenBy(contact)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> holidays.set(contact, BIRTHDAY, Holiday.Kind.OFF, ""))
                .isInstanceOf(NotFound.class);
    }
}
