package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.material.Content;
import openkitchen.material.Launch;
import openkitchen.material.Launches;
import openkitchen.material.Materials;
import openkitchen.project.Seat;
import org.junit.jupiter.api.Test;

/** A launch is planned, held back, set going and judged on its card, before everybody's eyes. */
class LaunchOnACardTest extends BrowserTest {

    private static int launch(Scene scene) {
        return scene.a(Cards.class)
                .add(scene.seat(), new Cards.NewCard(scene.doing, "Spring sale", "", CardKind.LAUNCH, null, false))
                .number();
    }

    private static void plan(Scene scene, Seat seat, int card, int base, String hypothesis) {
        scene.a(Launches.class)
                .plan(seat, card, base, new Launch.Plan(hypothesis, "Поиск", "", null, "RUB", null, null));
    }

    @Test
    void whatOneWritesTheOtherSees() {
        Scene scene = scene();
        int card = launch(scene);
        String part = "#card-" + card + "-launch";
        Guest emma = guest(scene.lead, Device.PHONE);
        emma.openLive(scene.card(card));
        assertThat(emma.at(part)).containsText("What do you expect");
        Guest vera = guest(scene.specialist, Device.DESK);
        vera.open(scene.card(card));
        vera.at(part + " [data-action='edit#open']").click();
        vera.at(part + " [name=hypothesis]").fill("Звонков станет больше");
        vera.at(part + " [name=budget]").fill("1 500,50");
        vera.at(part + " [name=hypothesis]").press("Control+Enter");
        assertThat(vera.at(part + " .says-what")).hasText("Звонков станет больше");
        assertThat(emma.at(part + " .says-what")).hasText("Звонков станет больше");
        assertThat(emma.at(part)).containsText("1,500.50 ₽");
        assertThat(emma.at(part + " .doing form")).isHidden();
        vera.page().onceDialog(dialog -> dialog.accept());
        vera.at(part + " .doing form button").click();
        assertThat(emma.at(part)).containsText("launched it");
        vera.at(part + " [data-act-form-param=judge]").click();
        vera.at(part + " [name=result]").fill("Двенадцать звонков");
        vera.at(part + " [name=verdict][value=keep]").check();
        vera.at(part + " [name=result]").press("Control+Enter");
        assertThat(emma.at(part + " .outcome")).containsText("Двенадцать звонков");
    }

    @Test
    void whoIsSlowerSeesBothTextsAndChooses() {
        Scene scene = scene();
        int card = launch(scene);
        String part = "#card-" + card + "-launch";
        Guest anna = guest(scene.account, Device.DESK).forgive("409");
        anna.open(scene.card(card));
        anna.at(part + " [data-action='edit#open']").click();
        anna.at(part + " [name=hypothesis]").fill("Mine");
        anna.at(part + " [name=channel]").fill("Поиск");
        plan(scene, scene.seat(scene.specialist), card, 0, "Theirs");
        anna.at(part + " [name=hypothesis]").press("Control+Enter");
        assertThat(anna.at(part + " .versus .both")).hasCount(1);
        assertThat(anna.at(part + " .versus")).containsText("Theirs");
        assertThat(anna.at(part + " [name=hypothesis]")).hasValue("Mine");
        anna.at(part + " [data-action='versus#theirs']").click();
        assertThat(anna.at(part + " [name=hypothesis]")).hasValue("Theirs");
        anna.at(part + " [name=audience]").fill("Everybody");
        anna.at(part + " [name=audience]").press("Control+Enter");
        assertThat(anna.at(part + " .says-what")).hasText("Theirs");
        assertThat(anna.at(part)).containsText("Everybody");
    }

    @Test
    void aResultIsKeptWithTheRunOfWhichItWasWritten() {
        Scene scene = scene();
        int card = launch(scene);
        String part = "#card-" + card + "-launch";
        Launches launches = scene.a(Launches.class);
        launches.launch(scene.seat(), card, "");
        Guest anna = guest(scene.account, Device.DESK).forgive("409");
        anna.open(scene.card(card));
        anna.at(part + " [data-act-form-param=judge]").click();
        anna.at(part + " [name=result]").fill("Mine");
        anna.at(part + " [name=verdict][value=keep]").check();
        launches.judge(scene.seat(scene.specialist), card, "Theirs", Launch.Verdict.STOP);
        anna.at(part + " [name=result]").press("Control+Enter");
        assertThat(anna.at(part + " [data-act=judge] .versus")).containsText("Theirs");
        assertThat(anna.at(part + " [name=result]")).hasValue("Mine");

        launches.stop(scene.seat(), card);
        launches.launch(scene.seat(), card, "");
        anna.page().reload();
        assertThat(anna.at(part + " [name=result]")).hasValue("Mine");
        assertThat(anna.at(part + " [data-act=judge] [name=run]")).hasValue("1");
        anna.at(part + " [name=result]").press("Control+Enter");
        assertThat(anna.at("#toasts")).containsText("№ 1");
        assertThat(anna.at(part + " [data-act=judge] [name=run]")).hasValue("2");
        assertThat(anna.at(part + " [name=result]")).hasValue("");
        assertThat(anna.at(part + " .runs")).containsText("Mine");
    }

    @Test
    void whoDropsADraftOfAnEarlierRunWritesOfTheOneThatIsOn() {
        Scene scene = scene();
        int card = launch(scene);
        String part = "#card-" + card + "-launch";
        Launches launches = scene.a(Launches.class);
        launches.launch(scene.seat(), card, "");
        Guest anna = guest(scene.account, Device.DESK);
        anna.open(scene.card(card));
        anna.at(part + " [data-act-form-param=judge]").click();
        anna.at(part + " [name=result]").fill("Mine");
        launches.stop(scene.seat(), card);
        launches.launch(scene.seat(), card, "");
        anna.page().reload();
        assertThat(anna.at(part + " [data-act=judge] [name=run]")).hasValue("1");
        anna.at(part + " .draft-note button").click();
        assertThat(anna.at(part + " [data-act=judge] [name=run]")).hasValue("2");
    }

    @Test
    void onlyTheAccountOverridesAndTheReasonStays() {
        Scene scene = scene();
        int card = launch(scene);
        String part = "#card-" + card + "-launch";
        scene.a(Materials.class).add(scene.seat(), card, "Banner", new Content.Text("Buy"), "");
        Guest vera = guest(scene.specialist, Device.DESK);
        vera.open(scene.card(card));
        assertThat(vera.at(part + " .gate")).containsText("Banner");
        assertThat(vera.at(part + " .doing button")).isHidden();
        Guest anna = guest(scene.account, Device.PHONE);
        anna.open(scene.card(card));
        anna.at(part + " [data-act-form-param=start]").click();
        anna.at(part + " [name=reason]").fill("Ярмарка открывается завтра");
        anna.at(part + " [name=reason]").press("Control+Enter");
        assertThat(anna.at(part + " .why")).containsText("Ярмарка открывается завтра");
    }
}
