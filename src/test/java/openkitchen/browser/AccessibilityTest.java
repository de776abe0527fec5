package openkitchen.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.board.Checklists;
import openkitchen.board.Labels;
import openkitchen.board.Marking;
import openkitchen.board.Writing;
import openkitchen.id.ChecklistId;
import openkitchen.id.CommentId;
import openkitchen.id.ItemId;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Content;
import openkitchen.material.Launch;
import openkitchen.material.Launches;
import openkitchen.material.Material;
import openkitchen.material.Materials;
import openkitchen.material.Verdict;
import openkitchen.material.Versions;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.SignIn;
import openkitchen.people.Viewer;
import openkitchen.project.Discipline;
import openkitchen.project.Invitations;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.talk.Address;
import openkitchen.talk.Comments;
import openkitchen.talk.Decisions;
import openkitchen.talk.Question;
import openkitchen.talk.Questions;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.text.Language;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Axe finds nothing on any page, in both languages and themes, at a desk and on a phone. With {@code
 * -Dopenkitchen.pictures=true} pictures of all pages lie under {@code target/browser/pages} afterwards, to be looked at.
 */
class AccessibilityTest extends BrowserTest {

    private static final Map<String, Object> RULES = Map.of(
            "type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
    private static final List<ColorScheme> THEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final boolean PICTURES = Boolean.getBoolean("openkitchen.pictures");

    @Test
    void axeFindsNothingOnAnyPage() {
        Scene scene = scene();
        int card = furnished(scene);
        List<String> found = new ArrayList<>();
        Guest first = stranger(Device.DESK, options -> {}).forgive("404");
        tour(
                first,
                Map.of(
                        "setup",
                        "/setup?token=" + scene.a(SignIn.class).setUpLink().token()),
                found);
        Viewer owner = scene.person("Олег Марченко", AgencyRole.OWNER, null, Language.RU, "Europe/Moscow");
        for (Device device : Device.values()) {
            for (Language language : Language.values()) {
                tour(stranger(device, options -> options.setLocale(language.tag())), outside(scene), found);
                scene.a(People.class).speak(owner.person(), language);
                Guest oleg = guest(again(owner), device, options -> options.setLocale(language.tag()));
                tour(oleg.forgive("404"), inside(scene, card), found);
                edit(oleg, scene, card, found);
            }
        }
        Assertions.assertEquals(List.of(), found);
    }

    private static Map<String, String> outside(Scene scene) {
        String invited = scene.a(Invitations.class)
                .toProject(scene.seat(), "Nora Quinn", null, Set.of(Role.MEMBER), null)
                .secret()
                .token();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("sign-in", "/sign-in");
        pages.put("sent", "/sign-in/sent");
        pages.put("invitation", "/invitation/" + invited);
        return pages;
    }

    private static Map<String, String> inside(Scene scene, int card) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("start", "/start");
        pages.put("projects", "/projects");
        pages.put("new-project", "/projects/new");
        pages.put("people", "/people");
        pages.put("answer-times", "/answer-times");
        pages.put("words", "/agency/words");
        pages.put("import", "/import/trello");
        pages.put("me", "/me");
        pages.put("windows", "/me/windows");
        pages.put("windows-of", "/people/" + scene.specialist.person() + "/windows");
        pages.put("holidays", "/agency/holidays");
        pages.put("search", "/search?q=launch");
        pages.put("nothing", "/search?q=zzzz");
        pages.put("desk", "/desk");
        pages.put("home", scene.board() + "/home");
        pages.put("board", scene.board());
        pages.put("list", scene.board() + "/list");
        pages.put("history", scene.board() + "/history");
        pages.put("about", scene.board() + "/about");
        pages.put("archive", scene.board() + "/archive");
        pages.put("card-history", scene.card(card) + "/history");
        pages.put("not-found", "/p/nowhere");
        pages.put("card", scene.card(card));
        pages.put("launches", scene.board() + "/launches");
        pages.put("check", scene.board() + "/check");
        Material material =
                scene.a(Versions.class).latest(scene.seat(), null, null, 1000).getLast();
        pages.put("launch", scene.card(material.card()));
        pages.put("materials", scene.board() + "/materials");
        pages.put("version", scene.board() + "/materials/" + material.id());
        pages.put("compare", scene.board() + "/materials/" + material.id() + "/compare?from=1&to=2");
        scene.a(Approvals.class)
                .page(scene.seat(), null, null, null, 1000)
                .forEach(asked ->
                        pages.put(asked.open() ? "approval" : "approved", scene.board() + "/approvals/" + asked.ask()));
        pages.put("certificate", scene.board() + "/materials/" + material.id() + "/certificate");
        return pages;
    }

