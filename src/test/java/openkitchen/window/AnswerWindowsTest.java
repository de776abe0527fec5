package openkitchen.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.problem.Fault;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KitchenTest
class AnswerWindowsTest {

    private static final Week MORNINGS =
            Week.of(List.of(row(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), 9, 10)));

    @Autowired
    Kitchen kitchen;

    @Autowired
    AnswerWindows windows;

    @Autowired
    WindowChanges changes;

    @Autowired
    People people;

    @Autowired
    JdbcClient sql;

    private static Week.Row row(Set<DayOfWeek> days, int from, int until) {
        return new Week.Row(days, LocalTime.of(from, 0), LocalTime.of(until % 24, 0));
    }

    private static Week week(Week.Row... rows) {
        return Week.of(List.of(rows));
    }

    @Test
    void whoeverHasSetNothingAnswersAtTheUsualHours() {
        Viewer specialist = kitchen.specialist();
        assertThat(windows.of(specialist.person()).week()).isEqualTo(Week.USUAL);
        assertThat(windows.of(specialist.person()).zone()).isEqualTo(specialist.zone());
        assertThat(windows.usual(specialist.person())).isTrue();
    }

    @Test
    void aPersonSetsTheirOwnWeekAndGoesBackToTheUsualOne() {
        Viewer specialist = kitchen.specialist();
        windows.set(specialist, specialist.person(), MORNINGS);
        assertThat(windows.of(specialist.person()).week()).isEqualTo(MORNINGS);
        assertThat(windows.usual(specialist.person())).isFalse();
        windows.setUsual(specialist, specialist.person());
        assertThat(windows.of(specialist.person()).week()).isEqualTo(Week.USUAL);
    }

    @Test
    void aWeekWithoutAnyWindowIsAWeekToo() {
        Viewer specialist = kitchen.specialist();
        windows.set(specialist, specialist.person(), Week.EMPTY);
        assertThat(windows.of(specialist.person()).week().isEmpty()).isTrue();
    }

    @Test
    void manyPeopleAreReadAtOnce() {
        Viewer one = kitchen.specialist();
        Viewer other = kitchen.specialist();
        windows.set(one, one.person(), MORNINGS);
        Map<PersonId, Schedule> found = windows.of(List.of(one.person(), other.person(), new PersonId(987_654_321)));
        assertThat(found).containsOnlyKeys(one.person(), other.person());
        assertThat(found.values()).extracting(Schedule::week).containsExactlyInAnyOrder(MORNINGS, Week.USUAL);
    }

    @Test
    void theAccountAndTheOwnerSetTheWeekOfAnybodyInTheAgency() {
        Viewer specialist = kitchen.specialist();
        windows.set(kitchen.account(), specialist.person(), MORNINGS);
        windows.set(kitchen.owner(), specialist.person(), Week.EMPTY);
        assertThat(windows.of(specialist.person()).week()).isEqualTo(Week.EMPTY);
    }

    @Test
    void aSpecialistDoesNotSetAnothersWeek() {
        PersonId other = kitchen.specialist().person();
        assertThatThrownBy(() -> windows.set(kitchen.specialist(), other, MORNINGS))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> windows.setUsual(kitchen.specialist(), other)).isInstanceOf(Forbidden.class);
    }

    @Test
    void aClientsContactHasNoWindowsAndSetsNobodys() {
        Viewer account = kitchen.account();
        Viewer contact = kitchen.contact(kitchen.client(account));
        assertThat(windows.of(contact.person()).week()).isEqualTo(Week.EMPTY);
        assertThatThrownBy(() -> windows.set(contact, contact.person(), MORNINGS))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> windows.set(contact, account.person(), MORNINGS))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> windows.set(account, contact.person(), MORNINGS))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoeverHasLeftAnswersNoMore() {
        Viewer owner = kitchen.owner();
        Viewer specialist = kitchen.specialist();
        windows.set(specialist, specialist.person(), MORNINGS);
        people.leave(specialist.person(), owner.person());
        assertThat(windows.of(specialist.person()).week()).isEqualTo(Week.EMPTY);
        people.comeBack(specialist.person(), owner.person());
        assertThat(windows.of(specialist.person()).week()).isEqualTo(MORNINGS);
    }

    @Test
    void aWeekOfOverlappingWindowsIsRefusedAndTheOneBeforeStays() {
        Viewer specialist = kitchen.specialist();
        windows.set(specialist, specialist.person(), MORNINGS);
        Week overlapping = week(
                row(EnumSet.of(DayOfWeek.MONDAY), 11, 13), row(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 12, 14));
        assertThatThrownBy(() -> windows.set(specialist, specialist.person(), overlapping))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .containsExactly(new Fault(
                                        "windows",
                                        "error.window_overlap",
                                        Map.of("day", "monday", "one", "11:00–13:00", "other", "12:00–14:00"))));
        assertThat(windows.of(specialist.person()).week()).isEqualTo(MORNINGS);
    }

    @Test
    void whatIsWrongAlikeOnManyDaysIsSaidOnce() {
        Set<DayOfWeek> everyDay = EnumSet.allOf(DayOfWeek.class);
        assertThatThrownBy(
                        () -> week(row(everyDay, 11, 13), row(everyDay, 12, 14)).check())
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.faults()).hasSize(1));
    }

    @Test
    void theSameWindowTwiceIsRefused() {
        assertRefused(
                week(row(EnumSet.of(DayOfWeek.MONDAY), 11, 12), row(EnumSet.of(DayOfWeek.MONDAY), 11, 12)),
                "error.window_overlap");
    }

    @Test
    void aSundayNightThatRunsIntoMondaysWindowIsRefused() {
        assertRefused(
                week(row(EnumSet.of(DayOfWeek.SUNDAY), 23, 2), row(EnumSet.of(DayOfWeek.MONDAY), 1, 3)),
                "error.window_overlap");
    }

    @Test
    void windowsThatOnlyTouchAreTwo() {
        Week touching = week(row(EnumSet.of(DayOfWeek.MONDAY), 11, 12), row(EnumSet.of(DayOfWeek.MONDAY), 12, 13));
        touching.check();
        assertThat(touching.windows()).hasSize(2);
    }

    @Test
    void aWindowOfNoLengthAndOneOfAFewMinutesAreRefused() {
        LocalTime eleven = LocalTime.of(11, 0);
        Set<DayOfWeek> monday = EnumSet.of(DayOfWeek.MONDAY);
        assertRefused(week(new Week.Row(monday, eleven, eleven)), "error.window_short");
        assertRefused(week(new Week.Row(monday, eleven, eleven.plusMinutes(14))), "error.window_short");
        week(new Week.Row(monday, eleven, eleven.plusMinutes(15))).check();
    }

    @Test
    void sevenWindowsOnADayAreTooMany() {
        Week six = new Week(hours(6));
        six.check();
        assertRefused(new Week(hours(7)), "error.window_too_many");
    }

    private static List<Window> hours(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Window(DayOfWeek.TUESDAY, LocalTime.of(8 + i, 0), LocalTime.of(9 + i, 0)))
                .toList();
    }

    private static void assertRefused(Week week, String key) {
        assertThatThrownBy(week::check)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::key)
                                .containsOnly(key));
    }

    @Test
    void whoChangedAWeekAndFromWhatIsKept() {
        Viewer account = kitchen.account();
        Viewer specialist = kitchen.specialist();
        assertThat(changes.last(specialist.person())).isEmpty();
        windows.set(account, specialist.person(), MORNINGS);
        windows.setUsual(specialist, specialist.person());
        assertThat(changes.last(specialist.person()).orElseThrow().by()).isEqualTo(specialist.person());
        assertThat(sql.sql(
                                "select was || ' => ' || became from window_change where person_id = ? order by id desc limit 1")
                        .param(specialist.person().value())
                        .query(String.class)
                        .single())
                .isEqualTo("MON 09:00–10:00, TUE 09:00–10:00, WED 09:00–10:00, THU 09:00–10:00 => usual");
    }
}
