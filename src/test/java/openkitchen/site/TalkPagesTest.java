package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.board.Faces;
import openkitchen.id.ClientId;
import openkitchen.id.ColumnId;
import openkitchen.id.CommentId;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.project.Discipline;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.talk.Address;
import openkitchen.talk.CommentKind;
import openkitchen.talk.Comments;
import openkitchen.talk.Decisions;
import openkitchen.talk.Questions;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.talk.Triage;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is read of the talk on a card, through its pages. The client's people read English here, the agency's Russian. */
@KitchenTest
class TalkPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Sessions sessions;

    @Autowired
    Kitchen kitchen;

    @Autowired
    Projects projects;

    @Autowired
    Columns columns;

    @Autowired
    Cards cards;

    @Autowired
    Faces faces;

    @Autowired
    Comments comments;

    @Autowired
    Questions questions;

    @Autowired
    Triage triage;

    @Autowired
    Remarks remarks;

    @Autowired
    Decisions decisions;

    private Browser browser;
    private Seat account;
    private Seat seo;
    private Seat lead;
    private Seat member;
    private ColumnId done;
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
        ColumnId doing = kitchen.column(account, "Doing");
        done = columns.add(account, "Done", ColumnKind.DONE);
        card = cards.add(account, new Cards.NewCard(doing, "Titles", "", CardKind.TASK, Discipline.SEO, false))
                .number();
    }

    private String path() {
        return "/p/" + account.key() + "/cards/" + card;
    }

    private String page(Seat reader) {
        return browser.get(reader.viewer(), path()).body();
    }

    /** What stands in a comment on the page, without its marks. */
    private String said(Seat reader, CommentId comment) {
        Matcher article = Pattern.compile(
                        "<article class=\"say\" id=\"comment-" + comment + "\".*?</article>", Pattern.DOTALL)
                .matcher(page(reader));
        assertThat(article.find()).isTrue();
        return article.group();
    }

    private static String text(String html) {
        return html.replaceAll("(?s)<(form|div) class=\"act-form\".*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private CommentId asked(String body) {
        return questions.ask(lead, card, new Address.Team(), false, body, List.of());
    }

    @Test
    void aQuestionSaysWhomItIsPutToAndWhoAnswersIt() {
        CommentId question = asked("Why is the title so long?");
        assertThat(text(said(lead, question))).contains("Question", "To: the team", "SEO answers");
        assertThat(text(said(seo, question))).contains("Вопрос", "Кому: команда", "SEO ответит");
        assertThat(said(lead, question))
                .contains("data-turn=\"answer\"", "data-whom=\"seo\"", "data-due=\"", "data-from=\"");
    }

    @Test
    void aQuestionAndItsAnswerAreLinkedWithEachOther() {
        CommentId question = asked("Why is the title so long?");
        CommentId answer = questions.answer(seo, question, "Because of the *brand*.", List.of(), 5, null);
        assertThat(said(lead, question)).contains("Answered.", "#comment-" + answer, "Because of the brand.");
        assertThat(said(lead, answer)).contains("#comment-" + question, "question:", "Why is the title so long?");
        assertThat(text(said(lead, answer))).contains(" Answer ");
        questions.reopen(lead, question, "");
        assertThat(text(said(lead, question))).contains("Asked again", "answers");
        assertThat(text(said(lead, answer))).contains("Not what").doesNotContain(" Answer ");
    }

    @Test
    void theAskerSeesWhatBecameOfAQuestionAndWhy() {
        CommentId earlier = asked("When is the launch?");
        CommentId answer = questions.answer(seo, earlier, "On Monday.", List.of(), null, null);
        CommentId again = asked("And when is the launch?");
        triage.merge(account, again, earlier);
        assertThat(text(said(lead, again)))
                .contains("joined it with an earlier question", "When is the launch?", "On Monday.");
        assertThat(said(lead, again)).contains("#comment-" + earlier, "#comment-" + answer);
        CommentId aside = asked("Do you like cats?");
        triage.offTopic(account, aside, "We talk about the site here");
        assertThat(text(said(lead, aside))).contains("off-topic", "We talk about the site here");
        CommentId big = asked("Can we have a blog?");
        int made = triage.intoCard(account, big, "");
        assertThat(text(said(lead, big))).contains("Became card #" + made);
        CommentId passed = asked("What does it cost?");
        triage.redirect(seo, passed, new Address.OfRole(Role.ACCOUNT), "Money is not mine");
        assertThat(text(said(lead, passed))).contains("Passed on", "Money is not mine", "Account manager answers");
        CommentId waiting = asked("Why is it slow?");
        questions.askBack(seo, waiting, "Which page?", List.of());
        assertThat(text(said(lead, waiting))).contains("SEO waits for the asker", "Waiting for the client");
    }

    @Test
    void aRemarkShowsItsNumberItsWeightAndHowItStands() {
        CommentId remark = remarks.raise(lead, card, Remark.Weight.MUST, "The price is wrong", List.of());
        int number = remarks.one(lead, remark).number();
        assertThat(text(said(lead, remark))).contains("Remark R-" + number, "must be fixed", "SEO fixes it");
        remarks.fix(seo, remark, "version 2", "");
        assertThat(text(said(lead, remark))).contains("says that it is fixed: version 2");
        remarks.raiseAgain(lead, remark, "");
        assertThat(text(said(lead, remark))).contains("raised 2 times", "Still not put right");
        remarks.decline(seo, remark, "The price list says so");
        assertThat(text(said(lead, remark))).contains("declined it", "The price list says so");
        remarks.appeal(lead, remark, "");
        remarks.settle(account, remark, false, "The client agrees by phone");
        assertThat(text(said(lead, remark))).contains("It stays as it is", "The client agrees by phone");
        CommentId mild = remarks.raise(member, card, Remark.Weight.SUGGESTION, "Bluer", List.of());
        remarks.fix(seo, mild, "", "");
        remarks.confirm(member, mild);
        assertThat(text(said(lead, mild))).contains("suggestion", "Fixed and checked");
    }

    @Test
    void aDecisionShowsWhyAndWhatThoseSayWhomItAffects() {
        CommentId decision = decisions.decide(
                account, card, "The old pages redirect", "They are few", Set.of(Discipline.SEO), List.of());
        assertThat(text(said(lead, decision))).contains("Decision", "Why: They are few", "SEO checks the decision");
        decisions.check(seo, decision, Discipline.SEO, false, "They bring visits");
        assertThat(text(said(lead, decision))).contains("objects", "They bring visits", "There is an objection");
        decisions.settle(account, decision, "We keep them");
        assertThat(text(said(lead, decision))).contains("The objection is settled", "We keep them");
    }

    @Test
    void whatIsSaidReadsTheSameForEverybody() {
        asked("Why?");
        remarks.raise(lead, card, Remark.Weight.MUST, "Wrong", List.of());
        decisions.decide(account, card, "So it is", "", Set.of(Discipline.SEO), List.of());
        assertThat(talk(lead)).isEqualTo(talk(member)).contains("data-for=\"agency\"");
        assertThat(talk(account)).isEqualTo(talk(seo));
    }

    private String talk(Seat reader) {
        String page = page(reader);
        return page.substring(page.indexOf("class=\"says\""), page.indexOf("class=\"compose\""));
    }

    @Test
    void theComposerSaysItAsWhatIsChosenAndKeepsOneOfWrongKindsOut() {
        Browser.Answer answer = browser.post(
                lead.viewer(),
                path() + "/comments",
                "text",
                "What is next?",
                "kind",
                "question",
                "to",
                "account",
                "urgent",
                "1");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(comments.on(lead, card)).singleElement().satisfies(comment -> {
            assertThat(comment.kind()).isEqualTo(CommentKind.QUESTION);
            assertThat(questions.one(lead, comment.id()).urgent()).isTrue();
            assertThat(questions.one(lead, comment.id()).askedOf()).isEqualTo("account");
        });
        browser.post(lead.viewer(), path() + "/comments", "text", "Wrong", "kind", "remark", "weight", "suggestion");
        browser.post(
                seo.viewer(),
                path() + "/comments",
                "text",
                "So be it",
                "kind",
                "decision",
                "reason",
                "Why not",
                "affects",
                "ppc",
                "affects",
                "seo");
        assertThat(comments.on(lead, card))
                .extracting(comment -> comment.kind())
                .containsExactly(CommentKind.QUESTION, CommentKind.REMARK, CommentKind.DECISION);
        assertThat(browser.post(lead.viewer(), path() + "/comments", "text", "Hm", "kind", "shout")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(lead.viewer(), path() + "/comments", "text", "Hm", "kind", "question", "to", "nobody")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(lead.viewer(), path() + "/comments", "text", "Hm", "answers", "x")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoAnswersUntilWhenIsSaidBeforeItIsSent() {
        assertThat(text(browser.get(lead.viewer(), path() + "/promise?to=team").body()))
                .contains("(SEO) answers");
        assertThat(text(browser.get(lead.viewer(), path() + "/promise?to=account&urgent=1")
                        .body()))
                .contains("(Account manager) answers", "3 urgent questions are left this month");
        assertThat(text(browser.get(seo.viewer(), path() + "/promise?to=client").body()))
                .contains("Клиент");
        assertThat(text(browser.get(
                                lead.viewer(),
                                path() + "/promise?to=person:" + lead.viewer().person())
                        .body()))
                .contains("cannot ask oneself");
    }

    @Test
    void aDecisionsWordsProposeWhomToAsk() {
        String suggest = "/p/" + account.key() + "/suggest";
        assertThat(text(browser.post(lead.viewer(), suggest, "text", "We set redirects for the old pages")
                        .body()))
                .contains("redirects", "Ask SEO");
        assertThat(browser.post(lead.viewer(), suggest, "text", "We have tea").body())
                .isBlank();
    }

    @Test
    void anEarlierQuestionIsOfferedToMergeInto() {
        CommentId earlier = asked("When is the *launch*?");
        CommentId later = asked("And when?");
        assertThat(browser.get(account.viewer(), "/p/" + account.key() + "/questions/" + later + "/before")
                        .body())
                .contains("value=\"" + earlier + "\"", "When is the launch?");
    }

    @Test
    void aCommentIsMadeOneOfAnotherKindByItsAuthor() {
        CommentId message = comments.say(lead, card, null, "Is it ready?", List.of());
        String kind = "/p/" + account.key() + "/comments/" + message + "/kind";
        assertThat(browser.get(lead.viewer(), kind).body()).contains("kind-" + message, "name=\"weight\"");
        assertThat(browser.post(seo.viewer(), kind, "kind", "question").status())
                .isEqualTo(403);
        assertThat(browser.post(lead.viewer(), kind, "kind", "question", "to", "team")
                        .status())
                .isEqualTo(303);
        assertThat(text(said(lead, message))).contains("Question", "SEO answers");
    }

    @Test
    void whoIsWaitedForStandsOnTheFaceInTheSheetAndInTheList() {
        asked("Why?");
        String chip = "data-turn=\"answer\" data-whom=\"seo\" data-who=\"SEO\"";
        assertThat(browser.get(lead.viewer(), "/p/" + account.key()).body()).contains(chip);
        assertThat(browser.get(lead.viewer(), "/p/" + account.key() + "/list").body())
                .contains(chip);
        String page = page(lead);
        assertThat(page.substring(page.indexOf("id=\"card-" + card + "-turn\"")))
                .contains(chip);
    }

    @Test
    void theListIsFilteredByWhoseTurnItIs() {
        asked("Why?");
        String list = "/p/" + account.key() + "/list?turn=";
        assertThat(browser.get(lead.viewer(), list + "agency").body()).contains(">Titles<");
        assertThat(browser.get(lead.viewer(), list + "client").body()).doesNotContain(">Titles<");
        assertThat(browser.get(seo.viewer(), list + "mine").body()).contains(">Titles<");
        assertThat(browser.get(account.viewer(), list + "mine").body()).doesNotContain(">Titles<");
        assertThat(browser.get(seo.viewer(), list + "late").body()).doesNotContain(">Titles<");
    }

    @Test
    void aCardWithAnOpenMustFixRemarkIsDoneOnlyWithTheAccountsReason() {
        remarks.raise(lead, card, Remark.Weight.MUST, "The price is wrong", List.of());
        String place = path() + "/place";
        assertThat(browser.post(seo.viewer(), place, "column", done.toString()).status())
                .isEqualTo(403);
        assertThat(browser.post(account.viewer(), place, "column", done.toString())
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(
                                seo.viewer(),
                                path() + "/as",
                                "column",
                                done.toString(),
                                "kind",
                                "launch",
                                "discipline",
                                "seo")
                        .status())
                .isEqualTo(403);
        assertThat(faces.number(lead, card).kind()).isEqualTo(CardKind.TASK);
        assertThat(browser.post(
                                account.viewer(),
                                place,
                                "column",
                                done.toString(),
                                "reason",
                                "They will see it on Monday")
                        .status())
                .isEqualTo(204);
        assertThat(text(browser.get(lead.viewer(), path() + "/history").body()))
                .contains("although remarks that must be fixed are open", "They will see it on Monday");
    }
}
