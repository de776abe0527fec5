package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import openkitchen.board.Archiving;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.talk.Comments;
import org.junit.jupiter.api.Test;

/** The pages of a project beside its board: they stay live, and keep what somebody is at. */
class ProjectPagesTest extends BrowserTest {

    @Test
    void anInvitationsLinkStaysWhileOthersWork() {
        Scene scene = scene();
        Guest anna = guest(scene.account, Device.DESK);
        anna.openLive(scene.board() + "/about");
        anna.at("#invite-name").fill("Nora Quinn");
        anna.at("#invite-form button").click();
        Locator link = anna.at("#invite .secret input");
        assertThat(link).hasValue(Pattern.compile("http://localhost:\\d+/invitation/[\\w-]{43}"));
        assertThat(anna.at("#invitations")).containsText("Nora Quinn");
        assertThat(anna.at("#invite-name")).hasValue("");
        String shown = link.inputValue();

        scene.a(Columns.class).add(scene.seat(scene.lead), "Ideas", ColumnKind.INTAKE);
        scene.a(openkitchen.project.Knowledge.class)
                .addLink(scene.seat(scene.lead), "Shop", "https://shop.example", "");
        assertThat(anna.at("#links")).containsText("Shop");
        assertThat(link).hasValue(shown);
    }

    @Test
    void whoWritesTheStrategyIsNotInterrupted() {
        Scene scene = scene();
        Guest anna = guest(scene.account, Device.DESK);
        anna.openLive(scene.board() + "/about");
        anna.at("#strategy header button").click();
        anna.at("#strategy textarea").fill("First **requests**, then margin");
        scene.a(openkitchen.project.Knowledge.class)
                .addLink(scene.seat(scene.lead), "Shop", "https://shop.example", "");
        anna.page().waitForTimeout(1500);
        assertThat(anna.at("#strategy textarea")).hasValue("First **requests**, then margin");
        anna.at("#strategy form .button:not(.bare)").click();
        assertThat(anna.at("#strategy strong")).hasText("requests");
        assertThat(anna.at("#links")).containsText("Shop");
    }

    @Test
    void theHistoryGoesOnByItselfAndUnfoldsItsTexts() {
        Scene scene = scene();
        int card = scene.add(scene.planned, "Draft the landing page");
        Guest emma = guest(scene.lead, Device.PHONE);
        emma.openLive(scene.board() + "/history");
        scene.a(Comments.class)
                .say(scene.seat(scene.specialist), card, null, "A word. ".repeat(60) + "The end.", List.of());
        Locator said = emma.at(".happened").first();
        assertThat(said).containsText("Вера Соколова wrote on #" + card);
        assertThat(said).not().containsText("The end.");
        said.locator("summary").click();
        assertThat(said.locator(".prose")).containsText("The end.");
        emma.at("select[name=kind]").selectOption("people");
        assertThat(emma.at(".timeline")).containsText("added to the team");
        assertThat(emma.at(".timeline")).not().containsText("wrote on");
        assertThat(emma.page()).hasURL(Pattern.compile(".*kind=people.*"));
    }

    @Test
    void searchAnswersAsOneTypes() {
        Scene scene = scene();
        int card = scene.add(scene.planned, "Draft the landing page");
        Guest emma = guest(scene.lead, Device.DESK);
        emma.open(scene.board());
        emma.press("/");
        emma.page().keyboard().type("landi");
        assertThat(emma.page()).hasURL(Pattern.compile(".*/(search|p/).*"));
        emma.open("/search");
        assertThat(emma.at("input[name=q]")).isFocused();
        emma.page().keyboard().type("landi");
        assertThat(emma.at(".hit mark")).hasText("landing");
        assertThat(emma.at("input[name=q]")).isFocused();
        emma.at(".hit a").click();
        assertThat(emma.page()).hasURL(Pattern.compile(".*/cards/" + card + "$"));
    }

    @Test
    void theListKeepsItsFilterWhenItIsSortedAndTakesItToTheBoard() {
        Scene scene = scene();
        scene.add(scene.planned, "Birch");
        scene.add(scene.doing, "Acacia");
        scene.add(scene.doing, "Oak");
        Guest vera = guest(scene.specialist, Device.DESK);
        vera.openLive(scene.board() + "/list");
        vera.at("input[name=text]").fill("a");
        assertThat(vera.at("#list-table .title a")).hasText(new String[] {"Acacia", "Oak"});
        vera.at("thead th:nth-child(2) a").click();
        vera.at("thead th[aria-sort=ascending] a").click();
        assertThat(vera.at("thead th[aria-sort=descending]")).hasCount(1);
        assertThat(vera.at("#list-table .title a")).hasText(new String[] {"Oak", "Acacia"});
        scene.add(scene.doing, "Palm");
        assertThat(vera.at("#list-table .title a")).hasText(new String[] {"Palm", "Oak", "Acacia"});
        vera.at(".views button").click();
        assertThat(vera.at(".face-card:visible")).hasCount(3);
        assertThat(vera.at("#filters input[name=text]")).hasValue("a");
    }

    @Test
    void whatIsBroughtBackLeavesTheArchiveAtOnce() {
        Scene scene = scene();
        int card = scene.add(scene.planned, "Birch");
        scene.a(Archiving.class).archive(scene.seat(), card);
        Guest vera = guest(scene.specialist, Device.DESK);
        vera.openLive(scene.board() + "/archive");
        vera.at("#archived-" + card + " button").first().click();
        assertThat(vera.at("#archived-" + card)).hasCount(0);
        vera.open(scene.board());
        assertThat(vera.face(card)).isVisible();
    }
}
