package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import openkitchen.board.Faces;
import openkitchen.bridge.mail.PostOffice;
import openkitchen.history.Proof;
import openkitchen.id.CommentId;
import openkitchen.talk.Comment;
import openkitchen.talk.Comments;
import openkitchen.talk.Question;
import openkitchen.talk.Questions;
import openkitchen.turn.Awaited;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The demo, from sign-in to the history: a client on a phone, the account, a specialist by keyboard and a developer, each in a
 * browser of their own, with a real mail server between them.
 */
class WholeWayTest extends DemoWay {

    private static final PostOffice POST = new PostOffice();

    private static final String ANTON = "anton@klest.example";
    private static final String TIMUR = "timur@klest.example";
    private static final String VERA = "vera@klest.example";

    private static final String ASKED = "Почему по слову «баня» мы на третьей странице?";
    private static final String ANSWERED = "Страницы о банях у нас ещё нет: она в плане на март.";

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        POST.describe(properties);
    }

    @AfterAll
    static void shut() {
        POST.shut();
    }

    @Override
    PostOffice post() {
        return POST;
    }

    private int card(String title) {
        return kitchen.getBean(Faces.class).onBoard(seat(OLGA)).stream()
                .filter(face -> face.title().startsWith(title))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static String page(int card) {
        return "/p/versta/cards/" + card;
    }

    private CommentId said(int card, String words) {
        return kitchen.getBean(Comments.class).on(seat(OLGA), card).stream()
                .filter(comment -> comment.body().equals(words))
                .map(Comment::id)
                .findFirst()
                .orElseThrow();
    }

    private List<Turn> open(CommentId about) {
        return kitchen.getBean(Turns.class).openAbout(about);
    }

    private MimeMessage last(String email) throws Exception {
        return POST.lettersTo(email).getLast();
    }

    /** Along the desk's lines by the keyboard until this one has the focus. */
    private static void walkTo(Guest guest, String words) {
        Locator line = guest.at(".matter a.open:focus");
        for (int i = 0; i < 60; i++) {
            guest.press("j");
            if (line.count() == 1 && line.textContent().contains(words)) {
                return;
            }
        }
        throw new AssertionError("nothing on the desk says " + words);
    }

    @Test
    void aQuestionGoesFromThePhoneByWayOfTheAccountToTheSpecialistAndBackByMail() throws Exception {
        int card = card("План на следующий квартал");
        Guest sergey = come(SERGEY, Device.PHONE);
        assertThat(sergey.page()).hasURL(Pattern.compile(".*/p/versta/home"));
        sergey.openLive(page(card));
        sergey.at(".asking button").tap();
        assertThat(sergey.at(".promise")).containsText("Ольга");
        assertThat(sergey.at(".promise")).containsText("сегодня 10–11");
        sergey.page().keyboard().insertText(ASKED);
        sergey.at(".compose .bottom .button").tap();
        Locator asked = sergey.at(".say[data-kind=question]").last();
        assertThat(asked.locator(".prose")).hasText(ASKED);
        assertThat(asked.locator(".turn")).containsText("сегодня 10–11");
        CommentId question = said(card, ASKED);

        turnTo("10:05");
        Guest olga = come(OLGA, Device.DESK).open("/desk");
        assertThat(olga.at("[data-pile=triage]")).containsText("баня");
        walkTo(olga, "баня");
        olga.press("p");
        Locator picks = olga.at("dialog.acts .picks button");
        assertThat(picks.first()).isFocused();
        olga.press(picks.filter(new Locator.FilterOptions().setHasText("Антон")).getAttribute("data-digit"));
        assertThat(asked.locator(".became")).containsText("Передан дальше");
        assertThat(asked.locator(".turn")).containsText("сегодня 11–12");

        int letters = POST.lettersTo(ANTON).size();
        POST.round(kitchen);
        assertThat(POST.lettersTo(ANTON)).hasSize(letters);
        turnTo("11:00");
        POST.round(kitchen);
        assertThat(POST.lettersTo(ANTON)).hasSize(letters + 1);
        assertThat(PostOffice.plain(last(ANTON))).contains("баня", "План на следующий квартал");

        Guest anton = come(ANTON, Device.DESK);
        anton.press("g", "d");
        assertThat(anton.at(".page.desk h1")).isVisible();
        walkTo(anton, "баня");
        anton.press("Enter");
        assertThat(anton.at("#asked .prose")).hasText(ASKED);
        assertThat(anton.at(".answering textarea")).isFocused();
        anton.page().keyboard().insertText(ANSWERED);
        anton.press("Control+Enter");
        assertThat(asked.locator(".became")).containsText("Есть ответ");
        assertThat(sergey.at(".say[data-answer] .prose").last()).hasText(ANSWERED);

        hands.pass(Duration.ofMinutes(5));
        POST.round(kitchen);
        assertThat(PostOffice.plain(last(SERGEY))).contains(ASKED, ANSWERED);
        turnTo("12:30");
        POST.arrive(
                kitchen,
                PostOffice.reply(SERGEY, last(SERGEY), "Это не то, что я спрашивал. Я про бани из бруса, они есть."));
        assertThat(asked.locator(".became")).containsText("Спросили снова");
        assertThat(sergey.at(".say .prose").last()).containsText("Я про бани из бруса");
        assertThat(kitchen.getBean(Questions.class).one(seat(OLGA), question).state())
                .isEqualTo(Question.State.REOPENED);
        assertThat(open(question)).singleElement().satisfies(turn -> {
            assertThat(turn.awaited().person()).isEqualTo(seat(ANTON).viewer().person());
            assertThat(turn.opener()).isEqualTo(seat(SERGEY).viewer().person());
            assertThat(turn.opened()).isEqualTo(hands.instant());
            assertThat(turn.due()).isEqualTo(hands.instant().plus(Duration.ofMinutes(330)));
        });
        assertThat(asked.locator(".turn")).containsText("сегодня 17–18");

        Locator story = olga.open(page(card) + "/history").at("main");
        assertThat(story).containsText("Сергей Наумов задаёт вопрос");
        assertThat(story).containsText("Ольга Бессонова передаёт вопрос");
        assertThat(story).containsText("Теперь отвечает Антон Лебедев");
        assertThat(story).containsText("Антон Лебедев отвечает на вопрос");
        assertThat(story).containsText("Сергей Наумов спрашивает снова");
        assertThat(kitchen.getBean(Proof.class).walk()).allMatch(Proof.Finding::sound);
    }

    @Test
    void aRemarkThatIsRaisedThreeTimesReachesTheOwnerAndHoldsItsCard() throws Exception {
        int card = card("Калькулятор сметы");
        Guest timur = come(TIMUR, Device.DESK).openLive(page(card)).forgive("403");
        Guest sergey = come(SERGEY, Device.PHONE).openLive(page(card));
        sergey.at(".compose .kinds label")
                .filter(new Locator.FilterOptions().setHasText("Замечание"))
                .tap();
        sergey.at(".compose textarea[name=text]").fill("Смета не считает доставку");
        sergey.at(".compose .bottom .button").tap();
        Locator theirs = sergey.at(".say[data-kind=remark]").last();
        assertThat(theirs.locator(".prose")).hasText("Смета не считает доставку");
        CommentId remark = said(card, "Смета не считает доставку");
        Locator ours = timur.at("#comment-" + remark);
        for (int time = 2; time <= 3; time++) {
            ours.locator("[data-act-form-param=fix]").click();
            timur.at("#comment-" + remark + " [data-act=fix] .button").first().click();
            assertThat(theirs.locator(".became")).containsText("Исправлено, ждёт проверки");
            theirs.locator("[data-act-form-param=raise]").tap();
            theirs.locator("[data-act=raise] textarea").fill("Всё ещё не считает, раз " + time);
            theirs.locator("[data-act=raise] .button").first().tap();
            assertThat(ours.locator(".became")).containsText("Всё ещё не исправлено");
        }
        assertThat(open(remark))
                .filteredOn(turn -> turn.purpose() == Purpose.RAISED)
                .extracting(turn -> turn.awaited().roleCode())
                .containsExactlyInAnyOrder("account", "owner");
        turnTo("18:00");
        POST.round(kitchen);
        assertThat(PostOffice.plain(last(VERA))).contains("Смета не считает доставку");
        Guest vera = come(VERA, Device.DESK).open("/desk");
        assertThat(vera.at(".matter")
                        .filter(new Locator.FilterOptions().setHasText("Смета не считает доставку"))
                        .first())
                .isVisible();

        timur.openLive("/p/versta");
        timur.face(card).locator("a").first().focus();
        for (int i = 0; i < 3 && timur.at(".toast").count() == 0; i++) {
            timur.press("Shift+ArrowRight");
            timur.page()
                    .waitForCondition(() -> timur.page()
                            .evaluate("() => !document.querySelector('[aria-busy=true]')")
                            .equals(true));
        }
        assertThat(timur.at(".toast")).containsText("Карточка вернулась на место");
        assertThat(timur.face(card).locator(".n.must")).isVisible();

        Locator story = vera.open(page(card) + "/history").at("main");
        assertThat(story).containsText("снова поднимает замечание");
        assertThat(story).containsText("уже 3 раза");
    }

    @Test
    void aDecisionThatMentionsRedirectsIsPutBeforeTheSpecialist() {
        int card = card("Скорость каталога");
        Guest anton = come(ANTON, Device.DESK).openLive(page(card));
        Guest timur = come(TIMUR, Device.DESK).openLive(page(card));
        timur.at(".compose .kinds label").last().click();
        timur.at(".compose textarea[name=text]").fill("Старые адреса каталога закрываем, редиректы ставим на главную");
        assertThat(timur.at(".suggestion")).containsText("редиректы");
        timur.at(".suggestion button").click();
        assertThat(timur.at(".compose [name=affects][value=seo]")).isChecked();
        timur.at(".compose .bottom .button").click();
        Locator decision = anton.at(".say[data-kind=decision]").last();
        assertThat(decision.locator(".checked")).containsText("Ваш ход: посмотреть решение");
        CommentId id = said(card, "Старые адреса каталога закрываем, редиректы ставим на главную");
        assertThat(open(id)).singleElement().satisfies(turn -> {
            assertThat(turn.purpose()).isEqualTo(Purpose.CHECK);
            assertThat(turn.awaited()).isInstanceOf(Awaited.OfRole.class);
        });
        anton.open("/desk");
        if (anton.at(".anyway summary").count() > 0) {
            anton.at(".anyway summary").click();
        }
        assertThat(anton.at(".matter").filter(new Locator.FilterOptions().setHasText("редиректы ставим на главную")))
                .isVisible();
    }
}
