package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openkitchen.board.Archiving;
import openkitchen.board.Moving;
import openkitchen.history.EventKind;
import openkitchen.history.History;
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
class HistoryPageTest {

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Comments comments;

    @Autowired
    Moving moving;

    @Autowired
    Archiving archiving;

    @Autowired
    History history;

    private Browser browser;
    private Viewer account;
    private Seat seat;
    private ColumnId column;

    @BeforeEach
    void open() {
        browser = new Browser(port, sessions);
        account = kitchen.account();
        seat = kitchen.project(account);
        column = kitchen.column(seat, "Работа");
    }

    @Test
    void pagesHaveNoGapsAndNothingTwice() {
        int card = kitchen.card(seat, column, "Тексты");
        for (int i = 0; i < 2 * Chronicle.PAGE + 7; i++) {
            comments.say(seat, card, null, "Слово " + i, List.of());
        }
        // two that happened at one and the same moment elsewhere
        history.change(seat.project(), account.person(), pen -> {
            for (int i = 0; i < 5; i++) {
                pen.writeForeign(
                        "trello",
                        pen.now(),
                        account.person(),
                        EventKind.PROJECT_TEXT,
                        null,
                        Map.of("text", "strategy", "version", i));
            }
            return true;
        });
        List<Long> seen = new ArrayList<>();
        String path = "/p/" + seat.key() + "/history";
        while (!path.isEmpty()) {
            String body = browser.get(account, path).body();
            Matcher events = Pattern.compile("id=\"event-(\\d+)\"").matcher(body);
            while (events.find()) {
                seen.add(Long.valueOf(events.group(1)));
            }
            Matcher earlier = Pattern.compile("href=\"([^\"]*before=[^\"]*)\"").matcher(body);
            path = earlier.find() ? earlier.group(1).replace("&amp;", "&") : "";
        }
        long last = history.version(seat.project());
        assertThat(seen).doesNotHaveDuplicates().hasSize((int) last);
        assertThat(seen.getFirst()).isEqualTo(last);
    }

    @Test
    void whatOneAsksForIsAllThatIsShown() {
        Viewer specialist = kitchen.specialist();
        Seat other = kitchen.join(seat, specialist, Role.SEO);
        int card = kitchen.card(seat, column, "Тексты");
        comments.say(other, card, null, "Готово к показу", List.of());
        String path = "/p/" + seat.key() + "/history";

        assertThat(browser.get(account, path + "?kind=comments").body())
                .contains("Готово к показу")
                .doesNotContain("создаёт карточку");
        assertThat(browser.get(account, path + "?person=" + specialist.person()).body())
                .contains("Готово к показу")
                .doesNotContain("создаёт карточку");
        LocalDate today = LocalDate.now(account.zone());
        assertThat(browser.get(account, path + "?from=" + today + "&until=" + today)
                        .body())
                .contains("Готово к показу");
        assertThat(browser.get(account, path + "?until=" + today.minusDays(1)).body())
                .contains("Ничего не нашлось")
                .doesNotContain("Готово к показу");
        assertThat(browser.get(account, path + "?from=yesterday&kind=nonsense&person=me&before=now")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void movesWithinAColumnAreToldOnlyWhenAskedFor() {
        kitchen.card(seat, column, "Первая");
        int second = kitchen.card(seat, column, "Вторая");
        moving.place(seat, second, column, null);
        String path = "/p/" + seat.key() + "/history";
        assertThat(browser.get(account, path).body()).doesNotContain("переставляет карточку");
        assertThat(browser.get(account, path + "?all=1").body()).contains("переставляет карточку");
    }

    @Test
    void theHistoryOfADeletedCardStays() {
        int card = kitchen.card(seat, column, "Черновик");
        comments.say(seat, card, null, "Не нужно", List.of());
        archiving.archive(seat, card);
        archiving.delete(seat, card);
        Browser.Answer answer = browser.get(account, "/p/" + seat.key() + "/cards/" + card + "/history");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Не нужно", "удаляет карточку", "создаёт карточку")
                .doesNotContain("добавляет колонку");
        assertThat(browser.get(account, "/p/" + seat.key() + "/cards/999/history")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theWholeOfALongTextIsAClickAway() {
        int card = kitchen.card(seat, column, "Тексты");
        comments.say(seat, card, null, "Слово ".repeat(100) + "конец", List.of());
        long number = history.version(seat.project());
        assertThat(browser.get(account, "/p/" + seat.key() + "/history").body())
                .contains("history/" + number + "/text")
                .doesNotContain("конец");
        assertThat(browser.get(account, "/p/" + seat.key() + "/history/" + number + "/text")
                        .body())
                .contains("конец");
    }

    @Test
    void aStrangerFindsNothing() {
        kitchen.card(seat, column, "Тексты");
        Viewer stranger = kitchen.specialist();
        Viewer contact = kitchen.contact(kitchen.client(account));
        for (String page : List.of(
                "history",
                "cards/1/history",
                "history/1/text",
                "about",
                "about/strategy/versions",
                "list",
                "archive")) {
            assertThat(browser.get(stranger, "/p/" + seat.key() + "/" + page).status())
                    .as(page)
                    .isEqualTo(404);
            assertThat(browser.get(contact, "/p/" + seat.key() + "/" + page).status())
                    .as(page)
                    .isEqualTo(404);
            assertThat(browser.get(account, "/p/" + seat.key() + "/" + page).status())
                    .as(page)
                    .isEqualTo(200);
        }
    }
}
