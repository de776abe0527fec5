package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Launches, planned, started, stopped and judged by programs. */
@KitchenTest
class LaunchesTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    Village village;
    Village.Home home;
    Caller account;
    Caller seo;
    Caller lead;
    String card;
    String launch;

    @BeforeEach
    void settle() {
        village = new Village(kitchen);
        home = village.home();
        account = village.caller(port, home.account());
        seo = village.caller(port, home.specialist());
        lead = village.caller(port, home.contact());
        card = account.post(
                        home.path() + "/cards",
                        "{\"title\":\"Spring\",\"kind\":\"launch\",\"column\":" + home.first() + "}")
                .header("Location");
        launch = card + "/launch";
    }

    private static JsonNode right(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }

    @Test
    void aPlanIsWrittenAndReadAndConflictsAreTold() {
        assertThat(right(lead.get(launch)).at("/version").asInt()).isZero();
        JsonNode planned = right(
                seo.put(
                        launch,
                        "{\"hypothesis\":\"More calls\",\"channel\":\"Search\",\"budget\":150000.50,\"currency\":\"KZT\",\"starts\":\"2026-12-01\",\"stops\":\"2026-12-24\",\"version\":0}"));
        assertThat(planned.at("/version").asInt()).isEqualTo(1);
        assertThat(planned.at("/budget").decimalValue()).isEqualByComparingTo("150000.5");
        assertThat(planned.at("/stops").asString()).isEqualTo("2026-12-24");
        Caller.Answer stale = account.put(launch, "{\"hypothesis\":\"Fewer\",\"version\":0}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.at("/texts/hypothesis").asString()).isEqualTo("More calls");
        String tag = seo.get(launch).header("ETag");
        right(account.put(launch, "{\"hypothesis\":\"Others\"}", "If-Match", tag));
        assertThat(seo.put(launch, "{\"hypothesis\":\"Mine\"}", "If-Match", tag).status())
                .isEqualTo(412);
    }

    @Test
    void whatCannotBeIsNamed() {
        assertThat(seo.put(launch, "{\"budget\":-1}").at("/errors/0/field").asString())
                .isEqualTo("budget");
        assertThat(seo.put(launch, "{\"budget\":1.005}").at("/errors/0/field").asString())
                .isEqualTo("budget");
        assertThat(seo.put(launch, "{\"currency\":\"XXX\"}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("currency");
        assertThat(seo.put(launch, "{\"starts\":\"soon\"}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("starts");
        assertThat(seo.put(launch, "{\"starts\":\"2026-12-02\",\"stops\":\"2026-12-01\"}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("stops");
        String task = account.post(home.path() + "/cards", "{\"title\":\"Task\",\"column\":" + home.first() + "}")
                .header("Location");
        assertThat(seo.get(task + "/launch").status()).isEqualTo(404);
    }

    @Test
    void itGoesLiveStopsAndIsJudged() {
        assertThat(lead.post(launch + "/starts", "{}").status()).isEqualTo(403);
        assertThat(right(seo.post(launch + "/starts", "{}")).at("/state").asString())
                .isEqualTo("launched");
        assertThat(seo.post(launch + "/starts", "{}").status()).isEqualTo(422);
        assertThat(right(seo.post(launch + "/stops", "")).at("/state").asString())
                .isEqualTo("stopped");
        assertThat(seo.post(launch + "/results", "{\"verdict\":\"keep\"}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("result");
        assertThat(right(seo.post(launch + "/results", "{\"result\":\"12 calls\",\"verdict\":\"keep\"}"))
                        .at("/verdict")
                        .asString())
                .isEqualTo("keep");
        assertThat(right(lead.get(home.path() + "/launches"))
                        .at("/items/0/result")
                        .asString())
                .isEqualTo("12 calls");
    }

    @Test
    void aResultThatWasEditedSinceIsNotOverwritten() {
        right(seo.post(launch + "/starts", "{}"));
        JsonNode said = right(seo.post(
                launch + "/results", "{\"result\":\"12 calls\",\"verdict\":\"keep\",\"run\":1,\"version\":0}"));
        assertThat(said.at("/resultVersion").asInt()).isEqualTo(1);
        Caller.Answer stale = account.post(
                launch + "/results", "{\"result\":\"10 calls\",\"verdict\":\"stop\",\"run\":1,\"version\":0}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.at("/texts/result").asString()).isEqualTo("12 calls");
        assertThat(stale.at("/version").asInt()).isEqualTo(1);
        right(seo.post(launch + "/stops", ""));
        assertThat(right(seo.post(launch + "/starts", "{}")).at("/run").asInt()).isEqualTo(2);
        JsonNode late = right(account.post(
                launch + "/results", "{\"result\":\"10 calls\",\"verdict\":\"stop\",\"run\":1,\"version\":1}"));
        assertThat(late.at("/result").asString()).isEmpty();
        assertThat(late.at("/earlier/0/result").asString()).isEqualTo("10 calls");
        assertThat(late.at("/earlier/0/resultVersion").asInt()).isEqualTo(2);
        assertThat(account.post(launch + "/results", "{\"result\":\"1\",\"verdict\":\"stop\",\"run\":3}")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("run");
    }

    @Test
    void whatIsNotApprovedHoldsItBackUnlessTheAccountSaysWhyNot() {
        long material = right(seo.post(card + "/materials", "{\"name\":\"Banner\",\"text\":\"Buy\"}"))
                .at("/id")
                .asLong();
        JsonNode held = right(lead.get(launch));
        assertThat(held.at("/unapproved/0").asLong()).isEqualTo(material);
        assertThat(held.at("/ready").asBoolean()).isFalse();
        assertThat(seo.post(launch + "/starts", "{\"reason\":\"Now\"}").status())
                .isEqualTo(403);
        assertThat(account.post(launch + "/starts", "{}").at("/errors/0/field").asString())
                .isEqualTo("reason");
        assertThat(right(account.post(launch + "/starts", "{\"reason\":\"The fair opens\"}"))
                        .at("/despite")
                        .asString())
                .isEqualTo("The fair opens");
    }

    @Test
    void aStrangerFindsNone() {
        Caller stranger = village.caller(port, village.home().contact());
        assertThat(stranger.get(launch).status()).isEqualTo(404);
        assertThat(stranger.get(home.path() + "/launches").status()).isEqualTo(404);
        assertThat(stranger.post(launch + "/starts", "{}").status()).isEqualTo(404);
    }
}
