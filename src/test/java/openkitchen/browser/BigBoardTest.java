package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.board.Marking;
import openkitchen.project.Seat;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class BigBoardTest extends BrowserTest {

    private static final Logger LOG = LoggerFactory.getLogger(BigBoardTest.class);

    @Test
    void whatIsFilteredStandsInTheAddress() {
        Scene scene = scene();
        int mine = scene.add(scene.planned, "Семантика для каталога");
        int other = scene.add(scene.planned, "Баннер");
        int third = scene.add(scene.doing, "Семантика для блога");
        scene.a(Marking.class).assign(scene.seat(), mine, scene.specialist.person());
        Guest vera = guest(scene.specialist, Device.DESK).openLive(scene.board());

        vera.at(".filters input[name=text]").fill("семантика");
        assertThat(vera.face(other)).isHidden();
        assertThat(vera.at(".filters .found")).hasText("2 карточки");
        vera.at(".filters label.pill")
                .filter(new Locator.FilterOptions().setHas(vera.at("input[name=mine]")))
                .click();
        assertThat(vera.face(third)).isHidden();
        assertThat(vera.face(mine)).isVisible();
        assertThat(vera.page()).hasURL(Pattern.compile(".*[?&]text=.*&mine=1$"));
        assertThat(vera.at("#column-" + scene.planned + " .count")).hasText("1 из 2");

        vera.page().reload();
        assertThat(vera.face(other)).isHidden();
        assertThat(vera.face(third)).isHidden();
        assertThat(vera.face(mine)).isVisible();

        vera.face(mine).locator("h3 a").click();
        assertThat(vera.sheet()).isVisible();
        vera.press("Escape");
        assertThat(vera.sheet()).hasCount(0);
        assertThat(vera.page()).hasURL(Pattern.compile(".*[?&]text=.*&mine=1$"));
        int fresh = scene.add(scene.doing, "Не про то");
        scene.a(Marking.class).assign(scene.seat(), third, scene.specialist.person());
        assertThat(vera.face(third)).isVisible();
        assertThat(vera.face(fresh)).isHidden();

        vera.at("[data-filter-target=clear]").click();
        assertThat(vera.face(fresh)).isVisible();
        assertThat(vera.page()).hasURL(Pattern.compile(".*" + scene.board() + "$"));
    }

    @Test
    void aBoardOfFiveThousandCardsIsUsableSoonAndGrowsAsOneScrolls() {
        Scene scene = scene();
        fill(scene, 18, 250);
        Guest vera = guest(scene.specialist, Device.DESK).open(scene.board());
        vera.page().waitForFunction("() => document.querySelector('.face-card')");
        CDPSession watch = vera.context().newCDPSession(vera.page());
        JsonObject threadTime = new JsonObject();
        threadTime.addProperty("timeDomain", "threadTicks");
        watch.send("Performance.enable", threadTime);
        double before = worked(watch);
        vera.page().reload();
        double usable = ((Number) vera.page().evaluate("""
                        () => new Promise(done => {
                          const look = () => document.querySelector("#board .face-card") && document.readyState === "complete"
                            ? requestAnimationFrame(() => setTimeout(() => done(performance.now()))) : setTimeout(look, 5)
                          look() })
                        """)).doubleValue();
        double work = 1000 * (worked(watch) - before);
        LOG.info(
                "a board of 5,000 cards was usable {} ms after it was asked for; the page's own work took {} ms of that",
                Math.round(usable),
                Math.round(work));
        assertThat(work).as("milliseconds of work, however busy the machine is").isBetween(1.0, 2000.0);

        Locator cards = vera.at(".column .cards").last();
        cards.scrollIntoViewIfNeeded();
        assertThat(cards.locator(".rest")).hasCount(1);
        assertThat(cards.locator(".face-card")).hasCount(60);
        cards.evaluate("it => { it.scrollTop = it.scrollHeight }");
        assertThat(cards.locator(".face-card")).hasCount(250);
        assertThat(cards.locator(".rest")).hasCount(0);

        double opened = ((Number) vera.page().evaluate("""
                        () => new Promise(done => {
                          const start = performance.now()
                          new MutationObserver((_, watch) => document.querySelector("#card-sheet") && (watch.disconnect(), requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))))
                            .observe(document.getElementById("sheet"), { childList: true })
                          document.querySelector(".face-card a").click() })
                        """)).doubleValue();
        LOG.info("its first card was open {} ms after the click", Math.round(opened));
        assertThat(vera.at("#card-title")).containsText("Card");
    }

    /** How many seconds the page's main thread has worked. */
    private static double worked(CDPSession watch) {
        for (JsonElement metric : watch.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject known = metric.getAsJsonObject();
            if (known.get("name").getAsString().equals("TaskDuration")) {
                return known.get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("no TaskDuration");
    }

    /** Straight into the tables: five thousand changes one by one would take longer than all that is measured here. */
    private static void fill(Scene scene, int columns, int each) {
        Seat seat = scene.seat();
        for (int i = 1; i < columns; i++) {
            scene.a(Columns.class).add(seat, "Month " + i, ColumnKind.PLANNED);
        }
        JdbcClient sql = scene.a(JdbcClient.class);
        sql.sql("""
                        insert into card (project_id, number, column_id, rank, kind, title, version, created_at)
                        select c.project_id, row_number() over (order by c.id, n), c.id, 'a' || lpad(n::text, 5, '0') || '1', 'task',
                               'Card ' || n || ' of ' || c.name, 1, now()
                          from board_column c cross join generate_series(1, :each) n
                         where c.project_id = :project
                        """)
                .param("each", each)
                .param("project", seat.project().value())
                .update();
        sql.sql("insert into card_text (card_id) select id from card where project_id = ?")
                .param(seat.project().value())
                .update();
    }
}
