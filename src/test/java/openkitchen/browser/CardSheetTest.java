package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import openkitchen.board.Card;
import openkitchen.board.Cards;
import openkitchen.board.Checklists;
import openkitchen.id.ChecklistId;
import org.junit.jupiter.api.Test;

class CardSheetTest extends BrowserTest {

    @Test
    void checklistsAreMadeTickedAndReordered() {
        Scene scene = scene();
        int card = scene.add(scene.planned, "Launch the campaign");
        Guest vera = guest(scene.specialist, Device.DESK).openLive(scene.card(card));
        Guest emma = guest(scene.lead, Device.PHONE).openLive(scene.card(card));

        vera.at("[popovertarget='card-" + card + "-checklist']").click();
        vera.at("#card-" + card + "-checklist .input").fill("Перед запуском");
        vera.press("Enter");
        Locator list = vera.at(".checklist");
        assertThat(list.locator("h2")).hasText("Перед запуском");
        Locator add = list.locator(".add-item .input");
        add.click();
        for (String item : new String[] {"Счётчик", "Цели", "Бюджет"}) {
            vera.page().keyboard().insertText(item);
            vera.press("Enter");
            assertThat(list.locator(".item .text").last()).hasText(item);
            assertThat(list.locator(".add-item .input")).isFocused();
        }
        list.locator(".item input[type=checkbox]").first().check();
        assertThat(list.locator(".of")).hasText("1 / 3");
        assertThat(emma.at(".checklist .of")).hasText("1 / 3");

        vera.page().waitForResponse(response -> response.url().endsWith("/place"), () -> {
            list.locator(".grip").last().focus();
            vera.press("ArrowUp");
        });
        String[] reordered = {"Счётчик", "Бюджет", "Цели"};
        assertThat(list.locator(".item .text")).hasText(reordered);
        assertThat(emma.at(".checklist .item .text")).hasText(reordered);
        assertThat(vera.focus()).isNotEqualTo("nothing");

        list.locator(".item .text").last().click();
        list.locator(".item").last().locator("input[name=text]").fill("Цели и события");
        vera.press("Enter");
        assertThat(emma.at(".checklist .item .text").last()).hasText("Цели и события");
        assertThat(vera.face(card).locator("[data-icon=list]")).hasText("1/3");
    }

    @Test
    void whatIsKnownOfACardIsWrittenInItsSheet() {
        Scene scene = scene();
        int card = scene.add(scene.planned, "Launch the campaign");
        Guest vera = guest(scene.specialist, Device.DESK).openLive(scene.card(card));

        Locator labels = vera.at("#card-" + card + "-labels");
        labels.hover();
        labels.locator("[data-action='edit#open']").click();
        labels.locator("input[name=fresh]").fill("Срочно");
        labels.locator("select").selectOption("red");
        labels.locator(".button.small").first().click();
        assertThat(labels.locator(".labels .label")).hasText("Срочно");
        assertThat(vera.face(card).locator(".label")).hasText("Срочно");

        Locator people = vera.at("#card-" + card + "-people");
        people.hover();
        people.locator("[data-action='edit#open']").click();
        people.getByText("Emma Clark").click();
        people.locator(".button.small").first().click();
        assertThat(people.locator("ul b")).hasText("Emma Clark");
        assertThat(vera.face(card).locator(".faces .face")).hasCount(1);

        LocalDate day = LocalDate.now(ZoneId.of("Asia/Yekaterinburg")).plusDays(1);
        Locator dates = vera.at("#card-" + card + "-dates");
        dates.hover();
        dates.locator("[data-action='edit#open']").click();
        dates.locator("input[name=due]").fill(day + "T18:30");
        dates.locator(".button.small").first().click();
        assertThat(dates.locator("time.due")).hasText("завтра до 18:30");
        Card known = scene.a(Cards.class).number(scene.seat(), card);
        Instant due = day.atTime(LocalTime.of(18, 30))
                .atZone(ZoneId.of("Asia/Yekaterinburg"))
                .toInstant();
        assertThat(known.face().due()).isEqualTo(due);
        dates.locator("input[name=done]").check();
        assertThat(vera.face(card).locator(".n.done")).isVisible();

        Locator about = vera.at("#card-" + card + "-description");
        about.locator("[data-action='edit#open']").click();
        about.locator("textarea").fill("Начинаем **в понедельник**.\n\n- смета\n- баннеры");
        about.locator("[data-action='preview#toggle']").click();
        assertThat(about.locator(".seen strong")).hasText("в понедельник");
        about.locator("[data-action='preview#toggle']").click();
        assertThat(about.locator("textarea")).isFocused();
        vera.press("Control+Enter");
        assertThat(about.locator("[data-edit-target=read] li")).hasText(new String[] {"смета", "баннеры"});
        assertThat(vera.face(card).locator("[data-icon=text]")).hasCount(1);

        Locator place = vera.at("#card-" + card + "-place");
        place.hover();
        place.locator("[data-action='edit#open']").click();
        place.locator("select[name=discipline]").selectOption("design");
        place.locator("select[name=column]").selectOption("In work");
        place.locator(".button.small").first().click();
        assertThat(vera.at("#card-" + card + "-what")).containsText("In work");
        assertThat(vera.at("#column-" + scene.doing + "-cards #card-" + card)).hasCount(1);
    }

    @Test
    void anArchivedCardComesBackByUndoAndACopyHasAllThatTheCardHas() {
        Scene scene = scene();
        int card = scene.add(scene.planned, "Launch the campaign", "With a list.");
        int other = scene.add(scene.planned, "Something else");
        ChecklistId list = scene.a(Checklists.class).add(scene.seat(), card, "Before");
        scene.a(Checklists.class).addItem(scene.seat(), card, list, "Budget");
        Guest emma = guest(scene.lead, Device.DESK).openLive(scene.board());

        emma.face(card).hover();
        emma.face(card).locator(".more").click();
        emma.at("#card-menu [data-do=archive]").click();
        assertThat(emma.face(card)).hasCount(0);
        assertThat(emma.at(".toast")).containsText("Launch the campaign");
        emma.at(".toast button").click();
        assertThat(emma.face(card)).isVisible();

        emma.face(card).hover();
        emma.face(card).locator(".more").click();
        emma.at("#card-menu [data-do=copy]").click();
        Locator copies = emma.at("#column-" + scene.planned + "-cards .face-card h3");
        assertThat(copies).hasCount(3);
        int copy = other + 1;
        assertThat(emma.face(copy).locator("[data-icon=list]")).hasText("0/1");

        emma.face(copy).locator("h3 a").click();
        emma.at("[popovertarget=sheet-menu]").click();
        emma.at("#sheet-menu form[action$='/archive'] button").click();
        assertThat(emma.face(copy)).hasCount(0);
    }
}
