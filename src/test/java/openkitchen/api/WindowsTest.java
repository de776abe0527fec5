package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import openkitchen.people.AgencyRole;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** When people answer, read and set by programs. */
@KitchenTest
class WindowsTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    private Village village;
    private Village.Home home;
    private Caller account;
    private Caller specialist;
    private Caller contact;

    @BeforeEach
    void settle() {
        village = new Village(kitchen);
        home = village.home();
        account = village.caller(port, home.account());
        specialist = village.caller(port, home.specialist());
        contact = village.caller(port, home.contact());
    }

    private String ofSpecialist(String what) {
        return "/api/v1/people/" + home.specialist().id() + "/" + what;
    }

    @Test
    void onesOwnWeekIsReadSetAndReset() {
        JsonNode usual = specialist.get("/api/v1/me/windows").json();
        assertThat(usual.at("/usual").asBoolean()).isTrue();
        assertThat(usual.at("/windows/0/from").asString()).isEqualTo("11:00");
        assertThat(usual.at("/windows/0/days").size()).isEqualTo(5);
        assertThat(usual.at("/next/until").asString()).isNotBlank();
        Caller.Answer set = specialist.put(
                "/api/v1/me/windows",
                "{\"windows\":[{\"days\":[\"monday\",\"friday\"],\"from\":\"22:30\",\"until\":\"00:15\"}]}");
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        assertThat(specialist.get("/api/v1/me/windows").at("/windows").toString())
                .isEqualTo("[{\"days\":[\"monday\",\"friday\"],\"from\":\"22:30\",\"until\":\"00:15\"}]");
        assertThat(specialist.delete("/api/v1/me/windows").at("/usual").asBoolean())
                .isTrue();
    }

    @Test
    void anAccountSetsTheWeekOfAColleagueButAColleagueDoesNot() {
        assertThat(account.put(ofSpecialist("windows"), "{\"windows\":[]}").status())
                .isEqualTo(200);
        assertThat(specialist.get("/api/v1/me/windows").at("/next/from").isNull())
                .isTrue();
        Caller other = village.caller(port, village.person(AgencyRole.SPECIALIST, null));
        assertThat(other.get(ofSpecialist("windows")).status()).isEqualTo(403);
        assertThat(other.put(ofSpecialist("windows"), "{\"windows\":[]}").status())
                .isEqualTo(403);
        assertThat(contact.get(ofSpecialist("windows")).status()).isEqualTo(404);
        assertThat(contact.get("/api/v1/me/windows").status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongWithAWeekIsToldByField() {
        assertWrong("{}", "windows");
        assertWrong("{\"windows\":[null]}", "windows[0]");
        assertWrong("{\"windows\":[{\"days\":[],\"from\":\"11:00\",\"until\":\"12:00\"}]}", "windows[0].days");
        assertWrong(
                "{\"windows\":[{\"days\":[\"someday\"],\"from\":\"11:00\",\"until\":\"12:00\"}]}", "windows[0].days");
        assertWrong(
                "{\"windows\":[{\"days\":[\"monday\"],\"from\":\"24:00\",\"until\":\"12:00\"}]}", "windows[0].from");
        assertWrong("{\"windows\":[{\"days\":[\"monday\"],\"from\":\"11:00\"}]}", "windows[0].until");
        assertWrong(
                "{\"windows\":[{\"days\":[\"monday\",\"monday\"],\"from\":\"11:00\",\"until\":\"11:10\"}]}", "windows");
    }

    private void assertWrong(String body, String field) {
        Caller.Answer answer = specialist.put("/api/v1/me/windows", body);
        assertThat(answer.status()).as(body).isEqualTo(422);
        assertThat(answer.text()).as(body).contains("\"" + field + "\"");
    }

    @Test
    void daysOffComeAndGo() {
        String body = "{\"first\":\"%s\",\"last\":\"%s\",\"substitute\":%s,\"note\":\"At the sea\"}"
                .formatted(TODAY, TODAY.plusDays(4), home.account().id());
        Caller.Answer added = specialist.post("/api/v1/me/days-off", body);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        JsonNode next = specialist.get("/api/v1/me/windows").at("/next");
        assertThat(next.at("/away").asBoolean()).isTrue();
        assertThat(next.at("/substitute").asLong())
                .isEqualTo(home.account().id().value());
        assertThat(account.get(ofSpecialist("days-off")).at("/items/0/note").asString())
                .isEqualTo("At the sea");
        assertThat(specialist.post("/api/v1/me/days-off", body).status()).isEqualTo(422);
        assertThat(specialist
                        .delete("/api/v1/me/days-off/" + added.at("/id").asLong())
                        .status())
                .isEqualTo(204);
        assertThat(specialist.get("/api/v1/me/days-off").at("/items").size()).isZero();
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        assertThat(specialist
                        .post("/api/v1/me/days-off", "{\"first\":\"2026-02-30\"}")
                        .status())
                .isEqualTo(422);
        assertThat(specialist.post("/api/v1/me/days-off", "{}").text()).contains("\"first\"");
    }

    @Test
    void theTeamTellsWhenEachOfTheAgencysPeopleAnswers() {
        JsonNode team = contact.get(home.path() + "/team").at("/items");
        assertThat(team.size()).isGreaterThan(1);
        for (JsonNode mate : team) {
            boolean agency = mate.at("/person/side").asString().equals("agency");
            assertThat(mate.at("/next").has("from")).as(mate.toString()).isEqualTo(agency);
        }
    }

    @Test
    void holidaysAreReadByTheAgencyAndSetByWhoeverLeadsIt() {
        int year = TODAY.getYear() + 3;
        String day = "/api/v1/agency/holidays/" + year + "-09-01";
        assertThat(specialist
                        .get("/api/v1/agency/holidays?year=2027")
                        .at("/days")
                        .toString())
                .contains("{\"day\":\"2027-01-07\",\"kind\":\"off\",\"publicHoliday\":\"christmas\",\"name\":\"\"}");
        assertThat(specialist.put(day, "{\"kind\":\"off\"}").status()).isEqualTo(403);
        assertThat(contact.get("/api/v1/agency/holidays").status()).isEqualTo(404);
        assertThat(account.put(day, "{\"kind\":\"off\",\"name\":\"Our day\"}")
                        .at("/name")
                        .asString())
                .isEqualTo("Our day");
        assertThat(specialist.get("/api/v1/agency/holidays?year=" + year).text())
                .contains("Our day");
        assertThat(account.delete(day).status()).isEqualTo(204);
        assertThat(account.delete(day).status()).isEqualTo(404);
        assertThat(account.put(day, "{\"kind\":\"worked\"}").status()).isEqualTo(422);
        assertThat(account.put("/api/v1/agency/holidays/never", "{\"kind\":\"off\"}")
                        .status())
                .isEqualTo(422);
        assertThat(account.put("/api/v1/agency/holidays", "{}").status()).isEqualTo(422);
        assertThat(account.get("/api/v1/agency/holidays?year=999999999").status())
                .isEqualTo(400);
    }
}
