package openkitchen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.id.TurnId;
import openkitchen.project.Role;
import openkitchen.turn.Awaited;
import openkitchen.turn.Pause;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.window.AgencyCalendar;
import openkitchen.window.Schedule;
import openkitchen.window.Week;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A Wednesday in Moscow, windows at 11–12 and 17–18. */
class SortingTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final PersonId ME = new PersonId(1);
    private static final Schedule USUAL =
            new Schedule(ME, MOSCOW, Week.USUAL, List.of(), new AgencyCalendar(false, Map.of()));
    private static final Schedule NONE =
            new Schedule(ME, MOSCOW, Week.EMPTY, List.of(), new AgencyCalendar(false, Map.of()));

    private static Instant wednesday(int hour, int minute) {
        return Instant.parse("2026-11-25T00:00:00Z").plusSeconds((hour - 3) * 3600L + minute * 60L);
    }

    private static Instant thursday(int hour) {
        return wednesday(hour, 0).plusSeconds(24 * 3600);
    }

    private static Turn turn(@Nullable Instant due, @Nullable Pause pause) {
        return new Turn(
                new TurnId(7),
                new ProjectId(1),
                new CardId(1),
                new CommentId(1),
                "",
                Purpose.ANSWER,
                new Awaited.OfRole(Role.SEO),
                false,
                wednesday(9, 0),
                null,
                null,
                due,
                pause,
                null);
    }

    private static Optional<Pile> pile(Instant now, @Nullable Instant due) {
        return new Sorting(now, Hours.at(now, USUAL), Map.of()).pile(turn(due, null), false);
    }

    @Test
    void whatWasPromisedForATimeThatHasPassedIsLate() {
        assertThat(pile(wednesday(17, 10), wednesday(12, 0))).contains(Pile.LATE);
    }

    @Test
    void whatIsPromisedByTheEndOfTheRunningWindowIsForThisWindow() {
        assertThat(pile(wednesday(17, 10), wednesday(18, 0))).contains(Pile.NOW);
        assertThat(pile(wednesday(17, 10), null)).contains(Pile.NOW);
    }

    @Test
    void whatIsPromisedByTheEndOfTheNextIsForTheNext() {
        assertThat(pile(wednesday(11, 50), wednesday(18, 0))).contains(Pile.NEXT);
        assertThat(pile(wednesday(17, 50), thursday(12))).contains(Pile.NEXT);
        assertThat(pile(wednesday(17, 50), thursday(18))).contains(Pile.LATER);
    }

    @Test
    void betweenTheWindowsNothingIsForNow() {
        assertThat(pile(wednesday(14, 0), wednesday(18, 0))).contains(Pile.NEXT);
        assertThat(pile(wednesday(14, 0), null)).contains(Pile.NEXT);
        assertThat(pile(wednesday(14, 0), thursday(12))).contains(Pile.LATER);
        assertThat(Hours.at(wednesday(14, 0), USUAL).open()).isFalse();
    }

    @Test
    void aWindowHasEndedWhenItsEndIsThere() {
        assertThat(Hours.at(wednesday(17, 59), USUAL).open()).isTrue();
        assertThat(Hours.at(wednesday(18, 0), USUAL).open()).isFalse();
    }

    @Test
    void whoeverHasNoWindowsSeesEverythingAtOnce() {
        Instant now = wednesday(3, 0);
        Sorting sorting = new Sorting(now, Hours.at(now, NONE), Map.of());
        assertThat(sorting.hours().open()).isTrue();
        assertThat(sorting.pile(turn(null, null), false)).contains(Pile.NOW);
        assertThat(sorting.pile(turn(thursday(18), null), false)).contains(Pile.NOW);
        assertThat(sorting.pile(turn(wednesday(2, 0), null), false)).contains(Pile.LATE);
    }

    @Test
    void whatWasPutOffLiesBelowEvenWhenItIsLate() {
        Instant now = wednesday(17, 10);
        Sorting sorting = new Sorting(now, Hours.at(now, USUAL), Map.of(new TurnId(7), thursday(11)));
        assertThat(sorting.pile(turn(wednesday(12, 0), null), false)).contains(Pile.LATER);
    }

    @Test
    void whatNobodyOwnsYetIsSortedOutUnlessItIsLate() {
        Instant now = wednesday(14, 0);
        Sorting sorting = new Sorting(now, Hours.at(now, USUAL), Map.of());
        assertThat(sorting.pile(turn(thursday(18), null), true)).contains(Pile.TRIAGE);
        assertThat(sorting.pile(turn(wednesday(12, 0), null), true)).contains(Pile.LATE);
    }

    @Test
    void aClockThatStandsStillPutsNothingOnTheDesk() {
        Instant now = wednesday(17, 10);
        Sorting sorting = new Sorting(now, Hours.at(now, USUAL), Map.of());
        assertThat(sorting.pile(turn(wednesday(12, 0), new Pause(Pause.Why.ASKER, now)), false))
                .isEmpty();
    }

    @Test
    void whatIsPutOffComesBackAtTheNextWindow() {
        assertThat(Hours.at(wednesday(17, 10), USUAL).afterThis(wednesday(17, 10), USUAL, MOSCOW))
                .isEqualTo(thursday(11));
        assertThat(Hours.at(wednesday(14, 0), USUAL).afterThis(wednesday(14, 0), USUAL, MOSCOW))
                .as("the coming one is the one it is put off from")
                .isEqualTo(thursday(11));
        assertThat(Hours.at(wednesday(14, 0), NONE).afterThis(wednesday(14, 0), NONE, MOSCOW))
                .isEqualTo(thursday(9));
    }
}
