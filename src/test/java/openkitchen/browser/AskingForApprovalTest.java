package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Content;
import openkitchen.material.Materials;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The client is asked on the card about what whoever asks has seen there. */
class AskingForApprovalTest extends BrowserTest {

    @Test
    void aVersionThatCameMeanwhileIsShownInTheFormAndNothingIsLost() {
        Scene scene = scene();
        int card = scene.a(Cards.class)
                .add(scene.seat(), new Cards.NewCard(scene.doing, "Texts", "", CardKind.TASK, null, false))
                .number();
        MaterialId texts = scene.a(Materials.class)
                .add(scene.seat(), card, "Texts", new Content.Text("One"), "")
                .material();
        String part = "#card-" + card + "-materials";
        Guest anna = guest(scene.account, Device.DESK).forgive("409");
        anna.open(scene.card(card));
        anna.at(part + " [data-act-form-param=ask]").click();
        anna.at(part + " [data-act=ask] [name=note]").fill("Посмотрите, пожалуйста");
        scene.a(Materials.class).addVersion(scene.seat(scene.specialist), texts, new Content.Text("Two"), "");

        anna.at(part + " [data-act=ask] .actions .button").first().click();
        assertThat(anna.at("#card-" + card + "-asked .fault")).containsText("Texts v2");
        assertThat(anna.at("#card-" + card + "-asked [name=material]")).hasValue(texts + "/2");
        assertThat(anna.at(part + " [data-act=ask] [name=note]")).hasValue("Посмотрите, пожалуйста");
        Assertions.assertThat(scene.a(Approvals.class).page(scene.seat(), null, null, null, 10))
                .isEmpty();

        anna.at(part + " [data-act=ask] .actions .button").first().click();
        assertThat(anna.at(part + " .material .stand")).hasAttribute("data-state", "asked");
        Assertions.assertThat(scene.a(Approvals.class).page(scene.seat(), null, null, null, 10))
                .extracting(Approval::version)
                .containsExactly(2);
    }
}
