package openkitchen.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import openkitchen.board.Faces;
import openkitchen.board.Marking;
import openkitchen.id.ApprovalId;
import openkitchen.id.ClientId;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Content;
import openkitchen.material.Materials;
import openkitchen.material.Verdict;
import openkitchen.people.Viewer;
import openkitchen.project.Discipline;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import openkitchen.talk.Address;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@KitchenTest
@TestPropertySource(properties = "openkitchen.rounds=false")
class NoticesTest {

    @Autowired
    Kitchen kitchen;

    @Autowired
    Projects projects;

    @Autowired
    Team team;

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

    @Autowired
    Materials materials;

    @Autowired
    Approvals approvals;

    @Autowired
    Marking marking;

    @Autowired
    Faces faces;

    @Autowired
    Notices notices;

    @Autowired
    HistoryReader reader;

    @Autowired
    JdbcClient sql;

    Seat account;
    Seat seo;
    Seat developer;
    Seat lead;
    Seat owner;
    int card;

    @BeforeEach
    void lay() {
        Viewer manager = kitchen.account();
        ClientId client = kitchen.client(manager);
        account = kitchen.project(manager, client);
        seo = kitchen.join(account, kitchen.specialist(), Role.SEO);
        developer = kitchen.join(account, kitchen.specialist(), Role.DEVELOPMENT);
        lead = kitchen.join(account, kitchen.contact(client), Role.LEAD);
        owner = projects.seat(kitchen.owner(), account.key());
        card = kitchen.card(account, kitchen.column(account, "Doing"), "Titles");
        reader.round();
    }

    private List<Reason> told(Seat seat) {
        reader.round();
        return notices.latest(seat.viewer()).stream()
                .filter(notice -> notice.read() == null)
                .map(Notice::reason)
                .toList();
    }

    private CommentId ask() {
        return questions.ask(lead, card, new Address.Team(), false, "Which titles?", List.of());
    }

    private void looked(Seat... seats) {
        reader.round();
        for (Seat seat : seats) {
            notices.readAll(seat.viewer());
        }
    }

    @Test
    void whoIsAskedIsToldAndNobodyElse() {
        ask();

        assertThat(told(seo)).containsExactly(Reason.ASKED);
        assertThat(told(account)).isEmpty();
        assertThat(told(developer)).isEmpty();
        assertThat(told(lead)).isEmpty();
    }

    @Test
    void anUrgentQuestionIsToldToTheAccountToo() {
        questions.ask(lead, card, new Address.Team(), true, "Down!", List.of());

        assertThat(told(seo)).containsExactly(Reason.URGENT);
        assertThat(told(account)).containsExactly(Reason.URGENT);
    }

    @Test
    void theAskerIsToldWhatBecameOfTheQuestion() {
        CommentId question = ask();
        questions.askBack(seo, question, "Of what?", List.of());
        assertThat(told(lead)).containsExactly(Reason.ASKED_BACK);

        questions.clarify(lead, question, "The catalogue", List.of());
        assertThat(told(lead)).isEmpty();
        assertThat(told(seo)).containsExactly(Reason.CLARIFIED);

        triage.redirect(account, question, new Address.OfRole(Role.DEVELOPMENT), "");
        assertThat(told(lead)).containsExactly(Reason.REDIRECTED);
        assertThat(told(developer)).containsExactly(Reason.ASKED);

        questions.answer(developer, question, "All of them", List.of(), null, null);
        assertThat(told(lead)).containsExactly(Reason.ANSWERED);
        assertThat(told(developer)).isEmpty();

        questions.reopen(lead, question, "Not that");
        assertThat(told(developer)).containsExactly(Reason.REOPENED);
    }

