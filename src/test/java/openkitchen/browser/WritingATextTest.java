package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import openkitchen.id.MaterialId;
import openkitchen.material.Content;
import openkitchen.material.Materials;
import openkitchen.material.Versions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The next version of a text is written on from the newest one, in the card. */
class WritingATextTest extends BrowserTest {

    private Scene scene;
    private int card;
    private MaterialId text;
    private Guest vera;

    @BeforeEach
    void open() {
        scene = scene();
        card = scene.add(scene.doing, "Texts");
        text = scene.a(Materials.class)
                .add(scene.seat(), card, "Texts", new Content.Text("One"), "")
                .material();
        vera = guest(scene.specialist, Device.DESK).forgive("409");
        vera.open(scene.card(card));
        vera.at("[popovertarget=material-" + text + "-menu]").click();
        vera.at("[data-act-form-param=version-" + text + "]").click();
        assertThat(field("text")).hasValue("One");
    }

    private Locator form() {
        return vera.at("#card-" + card + "-materials [data-act=version-" + text + "]");
    }

    private Locator field(String name) {
        return form().locator("[name=" + name + "]");
    }

    private void send() {
        form().locator(".actions .button").first().click();
    }

    @Test
    void whatWasWrittenIsThereAfterAReload() {
        field("text").fill("Mine");
        vera.page().reload();
        assertThat(field("text")).hasValue("Mine");
        assertThat(field("note")).hasValue("");
        field("note").fill("Shorter");
        vera.page().reload();
        assertThat(field("text")).hasValue("Mine");
        assertThat(field("note")).hasValue("Shorter");
    }

    @Test
    void whoLeavesBeforeTheTextHasComeKeepsWhatTheyWrote() {
        field("text").fill("Mine");
        scene.a(Materials.class).addVersion(scene.seat(), text, new Content.Text("Theirs"), "");
        vera.page().route("**/materials/*/text", route -> {});
        vera.page().reload();
        assertThat(form()).isVisible();
        field("note").fill("Shorter");
        vera.page().reload();
        assertThat(field("note")).hasValue("Shorter");
        vera.page().unrouteAll();
        vera.page().addInitScript("addEventListener('turbo:frame-render', () => dispatchEvent(new Event('pagehide')))");
        vera.page().reload();
        assertThat(field("text")).hasValue("Mine");
        assertThat(field("note")).hasValue("Shorter");
        assertThat(field("version")).hasValue("1");
    }

    @Test
    void whoIsSlowerSeesBothTextsAndLosesNothing() {
        field("text").fill("Mine");
        scene.a(Materials.class).addVersion(scene.seat(), text, new Content.Text("Theirs"), "");
        vera.page().reload();
        assertThat(field("text")).hasValue("Mine");
        send();
        assertThat(form().locator(".versus")).containsText("Theirs");
        assertThat(field("text")).hasValue("Mine");
        vera.page().reload();
        assertThat(field("text")).hasValue("Mine");
        send();
        assertThat(form()).isHidden();
        Assertions.assertThat(scene.a(Versions.class).one(scene.seat(), text, 3).body())
                .isEqualTo("Mine");
    }
}
