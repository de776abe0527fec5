package openkitchen.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import openkitchen.board.Faces;
import openkitchen.id.CardId;
import openkitchen.people.People;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import openkitchen.talk.Address;
import openkitchen.talk.Questions;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.window.AnswerWindows;
import openkitchen.window.DaysOff;
import openkitchen.window.Week;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KitchenTest
class PromisesTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    /** A Monday to come, with no public holiday in the three days from it on. */
    private static final LocalDate MONDAY = LocalDate.now(MOSCOW)
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
            .datesUntil(LocalDate.now(MOSCOW).plusYears(1), Period.ofWeeks(1))
            .filter(day -> day.datesUntil(day.plusDays(3)).noneMatch(PromisesTest::mayBeFree))
            .findFirst()
            .orElseThrow();

    private static boolean mayBeFree(LocalDate day) {
        return (day.getMonth() == Month.JANUARY && day.getDayOfMonth() <= 8)
                || Set.of("--02-23", "--03-08", "--05-01", "--05-09", "--06-12", "--11-04")
                        .contains(MonthDay.from(day).toString());
    }

    @Autowired
    Kitchen kitchen;

    @Autowired
    Promises promises;

    @Autowired
    AnswerWindows windows;

    @Autowired
    DaysOff daysOff;

    @Autowired
    Team team;

    @Autowired
    People people;

    @Autowired
    Questions questions;

    @Autowired
    Turns turns;

    @Autowired
    Faces faces;

    Seat account;
    Seat seo;

    @BeforeEach
    void sit() {
        account = kitchen.project(kitchen.account());
        seo = kitchen.join(account, kitchen.specialist(), Role.SEO);
    }

    private static Instant monday(int hour, int minute) {
        return MONDAY.atTime(hour, minute).atZone(MOSCOW).toInstant();
    }

    private Instant due(Awaited awaited, Instant asked, boolean urgent) {
        return promises.of(account.project(), awaited, asked, urgent)
                .orElseThrow()
                .due();
    }

    private static Week every(int from, int until) {
        return Week.of(
                List.of(new Week.Row(EnumSet.allOf(DayOfWeek.class), LocalTime.of(from, 0), LocalTime.of(until, 0))));
    }

    @Test
    void thePromiseIsTheEndOfTheFirstWindowThatLeavesHalfAnHour() {
        Awaited somebody = new Awaited.OfRole(Role.SEO);
        assertThat(due(somebody, monday(9, 0), false)).isEqualTo(monday(12, 0));
        assertThat(due(somebody, monday(11, 30), false)).isEqualTo(monday(12, 0));
        assertThat(due(somebody, monday(11, 31), false)).isEqualTo(monday(18, 0));
        assertThat(due(somebody, monday(11, 45), true))
                .as("what is urgent needs ten minutes")
                .isEqualTo(monday(12, 0));
    }

    @Test
    void ofSeveralThatMayAnswerTheFirstPromises() {
        Viewer early = kitchen.specialist();
        kitchen.join(account, early, Role.SEO);
        windows.set(early, early.person(), every(9, 10));
        assertThat(promises.of(account.project(), new Awaited.OfRole(Role.SEO), monday(8, 0), false))
                .hasValueSatisfying(promise -> {
                    assertThat(promise.by()).isEqualTo(early.person());
                    assertThat(promise.due()).isEqualTo(monday(10, 0));
                });
    }

    @Test
    void whileSomebodyIsAwayTheirSubstitutePromisesIfTheyAreOnTheProject() {
        Viewer away = seo.viewer();
        Viewer standIn = kitchen.specialist();
        windows.set(standIn, standIn.person(), every(14, 15));
        daysOff.add(away, away.person(), MONDAY, MONDAY.plusDays(1), standIn.person(), "Skiing");
        Awaited somebody = new Awaited.Someone(away.person(), Side.AGENCY);
        assertThat(due(somebody, monday(9, 0), false))
                .as("who is not on the project cannot stand in there")
                .isEqualTo(monday(12, 0).plus(Duration.ofDays(2)));
        kitchen.join(account, standIn, Role.DEVELOPMENT);
        assertThat(promises.of(account.project(), somebody, monday(9, 0), false))
                .hasValueSatisfying(promise -> {
                    assertThat(promise.by()).isEqualTo(standIn.person());
                    assertThat(promise.due()).isEqualTo(monday(15, 0));
                });
    }

    @Test
    void aClientPromisesNothing() {
        assertThat(promises.of(account.project(), new Awaited.OfSide(Side.CLIENT), monday(9, 0), false))
                .isEmpty();
    }

    @Test
    void whatWasPromisedStaysPromisedWhenTheWeekIsEdited() {
        int card = kitchen.card(account, kitchen.column(account, "Here"), "Card");
        questions.ask(account, card, new Address.To(seo.viewer().person()), false, "When?", List.of());
        CardId id = faces.number(account, card).id();
        Instant promised = turns.openOn(account, id).getFirst().due();
        windows.set(seo.viewer(), seo.viewer().person(), every(3, 4));
        assertThat(turns.openOn(account, id).getFirst().due()).isEqualTo(promised);
    }

    @Test
    void whoHasNoWindowsPromisesNothingButIsWaitedForAllTheSame() {
        windows.set(seo.viewer(), seo.viewer().person(), Week.EMPTY);
        int card = kitchen.card(account, kitchen.column(account, "Here"), "Card");
        questions.ask(account, card, new Address.OfRole(Role.SEO), false, "When?", List.of());
        assertThat(turns.openOn(account, faces.number(account, card).id()))
                .singleElement()
                .satisfies(turn -> assertThat(turn.due()).isNull());
    }

    @Test
    void whoLeavesTheAgencyIsNoLongerWaitedFor() {
        int card = kitchen.card(account, kitchen.column(account, "Here"), "Card");
        questions.ask(account, card, new Address.To(seo.viewer().person()), false, "When?", List.of());
        people.leave(seo.viewer().person(), account.viewer().person());
        assertThat(turns.openOn(account, faces.number(account, card).id()))
                .singleElement()
                .satisfies(turn -> assertThat(turn.awaited()).isEqualTo(new Awaited.OfRole(Role.ACCOUNT)));
    }
}
