package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openkitchen.board.Archiving;
import openkitchen.board.Cards;
import openkitchen.board.Columns;
import openkitchen.board.Marking;
import openkitchen.id.ColumnId;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.project.Clients;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KitchenTest
class ProjectListTest {

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Projects projects;

    @Autowired
    Clients clients;

    @Autowired
    Columns columns;

    @Autowired
    Cards cards;

    @Autowired
    Marking marking;

    @Autowired
    Archiving archiving;

    private Browser browser;
    private Viewer account;

    @BeforeEach
    void open() {
        browser = new Browser(port, sessions);
        account = kitchen.account();
    }

    @Test
    void anEmptyListTeachesAndOnlyALeaderIsOfferedAStart() {
        assertThat(browser.get(account, "/projects").body())
                .contains("Здесь будут ваши проекты", "/projects/new", "/import/trello");
        assertThat(browser.get(kitchen.specialist(), "/projects").body())
                .contains("Здесь будут ваши проекты")
                .doesNotContain("/projects/new", "/import/trello");
    }

    @Test
    void aProjectStartsWithANewClientAndABoard() {
        Browser.Answer made = browser.post(
                account,
                "/projects/new",
                "name",
                "Зимний сад",
                "client",
                "Новый клиент " + account.handle(),
                "service",
                "seo",
                "service",
                "ppc",
                "stage",
                "setup");
        assertThat(made.status()).isEqualTo(303);
        Seat seat = projects.seat(account, made.location().substring("/p/".length()));
        assertThat(columns.of(seat)).hasSize(7);
        assertThat(projects.one(seat).client())
                .isNotNull()
                .satisfies(client -> assertThat(client.name()).startsWith("Новый клиент"));
        assertThat(browser.get(account, "/projects?q=зимний").body()).contains("Зимний сад");
        assertThat(browser.get(account, "/projects?q=летний").body()).contains("Такого проекта нет");
    }

    @Test
    void aRefusedStartKeepsWhatWasTypedAndMakesNoClient() {
        Seat there = kitchen.project(account);
        int before = clients.seenBy(account).size();
        Browser.Answer refused = browser.post(
                account,
                "/projects/new",
                "name",
                "Зимний сад",
                "client",
                "Лишний " + account.handle(),
                "key",
                there.key(),
                "service",
                "design");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Зимний сад", "Лишний", "key-wrong")
                .containsPattern("value=\"design\"[^>]* checked");
        assertThat(clients.seenBy(account)).hasSize(before);
        assertThat(browser.post(kitchen.specialist(), "/projects/new", "name", "x")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theListIsFilteredGroupedAndSorted() {
        Seat seat = kitchen.project(account);
        ColumnId column = kitchen.column(seat, "Работа");
        kitchen.card(seat, column, "Берёза");
        int second = kitchen.card(seat, column, "Акация");
        marking.assign(seat, second, account.person());
        String list = "/p/" + seat.key() + "/list";
        assertThat(browser.get(account, list).body()).containsSubsequence("Берёза", "Акация");
        assertThat(browser.get(account, list + "?sort=title").body())
                .containsSubsequence("Акация", "Берёза")
                .contains("aria-sort=\"ascending\"");
        assertThat(browser.get(account, list + "?sort=-number").body()).containsSubsequence("Акация", "Берёза");
        assertThat(browser.get(account, list + "?mine=1").body())
                .contains("Акация")
                .doesNotContain("Берёза");
        assertThat(browser.get(account, list + "?text=бер").body())
                .contains("Берёза")
                .doesNotContain("Акация");
        assertThat(browser.get(account, list + "?due=late").body()).contains("По этому отбору карточек нет");
        for (String group : List.of("person", "discipline", "due", "none", "nonsense")) {
            assertThat(browser.get(account, list + "?group=" + group + "&sort=-due")
                            .body())
                    .as(group)
                    .contains("Берёза", "Акация");
        }
    }

    @Test
    void whatIsArchivedCanBeFoundAndBroughtBack() {
        Seat seat = kitchen.project(account);
        ColumnId column = kitchen.column(seat, "Работа");
        int card = kitchen.card(seat, column, "Берёза");
        archiving.archive(seat, card);
        String archive = "/p/" + seat.key() + "/archive";
        assertThat(browser.get(account, archive).body())
                .contains("Берёза", "/cards/" + card + "/restore", "/cards/" + card + "/delete");
        browser.post(account, "/p/" + seat.key() + "/cards/" + card + "/restore");
        assertThat(browser.get(account, archive).body()).contains("В архиве пусто");
        columns.archive(seat, column);
        assertThat(browser.get(account, archive).body()).contains("/columns/" + column + "/restore");
    }
}
