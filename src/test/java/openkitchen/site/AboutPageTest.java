package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openkitchen.id.ClientId;
import openkitchen.people.Secret;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.project.Invitations;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KitchenTest
class AboutPageTest {

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Invitations invitations;

    private Browser browser;
    private Viewer account;
    private Viewer lead;
    private Seat seat;
    private String about;

    @BeforeEach
    void open() {
        browser = new Browser(port, sessions);
        account = kitchen.account();
        ClientId client = kitchen.client(account);
        seat = kitchen.project(account, client);
        lead = kitchen.contact(client);
        kitchen.join(seat, lead, Role.LEAD);
        about = "/p/" + seat.key() + "/about";
    }

    @Test
    void aContactReadsEverythingAndManagesNothing() {
        browser.post(account, about + "/strategy", "version", "0", "text", "Сначала **заявки**");
        String seen = browser.get(lead, about).body();
        assertThat(seen).contains("<strong>заявки</strong>", "id=\"team\"", lead.name());
        assertThat(seen).doesNotContain("/facts\"", "/team/", "/invitations", "about/strategy\" data-edit");
        assertThat(browser.get(account, about).body()).contains("/facts\"", "/team/", "/invitations");
        assertThat(browser.post(lead, about + "/strategy", "version", "1", "text", "x")
                        .status())
                .isEqualTo(403);
        assertThat(browser.post(lead, "/p/" + seat.key() + "/invitations", "role", "lead")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void ofTwoWhoWriteAtOnceTheSecondIsShownBothTexts() {
        browser.post(account, about + "/business", "version", "0", "text", "Первый текст");
        Browser.Answer second = browser.post(account, about + "/business", "version", "0", "text", "Второй текст");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("Первый текст", "Второй текст", "name=\"version\" value=\"1\"");
        browser.post(account, about + "/business", "version", "1", "text", "Оба текста");
        assertThat(browser.get(lead, about + "/business/versions").body()).contains("Первый текст", "Оба текста");
    }

    @Test
    void anInvitationsLinkIsShownOnceAndLeadsIn() {
        Browser.Answer made = browser.post(
                account, "/p/" + seat.key() + "/invitations", "name", "Марина", "email", "", "role", "member");
        Matcher link = Pattern.compile("value=\"(http://localhost:\\d+)/invitation/([\\w-]+)\"")
                .matcher(made.body());
        assertThat(link.find()).isTrue();
        assertThat(invitations.by(new Secret(link.group(2))).name()).isEqualTo("Марина");
        String seen = browser.get(account, about).body();
        assertThat(seen).contains("Марина").doesNotContain(link.group(2));
        Matcher revoke = Pattern.compile("action=\"([^\"]*/revoke)\"").matcher(seen);
        assertThat(revoke.find()).isTrue();
        browser.post(account, revoke.group(1));
        assertThat(browser.get(account, about).body()).doesNotContain("/revoke");
    }

    @Test
    void whoeverLeavesTheTeamHasNothingToSeeHereAnyMore() {
        String path = "/p/" + seat.key() + "/team/" + lead.person();
        assertThat(browser.post(account, path, "role", "member", "duty", "Маркетолог")
                        .status())
                .isEqualTo(303);
        assertThat(browser.get(account, about).body()).contains("Маркетолог");
        assertThat(browser.post(account, path, "role", "seo").status()).isEqualTo(422);
        browser.post(account, path + "/remove");
        assertThat(browser.get(lead, about).status()).isEqualTo(404);
        assertThat(browser.post(account, "/p/" + seat.key() + "/team/" + account.person() + "/remove")
                        .location())
                .isEqualTo("/projects");
    }

    @Test
    void theFactsAreChangedInPlace() {
        browser.post(
                account,
                "/p/" + seat.key() + "/facts",
                "name",
                "Зимний сад",
                "client",
                "Лаванда " + seat.key(),
                "service",
                "ppc",
                "stage",
                "steady");
        assertThat(browser.get(lead, about).body())
                .contains("Зимний сад", "Лаванда " + seat.key(), "Steady work", "PPC");
        browser.post(account, "/p/" + seat.key() + "/status", "status", "closed", "reason", "Сезон кончился");
        assertThat(browser.get(account, "/p/" + seat.key() + "/history").body())
                .contains("закрывает проект", "Сезон кончился");
        kitchen.project(account);
        assertThat(browser.get(account, "/projects").body())
                .contains("closed=1")
                .doesNotContain("Зимний сад");
        assertThat(browser.get(account, "/projects?closed=1").body()).contains("Зимний сад");
    }

    @Test
    void aLinkThatIsNoneIsRefused() {
        String links = "/p/" + seat.key() + "/links";
        assertThat(browser.post(lead, links, "url", "javascript:alert(1)", "title", "x")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(lead, links, "url", "https://sad.example/", "title", "")
                        .status())
                .isEqualTo(303);
        assertThat(browser.get(lead, about).body()).contains("sad.example/");
    }
}
