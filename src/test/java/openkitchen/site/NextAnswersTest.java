package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.text.Language;
import openkitchen.text.Messages;
import openkitchen.text.Moments;
import openkitchen.window.AnswerWindows;
import openkitchen.window.Span;
import openkitchen.window.Week;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tuesday is 12 March 2030; it is read in Moscow, unless said otherwise. */
@KitchenTest
class NextAnswersTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    AnswerWindows windows;

    @Autowired
    People people;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient sql;

    private Viewer andrey;
    private Viewer darya;

    @BeforeEach
    void meet() {
        andrey = kitchen.specialist();
        darya = kitchen.specialist();
    }

    private static Instant moscow(String local) {
        return LocalDateTime.parse(local).atZone(MOSCOW).toInstant();
    }

    private NextAnswers at(String moscow) {
        Clock clock = Clock.fixed(moscow(moscow), MOSCOW);
        return new NextAnswers(windows, people, messages, new Moments(messages, clock), clock);
    }

    private NextAnswer read(String moscow, Language language, ZoneId zone) {
        return Objects.requireNonNull(
                at(moscow).of(List.of(andrey.person()), language, zone).get(andrey.person()));
    }

    private String english(String moscow) {
        return read(moscow, Language.EN, MOSCOW).text();
    }

    private String russian(String moscow) {
        return read(moscow, Language.RU, MOSCOW).text();
    }

    private void off(PersonId person, String first, String last, @Nullable PersonId substitute) {
        sql.sql("""
                        insert into day_off (person_id, first_day, last_day, substitute_id, created_at, created_by)
                        values (:person, :first, :last, :substitute, now(), :person)
                        """)
                .param("person", person.value())
                .param("first", LocalDate.parse(first))
                .param("last", LocalDate.parse(last))
                .param("substitute", substitute == null ? null : substitute.value())
                .update();
    }

    @Test
    void theNextWindowIsTodayTomorrowOrOnADay() {
        assertThat(english("2030-03-12T13:00")).isEqualTo("answers today 17–18");
        assertThat(russian("2030-03-12T13:00")).isEqualTo("отвечает сегодня 17–18");
        assertThat(english("2030-03-12T19:00")).isEqualTo("answers tomorrow 11–12");
        assertThat(english("2030-03-15T19:00")).isEqualTo("answers Mon 18 Mar, 11–12");
        assertThat(russian("2030-03-15T19:00")).isEqualTo("отвечает в пн 18 мар, 11–12");
    }

    @Test
    void whoeverAnswersRightNowIsShownSo() {
        assertThat(english("2030-03-12T17:30")).isEqualTo("answers now, until 18:00");
        assertThat(russian("2030-03-12T17:30")).isEqualTo("отвечает сейчас, до 18:00");
        assertThat(read("2030-03-12T17:30", Language.EN, MOSCOW).now()).isTrue();
    }

    @Test
    void aPromiseNamesWhoAnswersAndWhen() {
        Span window = windows.of(andrey.person())
                .promise(moscow("2030-03-12T13:00"), Duration.ofMinutes(30))
                .orElseThrow();
        assertThat(at("2030-03-12T13:00").promise("Дарья", window, Language.RU, MOSCOW))
                .isEqualTo("Дарья ответит сегодня 17–18");
        assertThat(at("2030-03-12T17:10").promise("Darya", window, Language.EN, MOSCOW))
                .isEqualTo("Darya answers now, until 18:00");
    }

    @Test
    void theTimeIsTheReaders() {
        NextAnswer read = read("2030-03-12T13:00", Language.EN, ZoneId.of("Asia/Kolkata"));
        assertThat(read.text()).isEqualTo("answers today 19:30–20:30");
        assertThat(read.elsewhere()).isTrue();
        assertThat(read("2030-03-12T13:00", Language.EN, ZoneId.of("Asia/Vladivostok"))
                        .text())
                .isEqualTo("answers tomorrow 0–1");
        assertThat(read("2030-03-12T13:00", Language.EN, MOSCOW).elsewhere()).isFalse();
    }

    @Test
    void whoeverIsAwayIsBackAtTheirFirstWindow() {
        off(andrey.person(), "2030-03-12", "2030-03-15", null);
        assertThat(english("2030-03-12T13:00")).isEqualTo("away until Mon 18 Mar");
        assertThat(russian("2030-03-12T13:00")).isEqualTo("вернётся в пн 18 мар");
        assertThat(english("2030-03-11T13:00")).isEqualTo("answers today 17–18");
    }

    @Test
    void whoeverStandsInIsNamedWithTheirOwnTime() {
        off(andrey.person(), "2030-03-12", "2030-03-15", darya.person());
        assertThat(english("2030-03-12T13:00"))
                .isEqualTo("away until Mon 18 Mar, %s answers today 17–18", darya.name());
        assertThat(russian("2030-03-12T17:10"))
                .isEqualTo("вернётся в пн 18 мар, замещает %s: сейчас, до 18:00", darya.name());
    }

    @Test
    void whoeverStandsInAndIsAwayThemselvesIsNamedWithoutATime() {
        off(andrey.person(), "2030-03-12", "2030-03-12", darya.person());
        off(darya.person(), "2030-03-11", "2030-03-20", null);
        assertThat(english("2030-03-12T13:00")).isEqualTo("away until tomorrow, %s stands in", darya.name());
    }

    @Test
    void whoeverHasNoWindowsIsNotPromised() {
        windows.set(andrey, andrey.person(), Week.EMPTY);
        assertThat(english("2030-03-12T13:00")).isEqualTo("has set no hours for answers");
    }

    @Test
    void overTheHolidaysNobodyIsAwayYetNobodyAnswers() {
        assertThat(english("2030-01-03T13:00")).isEqualTo("answers Wed 9 Jan, 11–12");
    }

    @Test
    void theTeamsPanelAndTheHeadOfAProjectSayIt() {
        Viewer account = kitchen.account();
        Seat seat = kitchen.project(account);
        Viewer stranger = kitchen.specialist();
        kitchen.join(seat, andrey, Role.SEO);
        Browser browser = new Browser(port, sessions);
        String head = "/p/" + seat.key() + "/next-answers";
        assertThat(browser.get(andrey, head).body()).contains(andrey.name(), account.name(), "class=\"next-answer\"");
        assertThat(browser.get(andrey, "/p/" + seat.key() + "/about").body())
                .contains("class=\"next-answer\"", "src=\"" + head + "\"");
        assertThat(browser.get(stranger, head).status()).isEqualTo(404);
    }
}
