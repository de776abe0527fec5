package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import openkitchen.talk.Address;
import openkitchen.talk.Questions;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Questions, remarks and decisions as both sides see them. */
class TalkOnACardTest extends BrowserTest {

    @Test
    void aClientAsksFromThePhoneAndReadsTheAnswerWithoutReload() {
        Scene scene = scene();
        int card = scene.add(scene.doing, "Titles of the catalogue");
        Guest vera = guest(scene.specialist, Device.DESK).openLive(scene.card(card));
        Guest emma = guest(scene.lead, Device.PHONE).openLive(scene.card(card));
        emma.page().evaluate("() => { window.notReloaded = true }");

        emma.at(".asking button").tap();
        assertThat(emma.at(".promise")).containsText(Pattern.compile("Вера \\(SEO\\) answers (today|tomorrow|\\w+)"));
        emma.page().keyboard().insertText("Why is the title so long?");
        emma.at(".compose .bottom .button").tap();

        Locator question = vera.at(".say[data-kind=question]");
        assertThat(question.locator(".turn")).containsText("Ваш ход: ответить");
        assertThat(vera.face(card).locator(".turn")).containsText("Ваш ход: ответить");
        assertThat(emma.at("#card-" + card + "-turn .turn")).containsText("SEO answers");
        vera.press("a");
        assertThat(question.locator("[data-act=answer] textarea")).isFocused();
        assertThat(question.locator("[name=minutes]")).hasValue("1");
        vera.page().keyboard().insertText("Because of the **brand**.");
        vera.press("Control+Enter");

        assertThat(emma.at(".say[data-kind=question] .became")).containsText("Answered. Вера: Because of the brand.");
        assertThat(emma.at(".say[data-answer] .prose")).hasText("Because of the brand.");
        assertThat(emma.at("#card-" + card + "-turn .turn")).hasCount(0);
        assertThat(vera.face(card).locator(".turn")).hasCount(0);
        Assertions.assertNotEquals("nothing", vera.focus());

        emma.at("[data-act-form-param=reopen]").tap();
        assertThat(emma.at("[data-act=reopen] textarea")).isFocused();
        emma.page().keyboard().insertText("I mean the search results.");
        emma.at("[data-act=reopen] .button").first().tap();
        assertThat(question.locator(".became")).containsText("Спросили снова: ответ был не о том");
        assertThat(vera.at(".say").last().locator(".prose")).hasText("I mean the search results.");
        assertThat(emma.at(".in-reply").first()).containsText("Not what Emma asked");
        Assertions.assertEquals(true, emma.page().evaluate("() => window.notReloaded"));
    }

    @Test
    void everybodySeesOnlyWhatIsTheirsToDo() {
        Scene scene = scene();
        int card = scene.add(scene.doing, "Titles of the catalogue");
        scene.a(Questions.class)
                .ask(scene.seat(scene.lead), card, new Address.Team(), false, "Why so long?", List.of());
        Locator theirs = guest(scene.lead, Device.DESK).open(scene.card(card)).at(".became .doing .button:visible");
        assertThat(theirs).hasCount(0);
        Guest vera = guest(scene.specialist, Device.DESK).open(scene.card(card));
        assertThat(vera.at(".became .doing > .button:visible"))
                .hasText(new String[] {"Ответить", "Уточнить", "Иначе…"});
        vera.at("[popovertarget^=question]").click();
        assertThat(vera.at(".became .menu button:visible")).hasText(new String[] {"Передать", "Сделать карточкой"});
        Guest anna = guest(scene.account, Device.DESK).open(scene.card(card));
        anna.at("[popovertarget^=question]").click();
        assertThat(anna.at(".became .menu button:visible"))
                .hasText(new String[] {"Передать", "Сделать карточкой", "Это уже спрашивали", "Не по теме"});
    }

