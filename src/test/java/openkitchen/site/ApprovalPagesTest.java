package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.history.History;
import openkitchen.id.ClientId;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Content;
import openkitchen.material.Materials;
import openkitchen.material.Verdict;
import openkitchen.notice.Passes;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.project.Discipline;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the client decides on their pages, and from a letter. */
@KitchenTest
class ApprovalPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Projects projects;

    @Autowired
    Cards cards;

    @Autowired
    Materials materials;

    @Autowired
    Approvals approvals;

    @Autowired
    Passes passes;

    @Autowired
    History history;

    private Browser browser;
    private Seat account;
    private Seat ppc;
    private Seat lead;
    private Seat member;
    private int card;

    @BeforeEach
    void lay() {
        browser = new Browser(port, sessions);
        Viewer manager = kitchen.account();
        ClientId client = kitchen.client(manager);
        account = kitchen.project(manager, client);
        ppc = kitchen.join(account, kitchen.specialist(), Role.PPC);
        lead = kitchen.join(account, kitchen.contact(client), Role.LEAD);
        member = kitchen.join(account, kitchen.contact(client), Role.MEMBER);
        card = cards.add(
                        account,
                        new Cards.NewCard(
                                kitchen.column(account, "Doing"), "Ads", "", CardKind.TASK, Discipline.PPC, false))
                .number();
    }

    private MaterialId text(String name, String body) {
        return materials.add(ppc, card, name, new Content.Text(body), "").material();
    }

    private CommentId ask(MaterialId... asked) {
        return approvals.ask(
                ppc,
                card,
                Stream.of(asked)
                        .map(material -> new Approvals.Seen(material, 1))
                        .toList(),
                new Approvals.Wanted(Approval.Needs.ANY, null, "Please <b>look</b>"));
    }

    private String path(CommentId ask) {
        return "/p/" + account.key() + "/approvals/" + ask;
    }

    private Approval only(CommentId ask) {
        return approvals.asked(account, ask).getFirst();
    }

    @Test
    void aMaterialIsAddedByAFormAndAskedAboutAtOnce() {
        Browser.Answer added = browser.post(
                ppc.viewer(),
                "/p/" + account.key() + "/cards/" + card + "/materials",
                "kind",
                "text",
                "name",
                "Landing",
                "text",
                "Hello <script>alert(1)</script>",
                "ask",
                "true");
        assertThat(added.status()).isEqualTo(303);
        String page =
                browser.get(lead.viewer(), "/p/" + account.key() + "/materials").body();
        assertThat(page).contains("Landing", "awaits approval");
        Matcher link = Pattern.compile("/p/[a-z0-9-]+/approvals/[0-9]+").matcher(page);
        assertThat(link.find()).isTrue();
        String asked = browser.get(lead.viewer(), link.group()).body();
        assertThat(asked).contains("Hello").doesNotContain("<script>alert");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsKept() {
        String url = "/p/" + account.key() + "/cards/" + card + "/materials";
        assertThat(browser.post(ppc.viewer(), url, "kind", "text", "name", "", "text", "x")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(ppc.viewer(), url, "kind", "link", "name", "", "url", "javascript:alert(1)")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(ppc.viewer(), url, "kind", "files").status()).isEqualTo(422);
        assertThat(browser.post(ppc.viewer(), url, "kind", "moon").status()).isEqualTo(422);
        assertThat(browser.get(ppc.viewer(), "/p/" + account.key() + "/materials")
                        .body())
                .contains("То, что показывают клиенту");
        assertThat(browser.post(ppc.viewer(), url, "kind", "files", "upload", "no-such-upload")
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void whoAsksAboutAnOlderVersionSeesTheNewerAndLosesNothing() {
        MaterialId ads = text("Ads <1>", "one");
        materials.addVersion(account, ads, new Content.Text("two"), "");
        String url = "/p/" + account.key() + "/cards/" + card;
        String due = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
        String[] older = {"material", ads + "/1", "due", due, "note", "Please <b>look</b>"};

        Browser.Answer newer = browser.post(ppc.viewer(), url + "/approvals", older);
        assertThat(newer.status()).isEqualTo(409);
        assertThat(newer.body())
                .contains(
                        "Тем временем появились новые версии: Ads &lt;1&gt; v2",
                        "value=\"" + ads + "/2\" checked",
                        "/materials/" + ads + "/2\"",
                        "value=\"" + due + "\"",
                        "Please &lt;b&gt;look&lt;/b&gt;");
        Browser.Answer streamed = browser.stream(ppc.viewer(), url + "/approvals", older);
        assertThat(streamed.status()).isEqualTo(409);
        assertThat(streamed.body())
                .contains("action=\"newer\" target=\"card-" + card + "-asked\"", "value=\"" + ads + "/2\" checked");
        assertThat(approvals.page(account, null, null, null, 10)).isEmpty();

        assertThat(browser.get(ppc.viewer(), url).body()).contains("value=\"" + ads + "/2\" checked");
        assertThat(browser.post(ppc.viewer(), url + "/approvals", "material", ads + "/2")
                        .status())
                .isEqualTo(303);
        assertThat(approvals.page(account, null, null, null, 10))
                .extracting(Approval::version)
                .containsExactly(2);
        assertThat(browser.post(ppc.viewer(), url + "/approvals", "material", ads.toString())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theLeadSeesTheButtonsAndTheOthersDoNot() {
        CommentId ask = ask(text("First", "one"), text("Second", "two"));
        assertThat(browser.get(lead.viewer(), path(ask)).body()).contains("Approve all 2", "Ask for changes");
        assertThat(browser.get(member.viewer(), path(ask)).body()).doesNotContain("/decide\"");
        assertThat(browser.get(ppc.viewer(), path(ask)).body()).doesNotContain("/decide\"");
    }

    @Test
    void oneIsChangedAndTheOtherApproved() {
        CommentId ask = ask(text("First", "one"), text("Second", "two"));
        List<Approval> asked = approvals.asked(account, ask);
        Browser.Answer wordless = browser.post(
                lead.viewer(), path(ask) + "/" + asked.get(0).id() + "/decide", "verdict", "changes", "comment", "");
        assertThat(wordless.status()).isEqualTo(422);
        browser.post(
                lead.viewer(),
                path(ask) + "/" + asked.get(0).id() + "/decide",
                "verdict",
                "changes",
                "comment",
                "Longer, please");
        browser.post(lead.viewer(), path(ask) + "/all");
        assertThat(approvals.asked(account, ask))
                .extracting(Approval::state)
                .containsExactly(Approval.State.CHANGES, Approval.State.APPROVED);
        assertThat(browser.get(lead.viewer(), "/p/" + account.key() + "/cards/" + card)
                        .body())
                .contains("R-1", "Longer, please");
    }

    @Test
    void whoArchivesWhatTheClientIsAskedAboutIsToldToTakeThatBackFirst() {
        CommentId ask = ask(text("Ads", "one"));
        String url = "/p/" + account.key() + "/cards/" + card + "/archive";
        Browser.Answer told = browser.post(ppc.viewer(), url);
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.body()).contains("Клиента ещё просят согласовать: Ads. Сначала отзовите просьбу");
        assertThat(browser.post(lead.viewer(), url).body())
                .contains("The client is still asked to approve: Ads. Take that back first");

        approvals.withdraw(ppc, ask, "");
        assertThat(browser.post(ppc.viewer(), url).status()).isEqualTo(303);
    }

    @Test
    void theHistorySaysThatOthersAreStillToDecide() {
        Seat other = kitchen.join(
                account, kitchen.contact(Objects.requireNonNull(lead.viewer().client())), Role.LEAD);
        CommentId ask = approvals.ask(
                ppc,
                card,
                List.of(new Approvals.Seen(text("Ads", "one"), 1)),
                new Approvals.Wanted(Approval.Needs.ALL, null, ""));
        String history = "/p/" + account.key() + "/history";
        String still = "the other decision makers are still to decide";
        approvals.decide(lead, only(ask).id(), Verdict.APPROVED, "", Approval.Way.PAGE);
        assertThat(browser.get(lead.viewer(), history).body()).containsOnlyOnce(still);
        approvals.decide(other, only(ask).id(), Verdict.APPROVED, "", Approval.Way.PAGE);
        assertThat(browser.get(lead.viewer(), history).body()).containsOnlyOnce(still);
    }

    @Test
    void aLateClickSaysSoAndChangesNothing() {
        MaterialId ads = text("Ads", "one");
        CommentId ask = ask(ads);
        materials.addVersion(ppc, ads, new Content.Text("two"), "");
        Browser.Answer late =
                browser.post(lead.viewer(), path(ask) + "/" + only(ask).id() + "/decide", "verdict", "approved");
        assertThat(late.status()).isEqualTo(303);
        String page = browser.get(lead.viewer(), late.location()).body();
        assertThat(page).contains("Too late, nothing has changed", "version 1 was replaced by version 2");
        assertThat(only(ask).voices()).isEmpty();
    }

    @Test
    void whatWasWrittenForADecisionThatCameTooLateIsHeldAndSaidAsARemark() {
        MaterialId ads = text("Ads", "one");
        CommentId ask = ask(ads);
        materials.addVersion(ppc, ads, new Content.Text("two"), "");
        String approval = path(ask) + "/" + only(ask).id();
        String[] words = {"verdict", "changes", "comment", "Longer <b>please</b>"};
        Browser.Answer late = browser.post(lead.viewer(), approval + "/decide", words);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains(
                        "Too late, nothing has changed: version 1 was replaced by version 2",
                        "/materials/" + ads + "\"",
                        ">\nLonger &lt;b&gt;please&lt;/b&gt;</textarea>",
                        "action=\"" + approval + "/remarks\"",
                        "name=\"weight\" value=\"must\"");
        Browser.Answer streamed = browser.stream(lead.viewer(), approval + "/decide", words);
        assertThat(streamed.status()).isEqualTo(409);
        assertThat(streamed.body())
                .contains(
                        "action=\"late\" target=\"decide-" + only(ask).id() + "-changes\"",
                        "Longer &lt;b&gt;please&lt;/b&gt;");
        assertThat(only(ask).voices()).isEmpty();

        assertThat(browser.post(lead.viewer(), approval + "/remarks", "comment", " ")
                        .status())
                .isEqualTo(422);
        Browser.Answer said =
                browser.post(lead.viewer(), approval + "/remarks", "weight", "must", "comment", "Longer <b>please</b>");
        assertThat(said.status()).isEqualTo(303);
        assertThat(said.location()).endsWith("/materials/" + ads + "/2");
        assertThat(browser.get(lead.viewer(), said.location()).body()).contains("R-1", "Longer");
    }

    @Test
    void aDecisionGivenElsewhereThatIsWrittenDownTooLateIsHeldToo() {
        CommentId ask = ask(text("Ads", "one"));
        approvals.withdraw(account, ask, "");
        String approval = path(ask) + "/" + only(ask).id();
        String[] words = {
            "verdict",
            "changes",
            "person",
            lead.viewer().person().toString(),
            "evidence",
            "By phone",
            "comment",
            "Longer"
        };
        Browser.Answer late = browser.post(ppc.viewer(), approval + "/record", words);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains(
                        "команда отозвала просьбу",
                        ">\nBy phone</textarea>",
                        ">\nLonger</textarea>",
                        "name=\"weight\" value=\"must\"");
        assertThat(browser.stream(ppc.viewer(), approval + "/record", words).body())
                .contains("action=\"late\" target=\"decide-" + only(ask).id() + "-record\"");
        Browser.Answer said = browser.post(
                ppc.viewer(),
                approval + "/remarks",
                "weight",
                "suggestion",
                "comment",
                "Longer",
                "evidence",
                "By phone");
        assertThat(said.status()).isEqualTo(303);
        assertThat(browser.get(lead.viewer(), said.location()).body()).contains("Longer", "By phone");
    }

    @Test
    void aTermThatTheTeamSetIsNotCalledAPromiseOfTheClient() {
        MaterialId ads = text("Ads", "one");
        Instant now = Instant.now();
        history.at(
                now.minus(Duration.ofDays(4)),
                () -> approvals.ask(
                        ppc,
                        card,
                        List.of(new Approvals.Seen(ads, 1)),
                        new Approvals.Wanted(Approval.Needs.ANY, now.minus(Duration.ofDays(2)), "")));
        assertThat(browser.get(lead.viewer(), "/desk").body())
                .contains("was due")
                .doesNotContain("was promised");
        assertThat(browser.get(ppc.viewer(), "/desk").body())
                .contains("срок был")
                .doesNotContain("обещали");
    }

    @Test
    void aLettersLinkLeadsInForADayAndDecidesNothing() {
        CommentId ask = ask(text("Ads", "one"));
        String link = passes.path(new Passes.Pass(lead.viewer().person(), ask));
        Visitor visitor = new Visitor(port);
        Visitor.Answer came = visitor.get(link);
        assertThat(came.status()).isEqualTo(303);
        assertThat(came.location()).endsWith(path(ask));
        assertThat(only(ask).open()).isTrue();
        assertThat(visitor.get(path(ask)).body()).contains("/decide\"");

        visitor.post(path(ask) + "/" + only(ask).id() + "/decide", "verdict", "approved", "way", "page");
        assertThat(only(ask).state()).isEqualTo(Approval.State.APPROVED);
        assertThat(only(ask).voices().getFirst().way()).isEqualTo(Approval.Way.MAIL);
        assertThat(visitor.post("/me/tokens", "name", "for ever", "scope", "read")
                        .body())
                .contains("You came by a letter’s link");
    }

    @Test
    void whoIsSignedInThemselvesDecidesOnThePageWhateverTheFormSays() {
        CommentId ask = ask(text("First", "one"), text("Second", "two"));
        List<Approval> asked = approvals.asked(account, ask);
        browser.post(
                lead.viewer(),
                path(ask) + "/" + asked.getFirst().id() + "/decide",
                "verdict",
                "approved",
                "way",
                "mail");
        browser.post(lead.viewer(), path(ask) + "/all", "way", "mail");
        assertThat(approvals.asked(account, ask))
                .extracting(approval -> approval.voices().getFirst().way())
                .containsExactly(Approval.Way.PAGE, Approval.Way.PAGE);
    }

    @Test
    void aLinkThatWasTamperedWithOrIsNoDecisionMakersLeadsNowhere() {
        CommentId ask = ask(text("Ads", "one"));
        String link = passes.path(new Passes.Pass(lead.viewer().person(), ask));
        String other = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BB" : "AA");
        assertThat(new Visitor(port).get(other).status()).isEqualTo(404);
        assertThat(new Visitor(port).get("/a/x").status()).isEqualTo(404);
        String ours = passes.path(new Passes.Pass(ppc.viewer().person(), ask));
        assertThat(new Visitor(port).get(ours).status()).isEqualTo(404);
        assertThat(browser.get(member.viewer(), link).status()).isEqualTo(403);
        Seat elsewhere = kitchen.project(kitchen.account(), kitchen.client(kitchen.account()));
        assertThat(elsewhere.key()).isNotEqualTo(account.key());
    }

    @Test
    void anotherClientsPeopleFindNothing() {
        CommentId ask = ask(text("Ads", "one"));
        Viewer manager = kitchen.account();
        ClientId client = kitchen.client(manager);
        Seat other = kitchen.project(manager, client);
        Seat stranger = kitchen.join(other, kitchen.contact(client), Role.LEAD);
        assertThat(browser.get(stranger.viewer(), path(ask)).status()).isEqualTo(404);
        assertThat(browser.get(stranger.viewer(), "/p/" + other.key() + "/approvals/" + ask)
                        .status())
                .isEqualTo(404);
        assertThat(browser.post(
                                stranger.viewer(),
                                "/p/" + other.key() + "/approvals/" + ask + "/"
                                        + only(ask).id() + "/decide",
                                "verdict",
                                "approved")
                        .status())
                .isEqualTo(404);
        assertThat(only(ask).open()).isTrue();
    }
}