    @Test
    void theAskerOfAMergedQuestionIsToldOfTheAnswer() {
        CommentId first = questions.ask(lead, card, new Address.Team(), false, "Which titles?", List.of());
        Seat member = kitchen.join(
                account, kitchen.contact(Objects.requireNonNull(lead.viewer().client())), Role.MEMBER);
        CommentId second = questions.ask(member, card, new Address.Team(), false, "Titles, which?", List.of());
        triage.merge(account, second, first);
        assertThat(told(member)).containsExactly(Reason.MERGED);

        questions.answer(seo, first, "All", List.of(), null, null);

        assertThat(told(member)).containsExactly(Reason.ANSWERED);
    }

    @Test
    void aRemarkReachesTheAccountTheSecondTimeAndTheOwnerTheThird() {
        CommentId remark = remarks.raise(lead, card, Remark.Weight.MUST, "No H1", List.of());
        assertThat(told(seo)).containsExactly(Reason.REMARKED);
        remarks.fix(seo, remark, "v2", "");
        assertThat(told(lead)).containsExactly(Reason.FIXED);

        remarks.raiseAgain(lead, remark, "Still none");
        assertThat(told(seo)).containsExactly(Reason.RAISED);
        assertThat(told(account)).containsExactly(Reason.RAISED);
        assertThat(told(owner)).isEmpty();

        remarks.raiseAgain(lead, remark, "Still");
        assertThat(told(owner)).containsExactly(Reason.RAISED);

        remarks.fix(seo, remark, "v3", "");
        remarks.confirm(lead, remark);
        assertThat(told(seo)).containsExactly(Reason.CONFIRMED);
    }

    @Test
    void thoseWhomADecisionAffectsAreToldAndAnObjectionReachesTheAccount() {
        CommentId decision =
                decisions.decide(developer, card, "Drop the redirects", "Too slow", Set.of(Discipline.SEO), List.of());
        assertThat(told(seo)).containsExactly(Reason.CHECK);

        decisions.check(seo, decision, Discipline.SEO, false, "We lose the traffic");
        assertThat(told(account)).containsExactly(Reason.OBJECTED);
        assertThat(told(developer)).containsExactly(Reason.CHECKED);

        decisions.settle(account, decision, "They stay");
        assertThat(told(seo)).containsExactly(Reason.DECISION_SETTLED);
    }

    @Test
    void theFirstOfSeveralDecisionMakersIsNotToldLikeTheLast() {
        Seat other = kitchen.join(
                account, kitchen.contact(Objects.requireNonNull(lead.viewer().client())), Role.LEAD);
        ApprovalId first = asked();
        approvals.decide(lead, first, Verdict.APPROVED, "", Approval.Way.PAGE);
        assertThat(told(seo)).containsExactly(Reason.APPROVED_SO_FAR);
        assertThat(told(account)).containsExactly(Reason.APPROVED_SO_FAR);

        approvals.decide(other, first, Verdict.APPROVED, "", Approval.Way.PAGE);
        assertThat(told(seo)).containsExactly(Reason.APPROVED);
        assertThat(told(account)).containsExactly(Reason.APPROVED);
        looked(seo, account);

        approvals.decide(lead, asked(), Verdict.APPROVED, "", Approval.Way.PAGE);
        team.remove(account, other.viewer().person());
        assertThat(told(seo)).containsExactly(Reason.APPROVED_BY_THE_REST);
    }

    @Test
    void whoseDecisionWasWrittenDownIsTold() {
        approvals.record(
                seo,
                asked(),
                new Approvals.Elsewhere(Verdict.APPROVED, lead.viewer().person(), Instant.now(), "", "A call", null));
        assertThat(told(lead)).contains(Reason.DECIDED_ELSEWHERE);
        assertThat(told(account)).containsExactly(Reason.APPROVED);
        assertThat(told(seo)).isEmpty();
    }

    private ApprovalId asked() {
        MaterialId material =
                materials.add(seo, card, "Titles", new Content.Text("One"), "").material();
        CommentId ask = approvals.ask(
                seo,
                card,
                List.of(new Approvals.Seen(material, 1)),
                new Approvals.Wanted(Approval.Needs.ALL, null, ""));
        return approvals.asked(seo, ask).getFirst().id();
    }