    @Test
    void aRemarkThatMustBeFixedHoldsTheCardBack() {
        Scene scene = scene();
        int card = scene.add(scene.doing, "Titles of the catalogue");
        scene.a(Remarks.class).raise(scene.seat(scene.lead), card, Remark.Weight.MUST, "The price is wrong", List.of());
        Guest vera =
                guest(scene.specialist, Device.DESK).openLive(scene.board()).forgive("403");
        Guest emma = guest(scene.lead, Device.PHONE).openLive(scene.board());
        assertThat(vera.face(card).locator(".n.must")).hasText("1");
        vera.face(card).locator("a").focus();
        vera.press("Shift+ArrowRight");
        assertThat(vera.at(".toast")).containsText("Карточка вернулась на место");
        assertThat(vera.at("#column-" + scene.doing + "-cards #card-" + card)).hasCount(1);

        Guest anna = guest(scene.account, Device.DESK).openLive(scene.board()).forgive("422");
        anna.face(card).locator("a").focus();
        anna.press("Shift+ArrowRight");
        Locator dialog = anna.at("#despite");
        assertThat(dialog).containsText("Titles of the catalogue");
        dialog.locator("textarea").fill("Клиент проверит в понедельник");
        dialog.locator("[value=move]").click();
        assertThat(emma.at("#column-" + scene.done + "-cards #card-" + card)).hasCount(1);
        assertThat(anna.at("#column-" + scene.done + "-cards #card-" + card)).hasCount(1);
        anna.open(scene.card(card) + "/history");
        assertThat(anna.at("main")).containsText("хотя обязательные замечания ещё открыты");
        assertThat(anna.at("main")).containsText("Клиент проверит в понедельник");
    }

    @Test
    void aDecisionThatMentionsRedirectsProposesToAskTheSpecialist() {
        Scene scene = scene();
        int card = scene.add(scene.doing, "New addresses");
        Guest vera = guest(scene.specialist, Device.DESK).openLive(scene.card(card));
        Guest anna = guest(scene.account, Device.DESK).openLive(scene.card(card));
        anna.at(".compose .kinds label").last().click();
        anna.at(".compose textarea[name=text]").fill("Переносим каталог и ставим редиректы");
        assertThat(anna.at(".suggestion")).containsText("Здесь есть «редиректы»: спросить SEO-специалиста?");
        anna.at(".suggestion button").click();
        assertThat(anna.at(".suggestion")).hasCount(0);
        assertThat(anna.at(".compose [name=affects][value=seo]")).isChecked();
        anna.at(".compose .bottom .button").click();
        assertThat(vera.at(".say[data-kind=decision] .checked")).containsText("Ваш ход: посмотреть решение");
        vera.at("[data-act-form-param=object-seo]").click();
        assertThat(vera.at("[data-act=object-seo] textarea")).isFocused();
        vera.page().keyboard().insertText("Старые страницы приносят визиты");
        vera.press("Control+Enter");
        assertThat(anna.at(".say[data-kind=decision]")).containsText("Старые страницы приносят визиты");
        assertThat(anna.at(".say[data-kind=decision] .became > .state")).containsText("Есть возражение");
    }

    @Test
    void aDraftKeepsAsWhatItIsMeant() {
        Scene scene = scene();
        int card = scene.add(scene.doing, "New addresses");
        Guest emma = guest(scene.lead, Device.DESK).openLive(scene.card(card));
        emma.press("q");
        assertThat(emma.at(".compose textarea[name=text]")).isFocused();
        emma.page().keyboard().insertText("What is next?");
        emma.at("#card-" + card + "-to").selectOption("account");
        emma.at("[name=urgent]").check();
        assertThat(emma.at(".promise")).containsText("Анна (Account manager)");
        emma.page().reload();
        assertThat(emma.at(".compose textarea[name=text]")).hasValue("What is next?");
        assertThat(emma.at(".compose [name=kind][value=question]")).isChecked();
        assertThat(emma.at("#card-" + card + "-to")).hasValue("account");
        assertThat(emma.at(".promise")).containsText("Анна (Account manager)");
        emma.press("r");
        assertThat(emma.at(".compose [name=kind][value=message]")).isChecked();
    }

    @Test
    void theBoardIsFilteredByWhoseTurnItIs() {
        Scene scene = scene();
        int card = scene.add(scene.doing, "Titles of the catalogue");
        int other = scene.add(scene.doing, "Banners");
        scene.a(Questions.class)
                .ask(scene.seat(scene.lead), card, new Address.Team(), false, "Why so long?", List.of());
        Guest vera = guest(scene.specialist, Device.DESK).openLive(scene.board());
        vera.at("#filters [name=turn]").selectOption("mine");
        assertThat(vera.face(other)).isHidden();
        assertThat(vera.face(card)).isVisible();
        assertThat(vera.page()).hasURL(Pattern.compile("turn=mine"));
        vera.at("#filters [name=turn]").selectOption("client");
        assertThat(vera.face(card)).isHidden();
    }
}
