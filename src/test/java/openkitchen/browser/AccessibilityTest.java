package openkitchen.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import openkitchen.board.Checklists;
import openkitchen.board.Labels;
import openkitchen.board.Marking;
import openkitchen.id.ChecklistId;
import openkitchen.id.ItemId;
import openkitchen.people.People;
import openkitchen.project.Discipline;
import openkitchen.talk.CommentKind;
import openkitchen.talk.Comments;
import openkitchen.text.Language;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Axe finds nothing on any page, in both languages and themes, at a desk and on a phone. The pictures of all that lie under
 * {@code target/browser/pages}, to be looked at.
 */
class AccessibilityTest extends BrowserTest {

    @Test
    void axeFindsNothingOnAnyPage() {
        Scene scene = scene();
        int card = furnished(scene);
        List<String> found = new ArrayList<>();
        for (Device device : Device.values()) {
            for (Language language : Language.values()) {
                scene.a(People.class).speak(scene.account.person(), language);
                Guest anna = guest(again(scene.account), device);
                Map<String, String> pages = Map.of("board", scene.board(), "card", scene.card(card));
                pages.forEach((name, path) -> {
                    anna.open(path);
                    look(anna, name, device, language, found);
                });
                anna.at("#card-" + card + "-description [data-action='edit#open']")
                        .evaluateAll("all => all.forEach(each => each.click())");
                look(anna, "card-edit", device, language, found);
                anna.page().close();
            }
        }
        Assertions.assertEquals(List.of(), found);
    }

    private static void look(Guest guest, String name, Device device, Language language, List<String> found) {
        Page page = guest.page();
        page.waitForFunction(
                "() => document.fonts.status === 'loaded' && document.getAnimations().every(each => each.playState !== 'running')");
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            String which =
                    "%s-%s-%s-%s".formatted(name, device, language, theme).toLowerCase(java.util.Locale.ROOT);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "browser", "pages", which + ".png"))
                    .setFullPage(true));
            for (Rule rule : new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                    .analyze()
                    .getViolations()) {
                found.add(which + ": " + rule.getHelp() + " – "
                        + rule.getNodes().stream()
                                .limit(4)
                                .map(node -> node.getHtml().lines().findFirst().orElse(""))
                                .collect(Collectors.joining(" | ")));
            }
            overflow(page, which, found);
        }
    }

    /** Nothing sticks out to the side: a page is never wider than the window. */
    private static void overflow(Page page, String which, List<String> found) {
        if (((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue() > 0) {
            found.add(which + ": wider than the window");
        }
    }

    private static int furnished(Scene scene) {
        int card = scene.add(
                scene.planned,
                "Посадочная страница весенней распродажи велосипедов",
                "Одна страница под **весеннюю** кампанию.\n\n- три экрана\n- форма заявки\n\nСм. https://example.org/brief и #2, согласовать с @emma");
        int second = scene.add(scene.planned, "Keyword research for the city bikes");
        scene.add(scene.doing, "Настройка аналитики", "Цели и события.");
        scene.add(scene.doing, "Banner set for the launch");
        Marking marking = scene.a(Marking.class);
        marking.assign(scene.seat(), card, scene.specialist.person());
        marking.assign(scene.seat(), card, scene.lead.person());
        marking.date(scene.seat(), card, null, Instant.now().minus(Duration.ofDays(2)));
        marking.date(scene.seat(), second, null, Instant.now().plus(Duration.ofHours(3)));
        for (String colour : List.of("green", "orange", "sky")) {
            marking.label(scene.seat(), card, scene.a(Labels.class).add(scene.seat(), "Label " + colour, colour));
        }
        marking.cover(scene.seat(), second, null, "purple");
        marking.as(
                scene.seat(),
                second,
                openkitchen.board.CardKind.REQUEST,
                Discipline.PPC,
                java.util.Set.of(Discipline.SEO));
        Checklists checklists = scene.a(Checklists.class);
        ChecklistId list = checklists.add(scene.seat(), card, "Before launch");
        ItemId item = checklists.addItem(scene.seat(), card, list, "Тексты согласованы");
        checklists.tick(scene.seat(), card, item, true);
        checklists.addItem(scene.seat(), card, list, "Pixel is installed on every page");
        Comments comments = scene.a(Comments.class);
        comments.say(
                scene.seat(scene.specialist),
                card,
                CommentKind.MESSAGE,
                "Макет готов, посмотрите, пожалуйста. @emma",
                List.of());
        comments.say(
                scene.seat(scene.lead),
                card,
                CommentKind.MESSAGE,
                "Looks great. Could the *price* be larger?",
                List.of());
        return card;
    }
}
