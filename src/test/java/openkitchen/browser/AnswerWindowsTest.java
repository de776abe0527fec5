package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import openkitchen.window.AnswerWindows;
import openkitchen.window.Week;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A specialist sets when they answer; a client sees it. */
class AnswerWindowsTest extends BrowserTest {

    @Test
    void aWindowIsAddedByTheKeyboardAlone() {
        Scene scene = scene();
        Guest vera = guest(scene.specialist, Device.DESK);
        vera.open("/me/windows");
        Locator rows = vera.at(".hours .window");
        assertThat(rows).hasCount(2);
        vera.at("[data-action='rows#add']").focus();
        vera.press("Enter");
        assertThat(rows).hasCount(3);
        Locator fresh = rows.nth(2);
        assertThat(fresh.locator("input[value=monday]")).isFocused();
        vera.press("Tab", "Tab", "Tab", "Tab", "Tab", "Space");
        fresh.locator("input[type=time]").nth(0).fill("22:00");
        fresh.locator("input[type=time]").nth(1).fill("00:30");
        vera.press("Enter");
        assertThat(vera.at(".said")).isVisible();
        Assertions.assertEquals(
                List.of(new Week.Row(EnumSet.of(DayOfWeek.SATURDAY), LocalTime.of(22, 0), LocalTime.of(0, 30))),
                scene.a(AnswerWindows.class).of(scene.specialist.person()).week().rows().stream()
                        .filter(row -> row.days().contains(DayOfWeek.SATURDAY))
                        .toList());
    }

    @Test
    void whoRemovesAWindowStaysWhereTheyAre() {
        Scene scene = scene();
        Guest vera = guest(scene.specialist, Device.PHONE);
        vera.open("/me/windows");
        Locator rows = vera.at(".hours .window");
        rows.nth(0).locator("[data-action='rows#remove']").click();
        assertThat(rows).hasCount(1);
        assertThat(rows.nth(0).locator("input[value=monday]")).isFocused();
        rows.nth(0).locator("[data-action='rows#remove']").click();
        assertThat(vera.at("[data-action='rows#add']")).isFocused();
        assertThat(vera.at("[data-rows-target=empty]")).isVisible();
        vera.at("#week .actions .button").first().click();
        assertThat(vera.at(".said")).isVisible();
        Assertions.assertTrue(scene.a(AnswerWindows.class)
                .of(scene.specialist.person())
                .week()
                .isEmpty());
    }

    @Test
    void whatIsWrongWithAWeekIsSaidAndWhatWasTypedStays() {
        Scene scene = scene();
        Guest vera = guest(scene.specialist, Device.DESK).forgive("422");
        vera.open("/me/windows");
        Locator rows = vera.at(".hours .window");
        rows.nth(1).locator("input[type=time]").nth(0).fill("11:30");
        vera.at("#week .actions .button").first().click();
        assertThat(vera.at("#week .wrongs li")).hasCount(1);
        assertThat(rows.nth(1).locator("input[type=time]").nth(0)).hasValue(Pattern.compile("11:[03]0"));
    }

    @Test
    void theFacesInAProjectsHeadTellWhoAnswersWhenAsOfNow() {
        Scene scene = scene();
        Guest emma = guest(scene.lead, Device.PHONE);
        emma.open(scene.board());
        emma.at(".team-button").click();
        Locator specialist = emma.at("#next-answers li").filter(new Locator.FilterOptions().setHasText("SEO"));
        assertThat(specialist.locator(".next-answer")).containsText(Pattern.compile("answers|отвечает"));
        emma.press("Escape");
        scene.a(AnswerWindows.class).set(scene.specialist, scene.specialist.person(), Week.EMPTY);
        emma.at(".team-button").click();
        assertThat(specialist.locator(".next-answer[data-state=never]")).isVisible();
        emma.at("#team-answers > a").click();
        assertThat(emma.page()).hasURL(Pattern.compile(".*/about#team"));
        assertThat(emma.at("#team .next-answer[data-state=never]")).isVisible();
    }
}
