package openkitchen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.board.Columns;
import openkitchen.bridge.mail.PostOffice;
import openkitchen.history.Proof;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Launch;
import openkitchen.material.Launches;
import openkitchen.material.Versions;
import openkitchen.project.Discipline;
import openkitchen.project.Seat;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * In the demo: a specialist shows an ad list, the client's decision maker comes from the letter on a phone, pins remarks to rows and
 * asks for changes; the next version, the launch, and a changed copy that is told apart.
 */
class ApprovalWayTest extends DemoWay {

    private static final PostOffice POST = new PostOffice();

    private static final String ROMAN = "roman@klest.example";
    private static final String TITLE = "Запуск весенней кампании";

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        POST.describe(properties);
    }

    @AfterAll
    static void shut() {
        POST.shut();
    }

    private int card;

    @Override
    PostOffice post() {
        return POST;
    }

    @BeforeEach
    void addTheLaunch() {
        Seat roman = seat(ROMAN);
        card = kitchen.getBean(Cards.class)
                .add(
                        roman,
                        new Cards.NewCard(
                                kitchen.getBean(Columns.class).of(roman).get(3).id(),
                                TITLE,
                                "",
                                CardKind.LAUNCH,
                                Discipline.PPC,
                                true))
                .number();
    }

    private static byte[] sheet(List<String[]> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "kitchen", "1.0")) {
            Worksheet sheet = book.newWorksheet("Объявления");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).length; column++) {
                    sheet.value(row, column, rows.get(row)[column]);
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<String[]> ads() {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"группа", "Заголовок (56)", "Текст (81)"});
        for (int i = 1; i <= 60; i++) {
            rows.add(new String[] {"группа " + i, "Дом номер " + i + " под ключ", "Построим за " + (60 + i) + " дней"});
        }
        return rows;
    }

    private static FilePayload file(String name, byte[] bytes) {
        return new FilePayload(name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes);
    }

    /** Where the last letter about this card leads. */
    private String link() throws Exception {
        hands.pass(Duration.ofMinutes(5));
        POST.round(kitchen);
        String last = "";
        for (MimeMessage letter : POST.lettersTo(SERGEY)) {
            String words = letter.getSubject() + "\n" + PostOffice.plain(letter);
            Matcher link =
                    Pattern.compile("https?://[^/\\s]+(/a/[A-Za-z0-9_-]+)").matcher(words);
            if (words.contains(TITLE) && link.find()) {
                last = link.group(1);
            }
        }
        assertThat(last).isNotEmpty();
        return last;
    }

    private void show(Guest guest, String form, byte[] bytes) {
        Locator sending = guest.at("[data-act='" + form + "']");
        sending.locator("input[type=file]").setInputFiles(file("ads.xlsx", bytes));
        assertThat(sending.locator("input[name=upload]")).hasCount(1);
        sending.locator("input[name=ask]").check();
        sending.locator(".actions .button").first().click();
    }

    private void pin(Guest guest, String words, String remark) {
        Locator row = guest.at(".cells [role=row]").filter(new Locator.FilterOptions().setHasText(words));
        row.locator("[role=gridcell]").first().tap();
        guest.at("[data-say=remark]").tap();
        guest.at("#pinning textarea").fill(remark);
        guest.at("#pinning .bottom .button").tap();
        assertThat(guest.at(".pin-of").filter(new Locator.FilterOptions().setHasText(remark)))
                .hasCount(1);
    }

    private List<Remark> remarks() {
        return kitchen.getBean(Remarks.class).in(seat(OLGA), Optional.empty()).stream()
                .filter(remark -> remark.card()
                        .equals(kitchen.getBean(openkitchen.board.Faces.class)
                                .number(seat(OLGA), card)
                                .id()))
                .toList();
    }

    private MaterialId material() {
        return kitchen.getBean(Versions.class)
                .on(
                        seat(OLGA),
                        kitchen.getBean(openkitchen.board.Faces.class)
                                .number(seat(OLGA), card)
                                .id())
                .getFirst()
                .id();
    }

    private List<Approval> asked() {
        return kitchen.getBean(Approvals.class)
                .of(seat(OLGA), List.of(material()))
                .getOrDefault(material(), List.of());
    }

    @Test
    void fromTheAdListToTheLaunch() throws Exception {
        Guest roman = come(ROMAN, Device.DESK).openLive("/p/versta/cards/" + card);
        roman.at(".materials .heading [data-act-form-param=add]").click();
        show(roman, "add", sheet(ads()));
        assertThat(roman.at(".material .stand")).hasText("ждёт согласования");

        String first = link();
        Guest sergey = somebody(Device.PHONE);
        sergey.open(first);
        assertThat(sergey.at(".approvals h2")).containsText("Роман");
        assertThat(asked())
                .singleElement()
                .satisfies(approval -> assertThat(approval.open()).isTrue());
        sergey.at(".approval .look a").tap();
        assertThat(sergey.at(".cells [role=row]")
                        .filter(new Locator.FilterOptions().setHasText("группа 1"))
                        .first())
                .isVisible();
        pin(sergey, "Дом номер 2 под", "Не дом, а баня");
        pin(sergey, "Дом номер 3 под", "Цены нет");
        pin(sergey, "Дом номер 4 под", "Слишком долго");
        sergey.at("#approval [data-act-form-param=changes]").tap();
        sergey.at("#approval [data-act=changes] .actions .button").first().tap();
        assertThat(sergey.at(".approval .stand").first()).hasText("нужно изменить");
        assertThat(asked().getFirst().state()).isEqualTo(Approval.State.CHANGES);
        assertThat(remarks()).hasSize(3);

        List<String[]> next = ads();
        String[] second = next.remove(2);
        second[1] = "Баня номер 2 под ключ";
        next.add(40, second);
        next.get(2)[2] = "Построим за 63 дня, от 2 млн";
        roman.at("#material-" + material() + " .tool").click();
        roman.at("#material-" + material() + "-menu [data-act-form-param^=version]")
                .click();
        show(roman, "version-" + material(), sheet(next));
        assertThat(roman.at(".material")).containsText("версия 2");

        roman.open("/p/versta/materials/" + material());
        assertThat(roman.at(".pinned .pin-of")).hasCount(3);
        assertThat(roman.at(".pinned.astray")).hasCount(0);
        assertThat(roman.at(".pin-of").filter(new Locator.FilterOptions().setHasText("Не дом, а баня")))
                .containsText("41");
        for (String fixed : List.of("Не дом, а баня", "Цены нет")) {
            Locator one = roman.at(".pin-of").filter(new Locator.FilterOptions().setHasText(fixed));
            one.locator("[data-act-form-param=fix]").click();
            one.locator("[data-act=fix] .button").first().click();
            assertThat(one.locator(".became")).containsText("Исправлено");
        }
        Locator slow = roman.at(".pin-of").filter(new Locator.FilterOptions().setHasText("Слишком долго"));
        slow.locator("[data-act-form-param=decline]").click();
        slow.locator("[data-act=decline] textarea").fill("Быстрее не строит никто, так в договоре");
        slow.locator("[data-act=decline] .button").first().click();
        assertThat(slow.locator(".became")).containsText("Быстрее не строит никто");

        String before = link();
        // one more version, so that the last letter speaks of an old one
        roman.openLive("/p/versta/cards/" + card);
        next.get(5)[1] = "Дом номер 6 под ключ, тёплый";
        roman.at("#material-" + material() + " .tool").click();
        roman.at("#material-" + material() + "-menu [data-act-form-param^=version]")
                .click();
        byte[] approved = sheet(next);
        show(roman, "version-" + material(), approved);
        assertThat(roman.at(".material")).containsText("версия 3");
        sergey.open(before);
        assertThat(sergey.at(".approval")).containsText("Версию 2 заменила версия 3");
        assertThat(sergey.at(".approval .stand")).hasText("заменено новой версией");
        assertThat(sergey.at(".approval .decide")).hasCount(0);

        sergey.open("/p/versta/materials/" + material());
        assertThat(sergey.at(".pinned .pin-of")).hasCount(3);
        for (int left = 3; left > 0; left--) {
            sergey.at(".pinned:not(.closed) form[action$='/confirm'] button")
                    .first()
                    .tap();
            assertThat(sergey.at(".pinned:not(.closed) form[action$='/confirm']"))
                    .hasCount(left - 1);
        }
        sergey.at("#approval .decide .yes").tap();
        assertThat(sergey.at(".approval .stand").first()).hasText("согласовано");
        assertThat(asked())
                .extracting(Approval::state)
                .containsExactly(Approval.State.APPROVED, Approval.State.SUPERSEDED, Approval.State.CHANGES);

        roman.page().onDialog(com.microsoft.playwright.Dialog::accept);
        roman.openLive("/p/versta/cards/" + card);
        roman.at(".part.launch form[action$='/start'] button").click();
        assertThat(roman.at(".part.launch")).hasAttribute("data-state", "launched");
        assertThat(kitchen.getBean(Launches.class).one(seat(ROMAN), card).state())
                .isEqualTo(Launch.State.LAUNCHED);

        List<String[]> forged = new ArrayList<>(next);
        forged.set(10, new String[] {"группа 10", "Дом даром", "Построим за день"});
        sergey.open("/p/versta/check");
        sergey.at(".check input[type=file]")
                .setInputFiles(new FilePayload[] {file("approved.xlsx", approved), file("ads.xlsx", sheet(forged))});
        assertThat(sergey.at(".checks-made > li:has-text('approved.xlsx')")).containsText("версия 3");
        assertThat(sergey.at(".checks-made > li:has-text('ads.xlsx') .answer[data-state=unknown]"))
                .isVisible();

        assertThat(roman.open("/p/versta/materials/" + material() + "/certificate")
                        .at("main"))
                .containsText("Сергей Наумов");
        assertThat(kitchen.getBean(Proof.class).walk()).allMatch(Proof.Finding::sound);
    }
}
