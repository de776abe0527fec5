package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.regex.Pattern;
import openkitchen.board.Cards;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.board.Moving;
import openkitchen.board.Writing;
import openkitchen.talk.Comments;
import org.junit.jupiter.api.Test;

class LiveTest extends BrowserTest {

    @Test
    void aPageThatWasCutOffCatchesUp() {
        Scene scene = scene();
        int card = scene.add(scene.planned, "Draft the landing page");
        Guest vera = guest(scene.specialist, Device.DESK)
                .forgive("ERR_INTERNET_DISCONNECTED")
                .forgive("/live?since=");
        vera.openLive(scene.board());

        vera.context().setOffline(true);
        int missed = scene.add(scene.doing, "Made while she was away");
        move(scene, card, scene.done);
        assertThat(vera.at("#connection")).isVisible();
        assertThat(vera.face(missed)).hasCount(0);
        vera.context().setOffline(false);
        assertThat(vera.face(missed)).isVisible();
        assertThat(vera.at("#column-" + scene.done + "-cards #card-" + card)).isVisible();
        assertThat(vera.at("#connection")).isHidden();

        vera.page().route("**/live*", Route::abort);
        vera.page().evaluate("() => dispatchEvent(new Event('offline'))");
        int more = scene.add(scene.doing, "Made after the stream was cut");
        assertThat(vera.face(more)).isVisible();
        vera.page().unroute("**/live*");
        vera.page().waitForResponse(response -> response.url().contains("/live"), () -> {});
        assertThat(vera.face(scene.add(scene.planned, "And once more"))).isVisible();
    }

    @Test
    void aPageThatOneComesBackToShowsWhatHappenedMeanwhile() {
        Scene scene = scene();
        scene.add(scene.planned, "Draft the landing page");
        Guest vera = guest(scene.specialist, Device.DESK);
        vera.openLive(scene.board());
        vera.open("/mark.svg");
        int missed = scene.add(scene.doing, "Made while she was elsewhere");
        vera.page().goBack();
        assertThat(vera.face(missed)).isVisible();
        assertThat(vera.face(scene.add(scene.doing, "Made afterwards"))).isVisible();

        vera.face(missed).locator("h3 a").click();
        assertThat(vera.page()).hasURL(Pattern.compile(".*/cards/" + missed + "$"));
        vera.page().goBack();
        assertThat(vera.sheet()).hasCount(0);
        vera.page().goForward();
        assertThat(vera.at("#card-title")).hasText("Made while she was elsewhere");
    }

    @Test
    void whatOthersDoNeverSweepsAwayWhatIsBeingWritten() {
        Scene scene = scene();
        int card = scene.add(scene.planned, "Draft the landing page", "As it was.");
        Guest vera = guest(scene.specialist, Device.DESK).forgive("409");
        vera.openLive(scene.card(card));
        Locator part = vera.at("#card-" + card + "-description");
        part.locator("[data-action='edit#open']").click();
        Locator box = part.locator("textarea[name=description]");
        box.fill("What Vera wrote.");

        int version = scene.a(Cards.class).number(scene.seat(), card).textVersion();
        scene.a(Writing.class).describe(scene.seat(scene.lead), card, version, "What Emma wrote.");
        scene.a(Comments.class).say(scene.seat(scene.lead), card, null, "And said this.", List.of());
        assertThat(vera.at("#card-" + card + "-talk .say")).hasCount(1);
        assertThat(part.locator(".held").first()).isVisible();
        scene.a(Columns.class).add(scene.seat(), "A new column", ColumnKind.DOING);
        assertThat(vera.at("body"))
                .hasAttribute(
                        "data-live-version-value", Long.toString(scene.seat().version()));
        assertThat(box).isVisible();
        assertThat(box).hasValue("What Vera wrote.");

        part.locator("form .button.small").first().click();
        assertThat(part.locator(".versus .text").first()).hasText("What Emma wrote.");
        assertThat(part.locator(".versus .text").last()).hasText("What Vera wrote.");
        assertThat(box).hasValue("What Vera wrote.");
        part.locator("[data-action='versus#both']").click();
        box.press("Control+Enter");
        assertThat(part.locator("[data-edit-target=read]")).hasText("What Emma wrote.\nWhat Vera wrote.");
        assertThat(scene.a(Cards.class).number(scene.seat(), card).description())
                .isEqualTo("What Emma wrote.\n\nWhat Vera wrote.");
        assertThat(vera.at(".column h2").getByText("A new column")).hasCount(1);
    }

    @Test
    void newsThatComesLateNeverMovesACardBackThatOneHasMovedOn() {
        Scene scene = scene();
        int card = scene.add(scene.planned, "Draft the landing page");
        Guest vera = guest(scene.specialist, Device.DESK).forgive("ERR_FAILED");
        vera.page().route(Pattern.compile(".*/(live|changes).*"), Route::abort);
        vera.open(scene.board());
        String before = (String) vera.face(card).evaluate("card => card.outerHTML");

        vera.press("ArrowDown", "Shift+ArrowRight");
        assertThat(vera.at("#column-" + scene.doing + "-cards #card-" + card + "[data-settled]"))
                .isVisible();
        arrives(vera, scene.planned, before.replace("landing", "front"));
        assertThat(vera.at("#column-" + scene.doing + "-cards #card-" + card + " h3"))
                .hasText("Draft the front page");
        assertThat(vera.face(card).locator("h3 a")).isFocused();

        String after = before.replaceFirst("data-version=\"\\d+\"", "data-version=\"1000000\"");
        arrives(vera, scene.planned, after);
        assertThat(vera.at("#column-" + scene.planned + "-cards #card-" + card + " h3"))
                .hasText("Draft the landing page");
        arrives(vera, scene.doing, before.replace("landing", "front"));
        arrives(vera, scene.doing, after.replace("card-" + card, "card-" + (card + 1)));
        assertThat(vera.face(card + 1)).isVisible();
        assertThat(vera.at("#column-" + scene.planned + "-cards #card-" + card + " h3"))
                .hasText("Draft the landing page");
    }

    private static void arrives(Guest guest, openkitchen.id.ColumnId column, String face) {
        guest.page().evaluate("""
                ([target, face]) => document.documentElement.insertAdjacentHTML("beforeend",
                    `<turbo-stream action="place" target="${target}"><template>${face}</template></turbo-stream>`)
                """, List.of("column-" + column + "-cards", face));
    }

    @Test
    void aDraftSurvivesAReloadAndADoubleClickSendsOnce() {
        Scene scene = scene();
        int card = scene.add(scene.planned, "Draft the landing page");
        Guest vera = guest(scene.specialist, Device.DESK);
        vera.openLive(scene.card(card));
        Locator box = vera.at("#card-" + card + "-compose textarea[name=text]");
        box.fill("A long thought");
        vera.page().reload();
        assertThat(box).hasValue("A long thought");
        assertThat(vera.at("#card-" + card + "-compose .draft-note")).isVisible();

        vera.at("#card-" + card + "-compose .bottom .button").dblclick();
        assertThat(vera.at("#card-" + card + "-talk .say")).hasCount(1);
        assertThat(box).hasValue("");
        box.fill("By keys");
        vera.press("Control+Enter", "Control+Enter");
        assertThat(vera.at("#card-" + card + "-talk .say")).hasCount(2);
        vera.page().reload();
        assertThat(vera.at("#card-" + card + "-talk .say")).hasCount(2);
        assertThat(box).hasValue("");
    }

    private static void move(Scene scene, int card, openkitchen.id.ColumnId column) {
        scene.a(Moving.class).place(scene.seat(), card, column, null);
    }
}
