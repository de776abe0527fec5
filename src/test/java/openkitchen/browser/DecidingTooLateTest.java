package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Content;
import openkitchen.material.Materials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Something came between while a decision was written: what was written stays, and can be said as a remark. */
class DecidingTooLateTest extends BrowserTest {

    private Scene scene;
    private MaterialId text;
    private CommentId ask;

    @BeforeEach
    void ask() {
        scene = scene();
        int card = scene.add(scene.doing, "Texts");
        text = scene.a(Materials.class)
                .add(scene.seat(), card, "Texts", new Content.Text("One"), "")
                .material();
        ask = scene.a(Approvals.class)
                .ask(
                        scene.seat(),
                        card,
                        List.of(new Approvals.Seen(text, 1)),
                        new Approvals.Wanted(Approval.Needs.ANY, null, ""));
    }

    private String page() {
        return scene.board() + "/approvals/" + ask;
    }

    @Test
    void theClientsWordsStayInPlaceAndBecomeARemarkOnTheNewerVersion() {
        Guest emma = guest(scene.lead, Device.PHONE).forgive("409").open(page());
        emma.at("[data-act-form-param=changes]").click();
        emma.at("[data-act=changes] [name=comment]").fill("Longer, please");
        scene.a(Materials.class).addVersion(scene.seat(), text, new Content.Text("Two"), "");
        emma.at("[data-act=changes] .actions .button").first().click();
        assertThat(emma.at(".unsaid .wrongs")).containsText("version 1 was replaced by version 2");
        assertThat(emma.at(".unsaid[data-act=changes] [name=comment]")).hasValue("Longer, please");
        assertThat(emma.at(".unsaid[data-act=changes] [name=comment]")).isFocused();
        assertThat(emma.at(".decide")).isHidden();
        emma.page().reload();
        assertThat(emma.at(".unsaid[data-act=changes] [name=comment]")).hasValue("Longer, please");
        assertThat(emma.at(".unsaid[data-act=remarks]")).isHidden();
        emma.at(".unsaid[data-act=changes] .actions .button").first().click();
        assertThat(emma.page()).hasURL(Pattern.compile("/materials/" + text + "/2$"));
        assertThat(emma.at("#pins")).containsText("Longer, please");
        emma.open(page());
        assertThat(emma.at(".unsaid[data-act=changes]")).isHidden();
    }

    @Test
    void whatTheTeamWroteDownOfADecisionStaysToo() {
        Guest anna = guest(scene.account, Device.DESK).forgive("409").open(page());
        anna.at("[data-act-form-param=record]").click();
        anna.at("[data-act=record] [name=evidence]").fill("По телефону");
        anna.at("[data-act=record] [name=comment]").fill("Длиннее");
        scene.a(Approvals.class).withdraw(scene.seat(), ask, "");
        anna.at("[data-act=record] .actions .button").first().click();
        assertThat(anna.at(".unsaid .wrongs")).containsText("команда отозвала просьбу");
        assertThat(anna.at(".unsaid [name=evidence]")).hasValue("По телефону");
        anna.page().reload();
        assertThat(anna.at(".unsaid [name=comment]")).hasValue("Длиннее");
        anna.at(".unsaid .actions .button").first().click();
        assertThat(anna.at("#pins")).containsText("По телефону");
    }
}
