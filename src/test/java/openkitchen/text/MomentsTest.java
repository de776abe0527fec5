package openkitchen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Messages MESSAGES = new Messages();
    private static final Instant NOW = in(MOSCOW, "2026-11-24T12:00");

    private final Moments moments = new Moments(MESSAGES, Clock.fixed(NOW, MOSCOW));
    private final When russian = moments.in(Language.RU, MOSCOW);
    private final When english = moments.in(Language.EN, MOSCOW);

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T11:14, сегодня 11:14, today 11:14",
        "2026-11-24T00:00, сегодня 00:00, today 00:00",
        "2026-11-23T16:20, вчера 16:20, yesterday 16:20",
        "2026-11-25T09:05, завтра 09:05, tomorrow 09:05",
        "2026-11-26T09:00, 26 ноября 09:00, 26 November 09:00",
        "2026-05-09T23:59, 9 мая 23:59, 9 May 23:59",
        "2025-11-25T09:00, 25 ноября 2025, 25 November 2025",
        "2027-01-01T00:00, 1 января 2027, 1 January 2027"
    })
    void aMomentIsSaidAsPeopleSayIt(String moment, String ru, String en) {
        assertThat(russian.dateTime(in(MOSCOW, moment))).isEqualTo(ru);
        assertThat(english.dateTime(in(MOSCOW, moment))).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T17:00, 2026-11-24T18:00, сегодня 17–18, today 17–18",
        "2026-11-25T09:30, 2026-11-25T10:00, завтра 09:30–10:00, tomorrow 09:30–10:00",
        "2026-11-24T22:00, 2026-11-25T01:00, сегодня 22–1, today 22–1",
        "2026-12-01T11:00, 2026-12-01T12:00, 'во вт 1 дек, 11–12', 'Tue 1 Dec, 11–12'",
        "2027-01-11T11:00, 2027-01-11T12:00, 'в пн 11 янв 2027, 11–12', 'Mon 11 Jan 2027, 11–12'"
    })
    void aStretchOfADayIsSaidAsPeopleSayIt(String from, String until, String ru, String en) {
        assertThat(russian.slot(in(MOSCOW, from), in(MOSCOW, until))).isEqualTo(ru);
        assertThat(english.slot(in(MOSCOW, from), in(MOSCOW, until))).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T17:00, сегодня, today",
        "2026-11-25T17:00, завтра, tomorrow",
        "2026-11-29T17:00, в вс 29 ноя, Sun 29 Nov"
    })
    void aDayAheadIsSaidAsPeopleSayIt(String moment, String ru, String en) {
        assertThat(russian.dayAhead(in(MOSCOW, moment))).isEqualTo(ru);
        assertThat(english.dayAhead(in(MOSCOW, moment))).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T18:00, сегодня до 18:00, today by 18:00",
        "2026-11-25T18:00, завтра до 18:00, tomorrow by 18:00",
        "2026-12-02T18:00, до 2 дек, by 2 Dec",
        "2026-11-20T18:00, до 20 ноя, by 20 Nov",
        "2027-02-03T18:00, до 3 фев 2027, by 3 Feb 2027"
    })
    void aDeadlineIsSaidAsPeopleSayIt(String moment, String ru, String en) {
        assertThat(russian.due(in(MOSCOW, moment))).isEqualTo(ru);
        assertThat(english.due(in(MOSCOW, moment))).isEqualTo(en);
    }

    @Test
    void aDeadlineMayBeADay() {
        assertThat(russian.due(LocalDate.of(2026, 11, 24))).isEqualTo("до конца дня");
        assertThat(russian.due(LocalDate.of(2026, 11, 25))).isEqualTo("до завтра");
        assertThat(english.due(LocalDate.of(2026, 12, 2))).isEqualTo("by 2 Dec");
    }

    @ParameterizedTest
    @CsvSource({
        "PT59S, меньше минуты, less than a minute",
        "PT5M, 5 мин, 5 min",
        "PT59M59S, 59 мин, 59 min",
        "PT3H20M, 3 ч, 3 h",
        "P1D, 1 день, 1 day",
        "P2DT23H, 2 дня, 2 days",
        "P5D, 5 дней, 5 days",
        "P60D, 60 дней, 60 days",
        "P61D, 2 месяца, 2 months",
        "P730D, 23 месяца, 23 months",
        "P731D, 2 года, 2 years",
        "P2000D, 5 лет, 5 years",
        "-P2D, 2 дня, 2 days"
    })
    void aSpanIsSaidInItsGreatestUnit(Duration span, String ru, String en) {
        assertThat(russian.span(span)).isEqualTo(ru);
        assertThat(english.span(span)).isEqualTo(en);
    }

    @Test
    void whatIsPastIsAgoAndWhatIsAheadIsNot() {
        assertThat(russian.ago(NOW.minus(Duration.ofDays(2)))).isEqualTo("2 дня назад");
        assertThat(english.ago(NOW.minus(Duration.ofMinutes(5)))).isEqualTo("5 min ago");
        assertThat(russian.ago(NOW.plus(Duration.ofHours(3)))).isEqualTo("через 3 ч");
        assertThat(english.ago(NOW.minusSeconds(20))).isEqualTo("just now");
        assertThat(russian.since(NOW.minus(Duration.ofDays(1)))).isEqualTo("1 день");
    }

    @Test
    void timeSpentIsSaidToTheMinute() {
        assertThat(russian.hours(Duration.ofMinutes(160))).isEqualTo("2 ч 40 мин");
        assertThat(english.hours(Duration.ofHours(26))).isEqualTo("26 h");
        assertThat(english.hours(Duration.ZERO)).isEqualTo("0 min");
    }

    @Test
    void aDayIsSaidShortAndLong() {
        assertThat(russian.date(LocalDate.of(2026, 3, 8))).isEqualTo("8 марта");
        assertThat(russian.shortDate(LocalDate.of(2026, 3, 8))).isEqualTo("8 мар");
        assertThat(english.date(LocalDate.of(2025, 3, 8))).isEqualTo("8 March 2025");
        assertThat(english.shortDate(LocalDate.of(2025, 9, 8))).isEqualTo("8 Sep 2025");
    }

    @Test
    void aDayOfTheTimelineHasAHeading() {
        assertThat(russian.heading(LocalDate.of(2026, 11, 24))).isEqualTo("Сегодня, 24 ноября");
        assertThat(russian.heading(LocalDate.of(2026, 11, 23))).isEqualTo("Вчера, 23 ноября");
        assertThat(russian.heading(LocalDate.of(2026, 11, 17))).isEqualTo("Вторник, 17 ноября");
        assertThat(english.heading(LocalDate.of(2025, 11, 17))).isEqualTo("Monday, 17 November 2025");
    }

    @Property
    void todayIsTheDayOfTheZone(
            @ForAll("zones") ZoneId zone, @ForAll("instants") Instant now, @ForAll("hours") int hours) {
        Instant moment = now.plus(Duration.ofHours(hours));
        LocalDateTime here = LocalDateTime.ofInstant(moment, zone);
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), here.toLocalDate());
        String said = moments.at(now, Language.EN, zone).dateTime(moment);
        String time = "%02d:%02d".formatted(here.getHour(), here.getMinute());

        if (days == 0) {
            assertThat(said).isEqualTo("today " + time);
        } else if (days == 1) {
            assertThat(said).isEqualTo("tomorrow " + time);
        } else if (days == -1) {
            assertThat(said).isEqualTo("yesterday " + time);
        } else {
            assertThat(said).startsWith(here.getDayOfMonth() + " ");
        }
    }

    @Property
    void theSpanOfAgoDoesNotDependOnTheZone(
            @ForAll("zones") ZoneId zone, @ForAll("instants") Instant now, @ForAll("hours") int hours) {
        Instant moment = now.plus(Duration.ofHours(hours));
        assertThat(moments.at(now, Language.RU, zone).ago(moment))
                .isEqualTo(moments.at(now, Language.RU, MOSCOW).ago(moment));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Moscow",
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "Asia/Kolkata",
                        "Africa/Casablanca",
                        "America/St_Johns",
                        "Pacific/Kiritimati",
                        "UTC")
                .map(ZoneId::of);
    }

    /** Around the nights in which clocks change, and any other time. */
    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.of(
                        "2026-03-29T01:00:00Z",
                        "2026-10-25T01:00:00Z",
                        "2026-03-08T07:00:00Z",
                        "2026-11-01T06:00:00Z",
                        "2011-12-30T10:00:00Z",
                        "2026-12-31T23:30:00Z",
                        "2024-02-29T12:00:00Z")
                .map(Instant::parse)
                .flatMap(
                        around -> Arbitraries.longs().between(-200_000, 200_000).map(around::plusSeconds));
    }

    @Provide
    Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(-60, 60);
    }

    private static Instant in(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