    private static void tour(Guest guest, Map<String, String> pages, List<String> found) {
        pages.forEach((name, path) -> {
            guest.open(path);
            look(guest, name, found);
        });
    }

    /** The card with every editor open, and with both texts after a conflict. */
    private static void edit(Guest guest, Scene scene, int card, List<String> found) {
        guest.forgive("409")
                .at("#card-sheet [data-action='edit#open']")
                .evaluateAll("all => all.forEach(it => it.click())");
        look(guest, "card-edit", found);
        guest.open(scene.card(card));
        guest.at("#card-" + card + "-description [data-action='edit#open']").click();
        guest.at("#card-" + card + "-description textarea").fill("What Oleg wrote.");
        long now = System.nanoTime();
        int version = scene.a(Cards.class).number(scene.seat(), card).textVersion();
        scene.a(Writing.class).describe(scene.seat(), card, version, "What Anna wrote, at %d.".formatted(now));
        guest.at("#card-" + card + "-description textarea").press("Control+Enter");
        guest.at("#card-" + card + "-description .versus").waitFor();
        look(guest, "card-versus", found);
    }

    private static void look(Guest guest, String name, List<String> found) {
        Page page = guest.page();
        page.evaluate(AxeBuilder.getAxeScript());
        ViewportSize window = page.viewportSize();
        page.setViewportSize(window.width, Math.max(window.height, height(page)));
        String language = page.locator("html").getAttribute("lang");
        String which = name + "-" + window.width + "-" + language;
        for (ColorScheme theme : PICTURES || language.equals("ru") ? THEMES : THEMES.subList(0, 1)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            page.waitForFunction(
                    "() => document.fonts.status === 'loaded' && document.getAnimations().every(it => it.playState !== 'running')");
            String lit = which + "-" + theme.name().toLowerCase(Locale.ROOT);
            if (PICTURES) {
                pictures(page, lit);
            }
            axe(page, theme, language).forEach(wrong -> found.add(lit + ": " + wrong));
        }
        overflow(page, which, found);
        page.setViewportSize(window.width, window.height);
    }

    /** All of the page is in sight, a card's sheet too, so that what is fixed to an edge covers nothing. */
    private static int height(Page page) {
        return ((Number) page.evaluate("""
                        () => Math.max(document.documentElement.scrollHeight,
                          document.querySelector("#card-sheet")?.scrollHeight ?? 0)
                        """)).intValue();
    }

