package openkitchen.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import openkitchen.id.DayOffId;
import openkitchen.id.PersonId;
import openkitchen.problem.Invalid;

/** What holds for every week, in every time zone, around every change of the clocks. */
class ScheduleRulesTest {

    private static final PersonId PERSON = new PersonId(1);

    /** A schedule and a moment, which is often near a change of the clocks there. */
    record Case(Schedule schedule, Instant at) {}

    @Property
    void whetherAWindowIsOpenIsWhatTheClockOnTheWallSays(@ForAll("cases") Case one) {
        Schedule schedule = one.schedule();
        LocalDateTime clock = LocalDateTime.ofInstant(one.at(), schedule.zone());
        if (schedule.zone().getRules().getValidOffsets(clock).size() == 1) {
            assertThat(schedule.open(one.at())).isEqualTo(openByTheClock(schedule, clock));
        }
    }

    private static boolean openByTheClock(Schedule schedule, LocalDateTime clock) {
        LocalDate today = clock.toLocalDate();
        LocalDate yesterday = today.minusDays(1);
        LocalTime time = clock.toLocalTime();
        if (free(schedule, today)) {
            return false;
        }
        boolean begunToday = schedule.week().on(today.getDayOfWeek()).stream()
                .anyMatch(window ->
                        !time.isBefore(window.from()) && (window.overMidnight() || time.isBefore(window.until())));
        boolean begunYesterday = !free(schedule, yesterday)
                && schedule.week().on(yesterday.getDayOfWeek()).stream()
                        .anyMatch(window -> window.overMidnight() && time.isBefore(window.until()));
        return begunToday || begunYesterday;
    }

    private static boolean free(Schedule schedule, LocalDate day) {
        return schedule.calendar().off(day) || schedule.daysOff().stream().anyMatch(dayOff -> dayOff.holds(day));
    }

    @Property
    void windowsComeInOrderDoNotOverlapAndAreNeverOver(@ForAll("cases") Case one) {
        Instant end = one.at();
        for (Span window : one.schedule().windows(one.at()).toList()) {
            assertThat(window.until()).isAfter(one.at());
            if (window.from().isAfter(one.at())) {
                assertThat(window.from()).isAfterOrEqualTo(end);
            }
            end = window.until();
        }
    }

    @Property
    void nothingOfAWindowLiesOnAFreeDay(@ForAll("cases") Case one) {
        one.schedule().windows(one.at()).forEach(window -> {
            for (Instant moment : List.of(window.from(), window.until().minusNanos(1))) {
                assertThat(free(
                                one.schedule(),
                                LocalDate.ofInstant(moment, one.schedule().zone())))
                        .isFalse();
                assertThat(one.schedule().away(moment)).isFalse();
            }
        });
    }

    @Property
    void whoeverIsAwayHasNoWindowOpen(@ForAll("cases") Case one) {
        if (one.schedule().away(one.at())) {
            assertThat(one.schedule().open(one.at())).isFalse();
        }
    }

    @Property
    void theNextWindowRunsOrIsTheFirstToCome(@ForAll("cases") Case one) {
        Optional<Span> next = one.schedule().next(one.at());
        assertThat(next).isEqualTo(one.schedule().windows(one.at()).findFirst());
        assertThat(one.schedule().open(one.at()))
                .isEqualTo(next.filter(window -> window.holds(one.at())).isPresent());
        next.ifPresent(window ->
                assertThat(one.schedule().next(window.until().minusNanos(1))).contains(window));
    }

    @Property
    void aPromiseIsAWindowsEndAndLeavesTheTimeThatAnAnswerNeeds(
            @ForAll("cases") Case one, @ForAll @IntRange(max = 180) int minutes) {
        Duration lead = Duration.ofMinutes(minutes);
        List<Span> windows = one.schedule().windows(one.at()).toList();
        Optional<Span> promise = one.schedule().promise(one.at(), lead);
        promise.ifPresent(window -> {
            assertThat(windows).contains(window);
            assertThat(window.until()).isAfterOrEqualTo(one.at().plus(lead));
            assertThat(window.leftAfter(one.at())).isGreaterThanOrEqualTo(lead);
        });
        assertThat(windows.stream()
                        .takeWhile(window -> promise.filter(window::equals).isEmpty()))
                .allSatisfy(window -> assertThat(window.leftAfter(one.at())).isLessThan(lead));
    }

    @Property
    void whoeverAsksLaterIsNotPromisedAnythingEarlier(
            @ForAll("cases") Case one, @ForAll @IntRange(max = 10_000) int later) {
        Duration lead = Duration.ofMinutes(20);
        Optional<Span> first = one.schedule().promise(one.at(), lead);
        Optional<Span> second = one.schedule().promise(one.at().plus(Duration.ofMinutes(later)), lead);
        if (first.isPresent() && second.isPresent()) {
            assertThat(second.get().until()).isAfterOrEqualTo(first.get().until());
        }
    }

