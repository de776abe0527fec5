package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalTime;
import java.util.List;
import openkitchen.id.ClientId;
import openkitchen.id.ColumnId;
import openkitchen.notice.HistoryReader;
import openkitchen.notice.Notices;
import openkitchen.notice.Topic;
import openkitchen.notice.Wishes;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.talk.Address;
import openkitchen.talk.Questions;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KitchenTest
class NoticePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Questions questions;

    @Autowired
    HistoryReader reader;

    @Autowired
    Notices notices;

    @Autowired
    Wishes wishes;

    private Browser browser;
    private Seat seo;
    private Seat lead;
    private int card;

    @BeforeEach
    void lay() {
        browser = new Browser(port, sessions);
        Viewer manager = kitchen.account();
        ClientId client = kitchen.client(manager);
        Seat account = kitchen.project(manager, client);
        seo = kitchen.join(account, kitchen.specialist(), Role.SEO);
        lead = kitchen.join(account, kitchen.contact(client), Role.LEAD);
        ColumnId column = kitchen.column(account, "Doing");
        card = kitchen.card(account, column, "Titles of the catalogue");
        questions.ask(lead, card, new Address.Team(), false, "Which titles **exactly**?", List.of());
        reader.round();
    }

    @Test
    void theBellCountsAndItsPageTellsInTheReadersWords() {
        assertThat(browser.get(seo.viewer(), "/me/notices/count").body())
                .isEqualTo("{\"count\":1,\"words\":\"1 карточка с новостями\"}");
        String page = browser.get(seo.viewer(), "/me/notices").body();

        assertThat(page)
                .contains("спрашивает вас", "Titles of the catalogue", "Which titles exactly?")
                .contains("/p/" + seo.key() + "/cards/" + card + "#comment-");
    }

    @Test
    void lookingAtTheCardReadsItsNewsButGettingReadyForAClickDoesNot() throws Exception {
        assertThat(browser.get(seo.viewer(), "/p/" + seo.key()).status()).isEqualTo(200);
        String token = sessions.open(seo.viewer().person(), "test", "127.0.0.1").token();
        HttpRequest ready = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/p/" + seo.key() + "/cards/" + card))
                .header("Cookie", "kitchen=" + token)
                .header("X-Sec-Purpose", "prefetch")
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(ready, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
        assertThat(notices.unread(seo.viewer())).isOne();

        assertThat(browser.get(seo.viewer(), "/p/" + seo.key() + "/cards/" + card)
                        .status())
                .isEqualTo(200);

        assertThat(notices.unread(seo.viewer())).isZero();
        assertThat(browser.get(seo.viewer(), "/me/notices").body()).contains("Новостей нет", "Раньше");
    }

    @Test
    void allCanBeReadAtOnce() {
        assertThat(browser.post(seo.viewer(), "/me/notices/read").location()).endsWith("/me/notices");

        assertThat(notices.unread(seo.viewer())).isZero();
    }

    @Test
    void everybodyChoosesTheirLettersAndQuietHours() {
        String page = browser.get(lead.viewer(), "/me/notices/wishes").body();
        assertThat(page).contains("What waits for me", "value=\"21:00\"", "value=\"08:00\"");

        assertThat(browser.post(
                                lead.viewer(),
                                "/me/notices/wishes",
                                "topics",
                                "mentions",
                                "topics",
                                "cards",
                                "from",
                                "20:30",
                                "until",
                                "09:00")
                        .status())
                .isEqualTo(303);

        Wishes.Wish wish = wishes.of(lead.viewer().person());
        assertThat(wish.mailed()).containsExactlyInAnyOrder(Topic.MENTIONS, Topic.CARDS);
        assertThat(wish.quiet(LocalTime.of(20, 45))).isTrue();
        assertThat(wish.quiet(LocalTime.of(3, 0))).isTrue();
        assertThat(wish.quiet(LocalTime.of(9, 0))).isFalse();
    }

    @Test
    void aWrongTimeIsSaidAndWhatWasChosenIsKept() {
        Browser.Answer answer = browser.post(
                lead.viewer(), "/me/notices/wishes", "topics", "mentions", "from", "late", "until", "09:00");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Give the time like this", "value=\"late\"");
        assertThat(wishes.of(lead.viewer().person()).mailed()).contains(Topic.WAITS);
    }
}
