package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.text.Language;
import openkitchen.text.Messages;
import openkitchen.window.AnswerWindows;
import openkitchen.window.Week;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KitchenTest
class WindowsPageTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    AnswerWindows windows;

    @Autowired
    Messages messages;

    private Browser browser;
    private Viewer specialist;

    @BeforeEach
    void open() {
        browser = new Browser(port, sessions);
        specialist = kitchen.specialist();
    }

    private java.util.List<String> week() {
        return WeekWords.of(
                messages.in(Language.RU), windows.of(specialist.person()).week());
    }

    @Test
    void theUsualHoursStandInTheFormUntilOneSetsOnesOwn() {
        Browser.Answer page = browser.get(specialist, "/me/windows");
        assertThat(page.body())
                .contains("value=\"11:00\"", "value=\"18:00\"", "обычные часы")
                .doesNotContain("/windows/usual");
        Browser.Answer saved = browser.post(
                specialist,
                "/me/windows",
                "row",
                "0",
                "day-0",
                "monday",
                "day-0",
                "tuesday",
                "day-0",
                "wednesday",
                "from-0",
                "09:30",
                "until-0",
                "10:00",
                "row",
                "7",
                "day-7",
                "saturday",
                "from-7",
                "22:00",
                "until-7",
                "00:00");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.location()).isEqualTo("/me/windows?said=week");
        assertThat(week()).containsExactly("пн–ср 09:30–10:00", "сб 22–24");
        assertThat(browser.get(specialist, "/me").body()).contains("пн–ср 09:30–10:00", "сб 22–24");
        assertThat(browser.post(specialist, "/me/windows/usual").status()).isEqualTo(303);
        assertThat(week()).containsExactly("пн–пт 11–12, 17–18");
    }

    @Test
    void whatIsWrongWithAWeekIsSaidAndWhatWasTypedIsKept() {
        Browser.Answer wrong = browser.post(
                specialist,
                "/me/windows",
                "row",
                "0",
                "day-0",
                "monday",
                "from-0",
                "11:00",
                "until-0",
                "13:00",
                "row",
                "1",
                "day-1",
                "monday",
                "from-1",
                "12:15",
                "until-1",
                "14:00");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "В понедельник окна 11:00–13:00 и 12:15–14:00 накладываются друг на друга", "value=\"12:15\"");
        assertThat(windows.of(specialist.person()).week()).isEqualTo(Week.USUAL);
    }

    @Test
    void aWindowWithoutDaysOrWithoutTimesIsNamed() {
        Browser.Answer wrong = browser.post(
                specialist,
                "/me/windows",
                "row",
                "0",
                "from-0",
                "11:00",
                "until-0",
                "12:00",
                "row",
                "1",
                "day-1",
                "friday",
                "from-1",
                "25:00",
                "until-1",
                "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("У окна 11:00–12:00 не выбраны дни", "У каждого окна есть начало и конец");
    }

    @Test
    void aRowLeftEmptyIsNothingAndNoRowsAreAWeekWithoutWindows() {
        assertThat(browser.post(specialist, "/me/windows", "row", "0", "from-0", "", "until-0", "")
                        .status())
                .isEqualTo(303);
        assertThat(week()).isEmpty();
        assertThat(browser.get(specialist, "/me").body()).contains("никому не обещан");
    }

    @Test
    void daysOffAreSetWithASubstituteAndTakenBack() {
        Viewer darya = kitchen.specialist();
        Browser.Answer set = browser.post(
                specialist,
                "/me/days-off",
                "first",
                TODAY.plusDays(3).toString(),
                "last",
                TODAY.plusDays(9).toString(),
                "substitute",
                darya.person().toString(),
                "note",
                "На море");
        assertThat(set.location()).isEqualTo("/me/windows?said=day_off");
        String page = browser.get(specialist, "/me/windows").body();
        assertThat(page).contains("замещает " + darya.name(), "На море");
        String path = page.replaceAll("(?s).*action=\"(/me/days-off/\\d+/remove)\".*", "$1");
        assertThat(browser.post(darya, path).status()).isEqualTo(404);
        assertThat(browser.post(specialist, path).status()).isEqualTo(303);
        assertThat(browser.get(specialist, "/me/windows").body()).contains("Выходных впереди нет");
    }

    @Test
    void oneDayOffNeedsOnlyItsFirstDay() {
        browser.post(specialist, "/me/days-off", "first", TODAY.plusDays(3).toString());
        assertThat(windows.of(specialist.person()).daysOff()).singleElement().satisfies(dayOff -> {
            assertThat(dayOff.first()).isEqualTo(TODAY.plusDays(3));
            assertThat(dayOff.last()).isEqualTo(TODAY.plusDays(3));
        });
    }

    @Test
    void whatIsWrongWithDaysOffStandsBesideItsField() {
        Browser.Answer wrong = browser.post(
                specialist, "/me/days-off", "first", "вчера", "last", "2026-13-45", "note", "Помню, что писал");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("first-wrong", "Помню, что писал");
        assertThat(browser.post(specialist, "/me/days-off").status()).isEqualTo(422);
        assertThat(browser.post(
                                specialist,
                                "/me/days-off",
                                "first",
                                TODAY.toString(),
                                "substitute",
                                specialist.person().toString())
                        .body())
                .contains("Замещать может любой другой");
    }

    @Test
    void anAccountSetsThemForAColleagueAndIsNamed() {
        Viewer account = kitchen.account();
        String path = "/people/" + specialist.person() + "/windows";
        assertThat(browser.get(account, "/people").body()).contains("href=\"" + path + "\"");
        assertThat(browser.get(account, path).body()).contains("Когда отвечает " + specialist.name());
        Browser.Answer saved =
                browser.post(account, path, "row", "0", "day-0", "friday", "from-0", "10:00", "until-0", "11:00");
        assertThat(saved.location()).isEqualTo(path + "?said=week");
        assertThat(week()).containsExactly("пт 10–11");
        assertThat(browser.get(specialist, "/me/windows").body()).contains("Последнее изменение: " + account.name());
    }

    @Test
    void aContactHasNoWindowsOfTheirOwnAndIsNotAsked() {
        Viewer account = kitchen.account();
        Viewer contact = kitchen.contact(kitchen.client(account));
        assertThat(browser.get(contact, "/me").body()).doesNotContain("/me/windows");
        assertThat(browser.get(contact, "/me/windows").status()).isEqualTo(404);
        assertThat(browser.get(account, "/people/" + contact.person() + "/windows")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDayOfTheAgencyIsMadeFreeAndAPublicHolidayWorked() {
        Viewer account = kitchen.account();
        int year = TODAY.getYear() + 3;
        String list = "/agency/holidays?year=" + year;
        browser.post(account, "/agency/holidays", "day", year + "-08-20", "kind", "off", "name", "День агентства");
        browser.post(account, "/agency/holidays", "day", year + "-06-12", "kind", "worked");
        assertThat(browser.get(specialist, list).body())
                .contains("День агентства", "data-what=\"worked\"", "12 июня")
                .doesNotContain("/remove\"", "holiday-add");
        browser.post(account, "/agency/holidays/" + year + "-08-20/remove");
        browser.post(account, "/agency/holidays/" + year + "-06-12/remove");
        assertThat(browser.get(specialist, list).body()).doesNotContain("День агентства", "data-what=\"worked\"");
    }

    @Test
    void whatIsNoDayIsRefusedWithASentence() {
        Viewer account = kitchen.account();
        Browser.Answer wrong =
                browser.post(account, "/agency/holidays", "day", "никогда", "kind", "off", "name", "Праздник");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("day-wrong", "value=\"Праздник\"");
        assertThat(browser.post(account, "/agency/holidays", "day", "2020-01-01", "kind", "off")
                        .body())
                .contains("Этот день уже прошёл");
    }
}