    @Test
    void aMentionCallsAPersonARoleOrTheTeam() {
        comments.say(lead, card, null, "@" + developer.viewer().handle() + " please", List.of());
        assertThat(told(developer)).containsExactly(Reason.MENTIONED);
        assertThat(told(seo)).isEmpty();

        comments.say(lead, card, null, "and @seo", List.of());
        assertThat(told(seo)).containsExactly(Reason.MENTIONED);

        looked(seo, developer, account);
        comments.say(lead, card, null, "@team!", List.of());
        assertThat(told(seo)).containsExactly(Reason.MENTIONED);
        assertThat(told(account)).containsExactly(Reason.MENTIONED);
        assertThat(told(owner)).isEmpty();
    }

    @Test
    void whoIsResponsibleIsToldWhatIsSaidOnTheCard() {
        marking.assign(account, card, developer.viewer().person());
        assertThat(told(developer)).containsExactly(Reason.ASSIGNED);
        looked(developer);

        comments.say(lead, card, null, "Good morning", List.of());

        assertThat(told(developer)).containsExactly(Reason.COMMENTED);
    }

    @Test
    void aCardsNewsAreOneNoticeUntilItIsLookedAt() {
        comments.say(lead, card, null, "@seo one", List.of());
        comments.say(lead, card, null, "@seo two", List.of());
        reader.round();

        assertThat(notices.unread(seo.viewer())).isOne();
        assertThat(notices.latest(seo.viewer())).singleElement().satisfies(notice -> {
            assertThat(notice.count()).isEqualTo(2);
            assertThat(notice.words()).isEqualTo("@seo two");
        });

        notices.seen(seo.viewer(), seo.key(), card);
        assertThat(notices.unread(seo.viewer())).isZero();
        comments.say(lead, card, null, "@seo three", List.of());
        assertThat(told(seo)).containsExactly(Reason.MENTIONED);
        assertThat(notices.latest(seo.viewer())).hasSize(2);
    }

    @Test
    void whoDoesSomethingOnACardHasSeenItsNews() {
        CommentId question = ask();
        assertThat(told(seo)).containsExactly(Reason.ASKED);

        questions.answer(seo, question, "All", List.of(), null, null);

        assertThat(told(seo)).isEmpty();
    }

    @Test
    void whoLeftTheProjectIsToldNothingAndLosesItsNews() {
        comments.say(lead, card, null, "@seo one", List.of());
        reader.round();
        team.remove(account, seo.viewer().person());

        assertThat(notices.unread(seo.viewer())).isZero();
        assertThat(notices.latest(seo.viewer())).isEmpty();
        comments.say(lead, card, null, "@" + seo.viewer().handle() + " two", List.of());
        assertThat(told(seo)).isEmpty();
    }

    @Test
    void readingTheSameEventsAgainTellsNothingTwice() {
        comments.say(lead, card, null, "@seo one", List.of());
        reader.round();
        // as if the cursor's transaction had been lost with its node, but not what it told: it cannot be, yet it does
        // no harm
        int count = notices.latest(seo.viewer()).getFirst().count();
        reader.round();
        reader.round();

        assertThat(notices.latest(seo.viewer()).getFirst().count()).isEqualTo(count);
        assertThat(sql.sql("select version from notice_cursor where project_id = ?")
                        .param(seo.project().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(sql.sql("select version from chain where project_id = ?")
                        .param(seo.project().value())
                        .query(Long.class)
                        .single());
    }

    @Test
    void twoNodesThatReadAtOnceTellOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            comments.say(lead, card, null, "@seo " + i, List.of());
        }
        List<Thread> nodes = java.util.stream.Stream.generate(
                        () -> Thread.ofVirtual().unstarted(reader::round))
                .limit(4)
                .toList();
        nodes.forEach(Thread::start);
        for (Thread node : nodes) {
            node.join();
        }
        reader.round();

        assertThat(notices.latest(seo.viewer()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.count()).isEqualTo(20));
    }
}
