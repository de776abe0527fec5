package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import openkitchen.id.CommentId;
import openkitchen.people.Viewer;
import openkitchen.project.Role;
import openkitchen.project.Team;
import openkitchen.talk.Address;
import openkitchen.talk.Question;
import openkitchen.talk.Questions;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskTest extends BrowserTest {

    private Scene scene;
    private int card;

    @BeforeEach
    void lay() {
        scene = scene();
        card = scene.add(scene.doing, "Catalogue titles", "Titles of all **40** pages.");
    }

    private CommentId ask(Viewer asker, Address to, String words) {
        return scene.a(Questions.class).ask(scene.seat(asker), card, to, false, words, List.of());
    }

    private Question question(CommentId id) {
        return scene.a(Questions.class).one(scene.seat(), id);
    }

    @Test
    void aSpecialistGoesThroughTheQueueByTheKeyboardAlone() {
        CommentId first = ask(scene.lead, new Address.Team(), "Why are the titles so long?");
        CommentId second = ask(scene.lead, new Address.Team(), "Which pages come first?");
        CommentId third = ask(scene.lead, new Address.Team(), "Is the budget enough?");
        CommentId remark = scene.a(Remarks.class)
                .raise(scene.seat(scene.lead), card, Remark.Weight.MUST, "The brand is spelt wrong", List.of());
        Guest vera = guest(scene.specialist, Device.DESK).open("/projects");
        assertThat(vera.at(".rail .waits")).hasText(Pattern.compile("[34]"));

        vera.press("g", "d");
        assertThat(vera.at(".page.desk h1")).isVisible();
        if (vera.at(".anyway summary").count() > 0) { // outside of the windows the desk keeps quiet until it is asked
            vera.at(".anyway summary").focus();
            vera.press("Enter");
        }
        vera.press("a");
        Locator text = vera.at(".answering textarea");
        assertThat(text).isFocused();
        assertThat(vera.at("#asked .prose")).hasText("Why are the titles so long?");
        assertThat(vera.at(".context")).containsText("Titles of all 40 pages.");
        assertThat(vera.at(".answering .clock")).containsText("0:0");
        assertThat(vera.at(".answering .minutes input")).hasValue("1");

        vera.page().keyboard().insertText("Because of the brand.");
        vera.press("Control+Enter");
        assertThat(vera.at("#asked .prose")).hasText("Which pages come first?");
        assertThat(question(first).state()).isEqualTo(Question.State.ANSWERED);
        assertThat(vera.at(".clock-line")).containsText("2");

        assertThat(text).isFocused();
        vera.page().keyboard().insertText("A half-written answer");
        vera.page()
                .waitForFunction(
                        "() => Object.entries(localStorage).some(([key, kept]) => key.startsWith('draft:') && kept.includes('half-written'))");
        vera.page().reload();
        assertThat(text).hasValue("A half-written answer");
        vera.at(".draft-note button").click();
        text.focus();
        vera.page().keyboard().insertText("First for whom?");
        vera.press("Escape", "b");
        assertThat(vera.at("#asked .prose")).hasText("Is the budget enough?");
        assertThat(question(second).state()).isEqualTo(Question.State.WAITING);

        vera.press("Escape", "p");
        assertThat(vera.at("dialog.acts .picks button").first()).isFocused();
        vera.press("1");
        assertThat(vera.at("dialog.acts")).not().isVisible();
        vera.page().waitForCondition(() -> question(third).state() == Question.State.REDIRECTED);

        vera.page().waitForURL(Pattern.compile(".*/desk/answer.*"));
        if (vera.at(".tally").count() > 0) {
            vera.press("j"); // a remark may be due in a later window than the questions
        }
        assertThat(vera.at("#asked .prose")).hasText("The brand is spelt wrong");
        assertThat(vera.at(".clock-line")).containsText("4 из 4");
        vera.press("Control+Enter");
        assertThat(vera.at(".tally")).containsText("Ответов");
        assertThat(scene.a(Remarks.class).one(scene.seat(), remark).state()).isEqualTo(Remark.State.FIXED);
        assertThat(vera.at(".tally")).containsText("Спросили в ответ");
        assertThat(vera.at(".tally")).containsText("1 мин");
    }

    @Test
    void whatIsRefusedKeepsWhatWasTyped() {
        scene.a(Remarks.class)
                .raise(scene.seat(scene.lead), card, Remark.Weight.MUST, "The brand is spelt wrong", List.of());
        Guest vera = guest(scene.specialist, Device.DESK).forgive("422").open("/desk/answer?all=true");
        vera.page().waitForURL(Pattern.compile(".*since=.*"));
        if (vera.at(".tally").count() > 0
                || vera.at(".actions [data-desk-key=j]").count() > 0) {
            vera.press("j");
        }
        Locator text = vera.at(".answering textarea");
        assertThat(text).isFocused();
        vera.press("Escape", "d");
        assertThat(vera.at(".compose .fault")).containsText("Заполните");
        assertThat(text).isFocused();
        assertThat(vera.at("#asked .prose")).hasText("The brand is spelt wrong");
    }

    @Test
    void theClientAnswersFromTheHomeOnAPhoneInOneTap() {
        CommentId question = ask(scene.specialist, new Address.Client(), "May we change the menu?");
        Guest emma = guest(scene.lead, Device.PHONE).open("/");
        assertThat(emma.page()).hasURL(Pattern.compile(".*" + scene.board() + "/home"));
        assertThat(emma.at("#home .wait .h")).hasText("May we change the menu?");
        assertThat(emma.at("#home")).containsText("Catalogue titles");
        assertThat(emma.at("#home")).containsText("Вера Соколова");
        emma.at("#home .wait .button").tap();
        emma.at(".answering textarea").fill("Yes, please.");
        emma.at(".answering .compose .button:not(.quiet)").tap();
        assertThat(emma.at(".tally")).containsText("Answered");
        assertThat(question(question).state()).isEqualTo(Question.State.ANSWERED);
        emma.at(".sitting-done .button").first().tap();
        assertThat(emma.at("#home .calm").first()).containsText("Nothing waits for you");
    }

    @Test
    void theAccountSortsOutInTwoKeystrokes() {
        scene.a(Team.class).remove(scene.seat(), scene.specialist.person());
        CommentId passed = ask(scene.lead, new Address.Team(), "Whose question is this?");
        CommentId made = ask(scene.lead, new Address.Team(), "Could there be a second landing page?");
        scene.a(Team.class).set(scene.seat(), scene.specialist.person(), Set.of(Role.SEO), "");
        Guest anna = guest(scene.account, Device.DESK).open("/desk");
        if (anna.at(".anyway summary").count() > 0) {
            anna.at(".anyway summary").click();
        }
        Locator rows = anna.at("[data-pile=triage] .matter");
        assertThat(rows).hasCount(2);
        anna.press("j", "p");
        assertThat(anna.at("dialog.acts .picks")).containsText("Вера Соколова");
        anna.press("2");
        anna.page().waitForCondition(() -> question(passed).state() == Question.State.REDIRECTED);
        if (anna.at(".anyway:not([open]) summary").count() > 0) {
            anna.at(".anyway summary").click();
        }
        assertThat(rows).hasCount(1);
        anna.press("j", "c");
        assertThat(anna.at("dialog.acts input[name=title]")).isFocused();
        anna.press("Enter");
        anna.page().waitForCondition(() -> question(made).state() == Question.State.CARD);
        assertThat(rows).hasCount(0);
    }

    @Test
    void whatIsAskedMeanwhileComesOntoTheDeskWithoutReload() {
        ask(scene.lead, new Address.Team(), "The first");
        Guest vera = guest(scene.specialist, Device.DESK);
        vera.page()
                .waitForResponse(
                        response -> response.url().endsWith("/desk/live"),
                        () -> vera.page().navigate("/desk"));
        vera.page().evaluate("() => { window.notReloaded = true }");
        if (vera.at(".anyway summary").count() > 0) {
            vera.at(".anyway summary").click();
        }
        assertThat(vera.at(".matter")).hasCount(1);
        vera.press("j");
        ask(scene.lead, new Address.Team(), "The second");
        assertThat(vera.at(".matter")).hasCount(2);
        assertThat(vera.at(".matter .open").first()).isFocused();
        assertThat(vera.page().evaluate("() => window.notReloaded")).isEqualTo(true);
    }

    @Test
    void axeFindsNothingWhereSomethingWaits() {
        ask(scene.lead, new Address.Team(), "Why are the titles so long?");
        ask(scene.specialist, new Address.Client(), "May we change the menu?");
        scene.a(Remarks.class)
                .raise(scene.seat(scene.lead), card, Remark.Weight.MUST, "The brand is spelt wrong", List.of());
        List<String> found = new ArrayList<>();
        for (Device device : Device.values()) {
            Guest vera = guest(scene.specialist, device);
            look(vera, "/desk", found);
            if (vera.at(".anyway summary").count() > 0) {
                vera.at(".anyway summary").click();
                look(vera, "", found);
            }
            look(vera, "/desk/answer?all=true", found);
            vera.at("[data-act=pass]").first().click();
            assertThat(vera.at("dialog.acts .picks button").first()).isFocused();
            look(vera, "", found);
            Guest emma = guest(scene.lead, device);
            look(emma, scene.board() + "/home", found);
            look(emma, "/desk/answer", found);
        }
        assertThat(found).isEmpty();
    }

    /** In both themes; an empty path is the page as it is. */
    private static void look(Guest guest, String path, List<String> found) {
        if (!path.isEmpty()) {
            guest.open(path);
        }
        guest.page().evaluate(AxeBuilder.getAxeScript());
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            guest.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            guest.page()
                    .waitForFunction(
                            "() => document.fonts.status === 'loaded' && document.getAnimations().every(it => it.playState !== 'running')");
            Object wrong = guest.page()
                    .evaluate(
                            "() => axe.run().then(found => found.violations.map(it => it.id + ': ' + it.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')))");
            for (Object each : (List<?>) wrong) {
                found.add(path + " " + theme + ": " + each);
            }
        }
        if (((Number) guest.page().evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue()
                > 0) {
            found.add(path + ": wider than the window");
        }
    }
}
