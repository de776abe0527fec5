package openkitchen.api;

import static org.assertj.core.api.Assertions.assertThat;

import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Answer times, read by programs. */
@KitchenTest
class AnswerTimesApiTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    @Test
    void theAccountReadsTheFiguresAndEverybodyOnTheProjectHowSoonTheTeamAnswers() {
        Village village = new Village(kitchen);
        Village.Home home = village.home();
        Caller account = village.caller(port, home.account());
        Caller seo = village.caller(port, home.specialist());
        Caller contact = village.caller(port, home.contact());
        account.post(
                home.path() + "/cards", "{\"title\":\"x\",\"discipline\":\"seo\",\"column\":" + home.first() + "}");
        long question = contact.post(home.path() + "/cards/1/comments", "{\"kind\":\"question\",\"body\":\"Why?\"}")
                .at("/id")
                .asLong();
        seo.post(home.path() + "/questions/" + question + "/answers", "{\"body\":\"Because.\"}");

        Caller.Answer figures = account.get("/api/v1/answer-times?project=" + home.key());
        assertThat(figures.status()).as(figures.text()).isEqualTo(200);
        assertThat(figures.at("/answers/number").asInt()).isEqualTo(1);
        assertThat(figures.at("/people/0/person").asLong())
                .isEqualTo(home.specialist().id().value());
        assertThat(figures.at("/year").size()).isEqualTo(12);
        assertThat(contact.get(home.path() + "/answer-times").at("/answers").asInt())
                .isEqualTo(1);
        assertThat(contact.get(home.path() + "/answer-times").at("/days").asInt())
                .isZero();

        assertThat(seo.get("/api/v1/answer-times").status()).isEqualTo(404);
        assertThat(contact.get("/api/v1/answer-times").status()).isEqualTo(404);
        assertThat(account.get("/api/v1/answer-times?project=" + village.home().key())
                        .status())
                .isEqualTo(404);
        for (String wrong : java.util.List.of("2026-13", "yesterday", "1999-12", "2999-01", "")) {
            assertThat(account.get("/api/v1/answer-times?month=" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }
}
