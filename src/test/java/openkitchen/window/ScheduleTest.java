package openkitchen.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import openkitchen.id.DayOffId;
import openkitchen.id.PersonId;
import org.junit.jupiter.api.Test;

/** The days of this test: Thursday is 26 November 2026, Friday the 27th, Monday the 30th. */
class ScheduleTest {

    private static final PersonId ANDREY = new PersonId(1);
    private static final PersonId DARYA = new PersonId(2);
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final AgencyCalendar NO_HOLIDAYS = new AgencyCalendar(false, Map.of());
    private static final AgencyCalendar RUSSIAN = new AgencyCalendar(true, Map.of());

    private final Schedule usual = new Schedule(ANDREY, MOSCOW, Week.USUAL, List.of(), NO_HOLIDAYS);

    private static Instant in(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static Instant moscow(String local) {
        return in(MOSCOW, local);
    }

    private static Span span(String from, String until) {
        return new Span(moscow(from), moscow(until));
    }

    private static DayOff off(String first, String last) {
        return new DayOff(new DayOffId(1), ANDREY, LocalDate.parse(first), LocalDate.parse(last), DARYA, "");
    }

    private static Schedule nights(ZoneId zone, LocalTime from, LocalTime until, DayOff... off) {
        Week week = Week.of(List.of(new Week.Row(EnumSet.allOf(DayOfWeek.class), from, until)));
        return new Schedule(ANDREY, zone, week, List.of(off), NO_HOLIDAYS);
    }

    @Test
    void aQuestionOfTheMorningIsAnsweredByNoon() {
        assertThat(usual.promise(moscow("2026-11-26T09:30"), HALF_AN_HOUR))
                .contains(span("2026-11-26T11:00", "2026-11-26T12:00"));
    }

    @Test
    void aQuestionOfTenToNoonWaitsForTheEvening() {
        assertThat(usual.promise(moscow("2026-11-26T11:50"), HALF_AN_HOUR))
                .contains(span("2026-11-26T17:00", "2026-11-26T18:00"));
    }

    @Test
    void aQuestionInTheWindowThatLeavesJustEnoughTimeIsAnsweredInIt() {
        assertThat(usual.promise(moscow("2026-11-26T11:30"), HALF_AN_HOUR))
                .contains(span("2026-11-26T11:00", "2026-11-26T12:00"));
        assertThat(usual.promise(moscow("2026-11-26T11:30:01"), HALF_AN_HOUR))
                .contains(span("2026-11-26T17:00", "2026-11-26T18:00"));
    }

    @Test
    void aQuestionOfFridayNightIsAnsweredOnMonday() {
        assertThat(usual.promise(moscow("2026-11-27T21:00"), HALF_AN_HOUR))
                .contains(span("2026-11-30T11:00", "2026-11-30T12:00"));
    }

    @Test
    void nobodyIsPromisedAnAnswerOfSomebodyWithoutWindows() {
        Schedule never = new Schedule(ANDREY, MOSCOW, Week.EMPTY, List.of(), NO_HOLIDAYS);
        assertThat(never.promise(moscow("2026-11-26T09:30"), Duration.ZERO)).isEmpty();
        assertThat(never.next(moscow("2026-11-26T09:30"))).isEmpty();
        assertThat(never.open(moscow("2026-11-26T11:30"))).isFalse();
    }

    @Test
    void aWindowShorterThanAnAnswerTakesPromisesNothing() {
        assertThat(usual.promise(moscow("2026-11-26T09:30"), Duration.ofMinutes(61)))
                .isEmpty();
    }

    @Test
    void aWindowIsOpenFromItsFirstMomentToItsLast() {
        assertThat(usual.open(moscow("2026-11-26T10:59:59"))).isFalse();
        assertThat(usual.open(moscow("2026-11-26T11:00"))).isTrue();
        assertThat(usual.open(moscow("2026-11-26T11:59:59"))).isTrue();
        assertThat(usual.open(moscow("2026-11-26T12:00"))).isFalse();
        assertThat(usual.open(moscow("2026-11-28T11:30"))).as("on Saturday").isFalse();
    }

    @Test
    void theWindowThatRunsIsTheNextOne() {
        assertThat(usual.next(moscow("2026-11-26T17:59"))).contains(span("2026-11-26T17:00", "2026-11-26T18:00"));
        assertThat(usual.next(moscow("2026-11-26T18:00"))).contains(span("2026-11-27T11:00", "2026-11-27T12:00"));
    }

    @Test
    void aQuestionFromThursdayEveningToFridayNoonTookAnHourAndAHalfOfWindows() {
        assertThat(usual.within(moscow("2026-11-26T17:30"), moscow("2026-11-27T12:30")))
                .isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void whoeverIsAwayAnswersWhenTheyAreBackAndSomebodyStandsInMeanwhile() {
        Schedule away = new Schedule(ANDREY, MOSCOW, Week.USUAL, List.of(off("2026-11-26", "2026-11-30")), NO_HOLIDAYS);
        Instant thursday = moscow("2026-11-26T09:30");
        assertThat(away.away(thursday)).isTrue();
        assertThat(away.substitute(thursday)).contains(DARYA);
        assertThat(away.promise(thursday, HALF_AN_HOUR)).contains(span("2026-12-01T11:00", "2026-12-01T12:00"));
        assertThat(away.away(moscow("2026-11-25T23:59"))).isFalse();
        assertThat(away.away(moscow("2026-12-01T00:00"))).isFalse();
        assertThat(away.substitute(moscow("2026-12-01T00:00"))).isEmpty();
    }

    @Test
    void theDayOffOfSomebodyInVladivostokBeginsWhenItBeginsThere() {
        Schedule away = new Schedule(
                ANDREY,
                ZoneId.of("Asia/Vladivostok"),
                Week.USUAL,
                List.of(off("2026-11-26", "2026-11-26")),
                NO_HOLIDAYS);
        assertThat(away.away(moscow("2026-11-25T17:00"))).isTrue();
        assertThat(away.away(moscow("2026-11-26T17:00"))).isFalse();
    }

    @Test
    void overTheNewYearHolidaysNobodyAnswersUntilTheNinth() {
        Schedule schedule = new Schedule(ANDREY, MOSCOW, Week.USUAL, List.of(), RUSSIAN);
        assertThat(schedule.promise(moscow("2025-12-31T17:45"), HALF_AN_HOUR))
                .contains(span("2026-01-09T11:00", "2026-01-09T12:00"));
        assertThat(schedule.away(moscow("2026-01-05T11:30"))).isFalse();
    }

    @Test
    void aHolidayThatTheAgencyWorksIsADayLikeOthers() {
        LocalDate unity = LocalDate.parse("2026-11-04");
        AgencyCalendar worked = new AgencyCalendar(true, Map.of(unity, new Holiday(unity, Holiday.Kind.WORKED, "")));
        Instant morning = moscow("2026-11-04T09:00");
        assertThat(new Schedule(ANDREY, MOSCOW, Week.USUAL, List.of(), RUSSIAN).next(morning))
                .contains(span("2026-11-05T11:00", "2026-11-05T12:00"));
        assertThat(new Schedule(ANDREY, MOSCOW, Week.USUAL, List.of(), worked).next(morning))
                .contains(span("2026-11-04T11:00", "2026-11-04T12:00"));
    }

    @Test
    void aDayThatTheAgencyTakesOffHasNoWindows() {
        LocalDate birthday = LocalDate.parse("2026-11-26");
        AgencyCalendar own = new AgencyCalendar(
                false, Map.of(birthday, new Holiday(birthday, Holiday.Kind.OFF, "The agency's birthday")));
        assertThat(new Schedule(ANDREY, MOSCOW, Week.USUAL, List.of(), own).next(moscow("2026-11-26T09:00")))
                .contains(span("2026-11-27T11:00", "2026-11-27T12:00"));
    }

    @Test
    void aWindowOverMidnightIsOneWindow() {
        Schedule nights = nights(MOSCOW, LocalTime.of(22, 0), LocalTime.of(1, 0));
        assertThat(nights.next(moscow("2026-11-27T00:30"))).contains(span("2026-11-26T22:00", "2026-11-27T01:00"));
        assertThat(nights.open(moscow("2026-11-27T00:59"))).isTrue();
        assertThat(nights.open(moscow("2026-11-27T01:00"))).isFalse();
    }

    @Test
    void aWindowOverMidnightEndsAtMidnightWhenTheNextDayIsOff() {
        Schedule nights = nights(MOSCOW, LocalTime.of(22, 0), LocalTime.of(1, 0), off("2026-11-27", "2026-11-27"));
        assertThat(nights.next(moscow("2026-11-26T12:00"))).contains(span("2026-11-26T22:00", "2026-11-27T00:00"));
        assertThat(nights.next(moscow("2026-11-27T00:00"))).contains(span("2026-11-28T22:00", "2026-11-29T01:00"));
    }

    @Test
    void elevenInTheMorningStaysElevenWhenTheClocksChange() {
        Schedule berlin = new Schedule(ANDREY, BERLIN, Week.USUAL, List.of(), NO_HOLIDAYS);
        assertThat(berlin.next(in(BERLIN, "2026-03-27T18:00")).orElseThrow().from())
                .as("after the clocks went forward on Sunday")
                .isEqualTo(Instant.parse("2026-03-30T09:00:00Z"));
        assertThat(berlin.next(in(BERLIN, "2026-10-23T18:00")).orElseThrow().from())
                .as("after the clocks went back on Sunday")
                .isEqualTo(Instant.parse("2026-10-26T10:00:00Z"));
    }

    @Test
    void theHourThatTheClocksSkipIsMissingFromItsWindow() {
        Schedule nights = nights(BERLIN, LocalTime.of(1, 30), LocalTime.of(3, 30));
        assertThat(nights.next(in(BERLIN, "2026-03-29T00:00")))
                .contains(new Span(Instant.parse("2026-03-29T00:30:00Z"), Instant.parse("2026-03-29T01:30:00Z")));
        Schedule skipped = nights(BERLIN, LocalTime.of(2, 0), LocalTime.of(3, 0));
        assertThat(skipped.next(in(BERLIN, "2026-03-29T00:00")).orElseThrow().from())
                .isEqualTo(in(BERLIN, "2026-03-30T02:00"));
    }

    @Test
    void ofTheHourThatComesTwiceTheFirstCounts() {
        Schedule nights = nights(BERLIN, LocalTime.of(2, 0), LocalTime.of(2, 45));
        assertThat(nights.next(in(BERLIN, "2026-10-25T00:00")))
                .contains(new Span(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T00:45:00Z")));
    }

    @Test
    void aYearOfDaysOffLeavesNothingToPromise() {
        Schedule away = new Schedule(ANDREY, MOSCOW, Week.USUAL, List.of(off("2026-11-01", "2027-10-31")), NO_HOLIDAYS);
        assertThat(away.promise(moscow("2026-11-26T09:30"), HALF_AN_HOUR)).isEmpty();
    }
}