    private static void pictures(Page page, String name) {
        picture(page, name);
        if (page.locator("#card-sheet").count() > 0) {
            page.evaluate("() => document.querySelector('#card-sheet').scrollTo(0, 1e6)");
            picture(page, name + "-below");
            page.evaluate("() => document.querySelector('#card-sheet').scrollTo(0, 0)");
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "browser", "pages", name + ".png"))
                .setFullPage(true));
    }

    /** Colours do not depend on the language, and the theme changes nothing else: neither is looked at twice. */
    private static List<String> axe(Page page, ColorScheme theme, String language) {
        boolean dark = theme == ColorScheme.DARK;
        Map<String, Object> asked = Map.of(
                "resultTypes",
                List.of("violations"),
                "runOnly",
                dark ? Map.of("type", "rule", "values", List.of("color-contrast")) : RULES,
                "rules",
                Map.of("color-contrast", Map.of("enabled", dark || language.equals("ru"))));
        Object wrong = page.evaluate("""
                asked => axe.run(document, asked).then(found => found.violations.map(it =>
                  `${it.help}: ${it.nodes.slice(0, 4).map(node => `${node.target} ${node.html.slice(0, 150)}`).join(" | ")}`))
                """, asked);
        return ((List<?>) wrong).stream().map(String::valueOf).toList();
    }

    /** Nothing sticks out to the side, and the parts of a card's sheet do not lie over each other. */
    private static void overflow(Page page, String which, List<String> found) {
        if (((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue() > 0) {
            found.add(which + ": wider than the window");
        }
        Object overlap = page.evaluate("""
                () => { const parts = [...document.querySelectorAll("#card-sheet > header, #card-sheet > .read, #card-sheet > aside, #card-sheet > .talk")].map(it => it.getBoundingClientRect())
                        return parts.some((a, i) => parts.some((b, j) => i < j && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)) }
                """);
        if (Boolean.TRUE.equals(overlap)) {
            found.add(which + ": parts lie over each other");
        }
    }

    private static int furnished(Scene scene) {
        int card = scene.add(
                scene.planned,
                "Посадочная страница весенней распродажи велосипедов",
                "Одна страница под **весеннюю** кампанию.\n\n- три экрана\n- форма заявки\n\nСм. https://example.org/brief и #2, согласовать с @"
                        + scene.lead.handle());
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
        marking.as(scene.seat(), second, CardKind.REQUEST, Discipline.PPC, Set.of(Discipline.SEO));
        Checklists checklists = scene.a(Checklists.class);
        ChecklistId list = checklists.add(scene.seat(), card, "Before launch");
        ItemId item = checklists.addItem(scene.seat(), card, list, "Тексты согласованы");
        checklists.tick(scene.seat(), card, item, true);
        checklists.addItem(scene.seat(), card, list, "Pixel is installed on every page");
        Comments comments = scene.a(Comments.class);
        comments.say(
                scene.seat(scene.specialist),
                card,
                null,
                "Макет готов, посмотрите, пожалуйста. @" + scene.lead.handle(),
                List.of());
        comments.say(scene.seat(scene.lead), card, null, "Looks great. Could the *price* be larger?", List.of());
        talk(scene, card);
        launches(scene);
        return card;
    }

    /** One that is held back, one that is live and one that was. */
    private static void launches(Scene scene) {
        Seat account = scene.seat();
        Launches launches = scene.a(Launches.class);
        int held = launch(scene, "Зимняя распродажа городских велосипедов");
        MaterialId material = scene.a(Materials.class)
                .add(account, held, "Ad list", new Content.Text("Buy a bike"), "The first")
                .material();
        Approvals approvals = scene.a(Approvals.class);
        approvals.ask(
                account,
                held,
                List.of(new Approvals.Seen(material, 1)),
                new Approvals.Wanted(Approval.Needs.ANY, null, ""));
        approvals.decide(
                scene.seat(scene.lead),
                approvals.page(account, null, material, null, 1).getFirst().id(),
                Verdict.CHANGES,
                "The phone is an old one",
                Approval.Way.PAGE);
        scene.a(Materials.class)
                .addVersion(account, material, new Content.Text("Buy a good bike\n\nToday"), "Both remarks");
        approvals.ask(
                account,
                held,
                List.of(new Approvals.Seen(material, 2)),
                new Approvals.Wanted(Approval.Needs.ALL, null, "Now?"));
        launches.plan(
                account,
                held,
                0,
                new Launch.Plan(
                        "Кто смотрел модели осенью, купит зимой",
                        "Контекстная реклама",
                        "Москва",
                        new BigDecimal("150000"),
                        "RUB",
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2026, 12, 24)));
        launches.launch(account, launch(scene, "Newsletter"), "");
        int past = launch(scene, "Billboard");
        launches.launch(account, past, "");
        launches.stop(account, past);
        launches.judge(account, past, "Nobody called.", Launch.Verdict.STOP);
    }

    private static int launch(Scene scene, String title) {
        return scene.a(Cards.class)
                .add(scene.seat(), new Cards.NewCard(scene.doing, title, "", CardKind.LAUNCH, null, false))
                .number();
    }

    /** One of each kind, in several states. */
    private static void talk(Scene scene, int card) {
        Seat lead = scene.seat(scene.lead), specialist = scene.seat(scene.specialist);
        Questions questions = scene.a(Questions.class);
        CommentId answered = questions.ask(lead, card, new Address.Team(), false, "Why is it green?", List.of());
        questions.answer(specialist, answered, "It is the colour of the *brand*.", List.of(), 5, Question.Depth.QUICK);
        CommentId waiting = questions.ask(lead, card, new Address.Team(), true, "And the other one?", List.of());
        questions.askBack(specialist, waiting, "Какая именно?", List.of());
        questions.ask(lead, card, new Address.OfRole(Role.ACCOUNT), false, "When do we launch?", List.of());
        Remarks remarks = scene.a(Remarks.class);
        CommentId remark = remarks.raise(lead, card, Remark.Weight.MUST, "The price is wrong", List.of());
        remarks.raiseAgain(lead, remark, "Still");
        CommentId declined = remarks.raise(lead, card, Remark.Weight.SUGGESTION, "A bit bluer", List.of());
        remarks.decline(specialist, declined, "Синий теряется на фоне");
        scene.a(Decisions.class)
                .decide(scene.seat(), card, "Ставим редиректы", "Старые адреса", Set.of(Discipline.SEO), List.of());
    }
}