    @Property
    void timeWithinWindowsAddsUp(
            @ForAll("cases") Case one,
            @ForAll @IntRange(max = 20_000) int first,
            @ForAll @IntRange(max = 20_000) int second) {
        Schedule schedule = one.schedule();
        Instant from = one.at();
        Instant middle = from.plus(Duration.ofMinutes(first));
        Instant until = middle.plus(Duration.ofMinutes(second));
        Duration whole = schedule.within(from, until);
        assertThat(whole).isEqualTo(schedule.within(from, middle).plus(schedule.within(middle, until)));
        assertThat(whole).isBetween(Duration.ZERO, Duration.between(from, until));
        assertThat(schedule.within(until, from.minusSeconds(1))).isZero();
    }

    @Property
    void allOfAWindowLiesWithinWindows(@ForAll("cases") Case one) {
        one.schedule()
                .windows(one.at())
                .limit(10)
                .forEach(window -> assertThat(one.schedule().within(window.from(), window.until()))
                        .isEqualTo(Duration.between(window.from(), window.until())));
    }

    @Property
    void aWeekReadAsRowsIsTheSameWeek(@ForAll("weeks") Week week) {
        assertThat(Week.of(week.rows())).isEqualTo(week);
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "Europe/Moscow",
                        "Europe/Berlin",
                        "America/New_York",
                        "America/St_Johns",
                        "America/Santiago", // its clocks change at midnight
                        "Africa/Casablanca",
                        "Asia/Tehran",
                        "Asia/Kathmandu",
                        "Australia/Lord_Howe", // by half an hour
                        "Pacific/Chatham",
                        "Pacific/Apia") // left out a whole day in 2011
                .map(ZoneId::of);
        return Combinators.combine(zones, weeks(), moments(), daysOff(), calendars(), Arbitraries.of(true, false))
                .as(ScheduleRulesTest::aCase);
    }

    private static Case aCase(
            ZoneId zone, Week week, Instant near, List<int[]> daysOff, AgencyCalendar calendar, boolean atAChange) {
        ZoneOffsetTransition change =
                atAChange ? zone.getRules().nextTransition(near.minus(Duration.ofDays(400))) : null;
        long within = Math.floorMod(near.getEpochSecond(), Duration.ofDays(3).toSeconds());
        Instant at = change == null
                ? near
                : change.getInstant().minus(Duration.ofDays(2)).plusSeconds(within);
        LocalDate day = LocalDate.ofInstant(at, zone);
        List<DayOff> off = daysOff.stream()
                .map(range -> new DayOff(
                        new DayOffId(range[0]),
                        PERSON,
                        day.plusDays(range[0]),
                        day.plusDays(range[0] + range[1]),
                        null,
                        ""))
                .toList();
        return new Case(new Schedule(PERSON, zone, week, off, calendar), at);
    }

    private static Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2009-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2032-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    private static Arbitrary<List<int[]>> daysOff() {
        return Combinators.combine(
                        Arbitraries.integers().between(-3, 30),
                        Arbitraries.integers().between(0, 9))
                .as((first, length) -> new int[] {first, length})
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<AgencyCalendar> calendars() {
        return Arbitraries.of(true, false)
                .flatMap(publicHolidays -> Arbitraries.integers()
                        .between(0, 9000)
                        .map(day -> LocalDate.of(2009, 1, 1).plusDays(day))
                        .set()
                        .ofMaxSize(40)
                        .map(days -> new AgencyCalendar(
                                publicHolidays,
                                days.stream()
                                        .map(ScheduleRulesTest::holiday)
                                        .collect(Collectors.toMap(Holiday::day, holiday -> holiday)))));
    }

    private static Holiday holiday(LocalDate day) {
        boolean worked = PublicHoliday.on(day).isPresent();
        return new Holiday(day, worked ? Holiday.Kind.WORKED : Holiday.Kind.OFF, "");
    }

    @Provide
    Arbitrary<Week> weeks() {
        Arbitrary<Window> windows = Combinators.combine(
                        Arbitraries.of(DayOfWeek.class),
                        Arbitraries.integers().between(0, 24 * 12 - 1),
                        Arbitraries.integers().between(3, 12 * 12))
                .as((day, from, length) -> new Window(day, clock(from), clock(from + length)));
        return windows.list().ofMaxSize(14).map(ScheduleRulesTest::thoseThatFit);
    }

    private static LocalTime clock(int fiveMinutes) {
        return LocalTime.MIDNIGHT.plusMinutes(fiveMinutes * 5L);
    }

    private static Week thoseThatFit(List<Window> wanted) {
        List<Window> kept = new ArrayList<>();
        for (Window window : wanted) {
            List<Window> more = new ArrayList<>(kept);
            more.add(window);
            try {
                new Week(more).check();
                kept = more;
            } catch (Invalid overlapping) {
                // left out
            }
        }
        return new Week(kept);
    }

    @Property(tries = 50)
    void russiasPublicHolidaysComeEveryYear(@ForAll @IntRange(min = 2013, max = 2100) int year) {
        AgencyCalendar calendar = new AgencyCalendar(true, Map.of());
        LocalDate first = LocalDate.of(year, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1)).filter(calendar::off)).hasSize(14);
    }
}
