package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.id.ClientId;
import openkitchen.id.ColumnId;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Content;
import openkitchen.material.Launches;
import openkitchen.material.Materials;
import openkitchen.material.Verdict;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A launch on its card, and all of a project over time. The client's people read English here, the agency's Russian. */
@KitchenTest
class LaunchPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Cards cards;

    @Autowired
    Materials materials;

    @Autowired
    Approvals approvals;

    @Autowired
    Launches launches;

    @Autowired
    Remarks remarks;

    private Browser browser;
    private Seat account;
    private Seat seo;
    private Seat lead;
    private Seat member;
    private Viewer stranger;
    private ColumnId doing;
    private int card;

    @BeforeEach
    void lay() {
        browser = new Browser(port, sessions);
        Viewer manager = kitchen.account();
        ClientId client = kitchen.client(manager);
        account = kitchen.project(manager, client);
        seo = kitchen.join(account, kitchen.specialist(), Role.SEO);
        lead = kitchen.join(account, kitchen.contact(client), Role.LEAD);
        member = kitchen.join(account, kitchen.contact(client), Role.MEMBER);
        stranger = kitchen.contact(kitchen.client(kitchen.account()));
        doing = kitchen.column(account, "Doing");
        card = launch("Spring campaign");
    }

    private int launch(String title) {
        return cards.add(account, new Cards.NewCard(doing, title, "", CardKind.LAUNCH, null, false))
                .number();
    }

    private String path() {
        return "/p/" + account.key() + "/cards/" + card;
    }

    private String project() {
        return "/p/" + account.key();
    }

    private String page(Seat reader) {
        return browser.get(reader.viewer(), path()).body();
    }

    private Browser.Answer plan(Seat seat, int version, String hypothesis, String budget) {
        return browser.post(
                seat.viewer(),
                path() + "/launch/plan",
                "version",
                Integer.toString(version),
                "hypothesis",
                hypothesis,
                "channel",
                "Search ads",
                "budget",
                budget,
                "currency",
                "RUB",
                "starts",
                "2026-12-01",
                "stops",
                "2026-12-24");
    }

    @Test
    void aCardOfAnotherKindKeepsAnEmptyPlaceForIt() {
        int task = kitchen.card(account, doing, "Titles");
        assertThat(browser.get(lead.viewer(), project() + "/cards/" + task).body())
                .contains("<div id=\"card-" + task + "-launch\" hidden></div>")
                .doesNotContain("/launch/plan");
    }

    @Test
    void thePlanIsWrittenAndRead() {
        assertThat(page(lead)).contains("What do you expect to happen");
        assertThat(plan(seo, 0, "<b>More</b> calls", "150 000,50").status()).isEqualTo(303);
        assertThat(page(lead))
                .contains(
                        "&lt;b&gt;More&lt;/b&gt; calls",
                        "150,000.50 ₽",
                        "datetime=\"2026-12-01\"",
                        "Search ads",
                        "name=\"version\" value=\"1\"")
                .doesNotContain("<b>More</b>");
        assertThat(page(seo)).contains("150\u00a0000,50 ₽", "Гипотеза");
    }

    @Test
    void whatCannotBeIsRefusedWithAReason() {
        assertThat(plan(seo, 0, "", "a lot").status()).isEqualTo(422);
        assertThat(browser.post(seo.viewer(), path() + "/launch/plan", "version", "0", "starts", "tomorrow")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(
                                seo.viewer(),
                                path() + "/launch/plan",
                                "version",
                                "0",
                                "starts",
                                "2026-12-02",
                                "stops",
                                "2026-12-01")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoWasSlowerSeesBothTextsAndLosesNothing() {
        plan(seo, 0, "Theirs", "100");
        Browser.Answer both = plan(account, 0, "Mine", "200");
        assertThat(both.status()).isEqualTo(409);
        assertThat(both.body()).contains("Theirs", "Mine", ">100<", "name=\"version\" value=\"1\"");
        assertThat(plan(account, 1, "Mine", "200").status()).isEqualTo(303);
        assertThat(page(account)).contains("Mine").doesNotContain("Theirs");
    }

    @Test
    void theGateNamesWhatHoldsItBack() {
        assertThat(page(seo)).contains("Можно запускать");
        MaterialId banner = materials
                .add(seo, card, "Banner <1>", new Content.Text("Buy"), "")
                .material();
        remarks.raise(lead, card, Remark.Weight.MUST, "Wrong logo", java.util.List.of());
        assertThat(page(lead))
                .contains(
                        "Not ready to launch",
                        project() + "/materials/" + banner + "\"",
                        "Banner &lt;1&gt;",
                        "1 remark must be fixed");
        assertThat(browser.post(seo.viewer(), path() + "/launch/start").status())
                .isEqualTo(403);
        assertThat(browser.post(seo.viewer(), path() + "/launch/start", "reason", "It is fine")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void itGoesLiveOnceAllIsApproved() {
        MaterialId banner =
                materials.add(seo, card, "Banner", new Content.Text("Buy"), "").material();
        approvals.ask(
                seo,
                card,
                java.util.List.of(new Approvals.Seen(banner, 1)),
                new Approvals.Wanted(Approval.Needs.ANY, null, "Please look"));
        assertThat(browser.post(seo.viewer(), path() + "/launch/start").status())
                .isEqualTo(403);
        Approval asked = approvals.page(lead, null, banner, null, 1).getFirst();
        approvals.decide(lead, asked.id(), Verdict.APPROVED, "", Approval.Way.PAGE);
        assertThat(page(lead)).contains("Ready: everything is approved");
        assertThat(browser.post(seo.viewer(), path() + "/launch/start").status())
                .isEqualTo(303);
        assertThat(page(lead)).contains("launched it", "data-state=\"launched\"");
    }

    @Test
    void theAccountOverridesWithAReasonThatStays() {
        materials.add(seo, card, "Banner", new Content.Text("Buy"), "");
        assertThat(browser.post(account.viewer(), path() + "/launch/start").status())
                .isEqualTo(422);
        assertThat(browser.post(account.viewer(), path() + "/launch/start", "reason", "The fair <i>opens</i> today")
                        .status())
                .isEqualTo(303);
        assertThat(page(lead))
                .contains("Launched though it was held back, because: The fair &lt;i&gt;opens&lt;/i&gt; today");
        assertThat(browser.get(lead.viewer(), project() + "/launches").body())
                .contains("Live now", "The fair &lt;i&gt;opens&lt;/i&gt; today");
    }

    @Test
    void itIsStoppedAndJudged() {
        assertThat(browser.post(seo.viewer(), path() + "/launch/judge", "result", "x", "verdict", "keep")
                        .status())
                .isEqualTo(422);
        browser.post(seo.viewer(), path() + "/launch/start");
        assertThat(browser.post(member.viewer(), path() + "/launch/stop").status())
                .isEqualTo(403);
        assertThat(browser.post(seo.viewer(), path() + "/launch/stop").status()).isEqualTo(303);
        assertThat(browser.get(lead.viewer(), project() + "/launches").body())
                .contains("Past", "The result is not written down yet");
        assertThat(browser.post(seo.viewer(), path() + "/launch/judge", "result", "Twelve calls", "verdict", "maybe")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(seo.viewer(), path() + "/launch/judge", "result", "Twelve calls", "verdict", "change")
                        .status())
                .isEqualTo(303);
        assertThat(page(lead)).contains("Twelve calls", "data-verdict=\"change\"");
        assertThat(browser.get(lead.viewer(), project() + "/launches").body())
                .contains("Twelve calls", "Verdict: change");
    }

    private String[] result(int run, int version, String result, String verdict) {
        return new String[] {
            "run", Integer.toString(run), "version", Integer.toString(version), "result", result, "verdict", verdict
        };
    }

    @Test
    void whoSaysMoreSlowlyWhatCameOfItSeesBothAndLosesNothing() {
        String judge = path() + "/launch/judge";
        launches.launch(seo, card, "");
        assertThat(page(seo))
                .containsSubsequence("/launch/judge", "name=\"run\" value=\"1\"", "name=\"version\" value=\"0\"");
        assertThat(browser.post(seo.viewer(), judge, result(1, 0, "Theirs <b>", "keep"))
                        .status())
                .isEqualTo(303);
        Browser.Answer both = browser.post(account.viewer(), judge, result(1, 0, "Ten calls", "stop"));
        assertThat(both.status()).isEqualTo(409);
        assertThat(both.body())
                .contains(
                        "Theirs &lt;b&gt;",
                        ">\nTen calls</textarea>",
                        "name=\"run\" value=\"1\"",
                        "name=\"version\" value=\"1\"",
                        "value=\"stop\" required checked");
        Browser.Answer streamed = browser.stream(account.viewer(), judge, result(1, 0, "Ten calls", "stop"));
        assertThat(streamed.status()).isEqualTo(409);
        assertThat(streamed.body())
                .contains("target=\"card-" + card + "-launch\" act=\"judge\" version=\"1\"", "Theirs &lt;b&gt;");
        assertThat(page(lead)).contains("Theirs &lt;b&gt;").doesNotContain("Ten calls");
        assertThat(browser.post(account.viewer(), judge, result(1, 1, "Ten calls", "stop"))
                        .status())
                .isEqualTo(303);
        assertThat(page(lead)).contains("Ten calls", "data-verdict=\"stop\"");
    }

    @Test
    void whatIsSaidOfARunThatIsOverByNowStaysWithItAndIsToldSo() {
        launches.launch(seo, card, "");
        launches.stop(seo, card);
        launches.launch(seo, card, "");
        Browser.Answer late =
                browser.stream(account.viewer(), path() + "/launch/judge", result(1, 0, "Twelve calls", "keep"));
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.body()).contains("target=\"toasts\"", "этот итог остался у запуска № 1");
        assertThat(page(lead))
                .contains("Write down the result")
                .containsSubsequence("1 earlier run", "Verdict: keep", "Twelve calls");
    }

    @Test
    void itIsLaunchedAgainAndWhatCameOfItBeforeStays() {
        browser.post(seo.viewer(), path() + "/launch/start");
        browser.post(seo.viewer(), path() + "/launch/stop");
        browser.post(seo.viewer(), path() + "/launch/judge", "result", "Twelve <b>calls</b>", "verdict", "change");
        assertThat(page(lead)).contains("Launch again").doesNotContain("earlier run");
        assertThat(browser.post(seo.viewer(), path() + "/launch/start").status())
                .isEqualTo(303);
        assertThat(page(lead)).contains("data-state=\"launched\"", "1 earlier run", "Twelve &lt;b&gt;calls&lt;/b&gt;");
        assertThat(browser.get(lead.viewer(), project() + "/launches").body())
                .contains("Live now", "Twelve &lt;b&gt;calls&lt;/b&gt;");
        assertThat(browser.get(lead.viewer(), project() + "/history").body()).contains(" again");
    }

    @Test
    void allLaunchesStandInTheOrderOfTime() {
        assertThat(browser.get(lead.viewer(), project() + "/launches").body())
                .contains("Spring campaign", "No date yet");
        int live = launch("Live one");
        launches.launch(seo, live, "");
        plan(seo, 0, "More calls", "1000");
        String page = browser.get(lead.viewer(), project() + "/launches").body();
        assertThat(page).containsSubsequence("Live now", "Live one", "Planned", "1 Dec", "24 Dec", "Spring campaign");
        assertThat(page).contains("aria-current=\"page\">Launches</a>");
    }

    @Test
    void withoutAnyThePageTeaches() {
        Seat empty = kitchen.project(account.viewer());
        assertThat(browser.get(account.viewer(), "/p/" + empty.key() + "/launches")
                        .body())
                .contains("Запусков пока нет");
    }

    @Test
    void aStrangerFindsNothing() {
        assertThat(browser.get(stranger, project() + "/launches").status()).isEqualTo(404);
        assertThat(browser.post(stranger, path() + "/launch/start").status()).isEqualTo(404);
        assertThat(browser.post(stranger, path() + "/launch/plan").status()).isEqualTo(404);
    }
}
