package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import openkitchen.board.Archiving;
import openkitchen.id.ColumnId;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.talk.Comments;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KitchenTest
class SearchPageTest {

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Comments comments;

    @Autowired
    Archiving archiving;

    private Browser browser;
    private Viewer viewer;
    private Seat first;
    private Seat second;
    private int card;

    @BeforeEach
    void fill() {
        browser = new Browser(port, sessions);
        Viewer account = kitchen.account();
        viewer = kitchen.specialist();
        first = kitchen.project(account);
        second = kitchen.project(account);
        Seat hidden = kitchen.project(account);
        ColumnId column = kitchen.column(first, "В работе");
        card = kitchen.card(first, column, "Посадочная страница «Теплицы зимой»");
        comments.say(first, card, null, "The greenhouses & \"sheds\" sell best in autumn", List.of());
        kitchen.card(second, kitchen.column(second, "План"), "Чем топить теплицу");
        kitchen.card(hidden, kitchen.column(hidden, "Тайное"), "Теплица конкурента");
        kitchen.join(first, viewer, Role.SEO);
        kitchen.join(second, viewer, Role.SEO);
    }

    private String search(String words) {
        return browser.get(viewer, "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body();
    }

    @Test
    void anyFormOfAWordFindsIt() {
        for (String form : List.of("теплица", "теплицами", "Теплицу", "тепли")) {
            assertThat(search(form))
                    .as(form)
                    .contains("/p/" + first.key() + "/cards/" + card, "/p/" + second.key() + "/cards/1");
        }
        assertThat(search("greenhouse")).contains("#comment-");
        assertThat(search("selling")).contains("#comment-");
    }

    @Test
    void whatWasFoundIsMarkedAndNothingElseIsMarkup() {
        assertThat(search("greenhouse")).contains("<mark>greenhouses</mark> &amp; &quot;sheds&quot;");
        assertThat(search("теплица")).contains("«<mark>Теплицы</mark> зимой»");
    }

    @Test
    void aNumberFindsCardsOfAllProjects() {
        for (String number : List.of("#1", "1")) {
            assertThat(search(number))
                    .as(number)
                    .contains("/p/" + first.key() + "/cards/1", "/p/" + second.key() + "/cards/1");
        }
        assertThat(search("#999")).contains("Ничего не нашлось");
    }

    @Test
    void anotherProjectIsNeverFound() {
        assertThat(search("теплица")).doesNotContain("конкурента", "Тайное");
        assertThat(search("#1")).doesNotContain("конкурента", "Тайное");
    }

    @Test
    void anArchivedCardSaysSo() {
        archiving.archive(first, card);
        assertThat(search("посадочная")).contains("в архиве");
    }

    @Test
    void anEmptySearchTeaches() {
        assertThat(search("")).contains("Найдём в карточках и разговоре");
        assertThat(search("квадрокоптер")).contains("Ничего не нашлось");
        assertThat(search("!!! \u0002 (( & | ").length()).isPositive();
    }
}
