package openkitchen.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import openkitchen.board.Faces;
import openkitchen.history.EventKind;
import openkitchen.history.Timeline;
import openkitchen.id.CommentId;
import openkitchen.people.People;
import openkitchen.people.Side;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Status;
import openkitchen.project.Team;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.turn.Awaited;
import openkitchen.turn.Pause;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KitchenTest
class QuestionsTest {

    @Autowired
    Kitchen kitchen;

    @Autowired
    Projects projects;

    @Autowired
    Team team;

    @Autowired
    People people;

    @Autowired
    Turns turns;

    @Autowired
    Faces faces;

    @Autowired
    Questions questions;

    @Autowired
    Triage triage;

    @Autowired
    Timeline timeline;

    Table table;

    @BeforeEach
    void lay() {
        table = Table.laid(kitchen, projects, turns, faces);
    }

    private CommentId asked() {
        return questions.ask(
                table.lead(), table.card(), new Address.Team(), false, "Why is the title so long?", List.of());
    }

    @Test
    void whatIsPutToTheTeamWaitsForTheCardsDisciplineUntilTheEndOfAWindow() {
        CommentId question = asked();
        assertThat(table.only(Purpose.ANSWER).awaited()).isEqualTo(new Awaited.OfRole(Role.SEO));
        assertThat(table.only(Purpose.ANSWER).due())
                .isNotNull()
                .isEqualTo(questions.one(table.lead(), question).promised());
        assertThat(faces.number(table.lead(), table.card()).waits())
                .singleElement()
                .satisfies(wait -> {
                    assertThat(wait.role()).isEqualTo("seo");
                    assertThat(wait.side()).isEqualTo(Side.AGENCY);
                });
    }

    @Test
    void whatNobodysDisciplineIsGoesToTheAccount() {
        team.remove(table.account(), table.seo().viewer().person());
        asked();
        assertThat(table.only(Purpose.ANSWER).awaited()).isEqualTo(new Awaited.OfRole(Role.ACCOUNT));
    }

    @Test
    void anAnswerClosesTheTurnAndKeepsItsMinutes() {
        CommentId question = asked();
        CommentId answer =
                questions.answer(table.seo(), question, "Because of the brand.", List.of(), 12, Question.Depth.QUICK);
        assertThat(table.open()).isEmpty();
        assertThat(questions.one(table.lead(), question))
                .satisfies(it -> assertThat(it.state()).isEqualTo(Question.State.ANSWERED))
                .satisfies(it -> assertThat(it.answer()).isEqualTo(answer));
        assertThat(faces.number(table.lead(), table.card()).waits()).isEmpty();
        assertThat(timeline.read(table.lead().project(), Timeline.Wish.EVERYTHING, null, 1))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.kind()).isEqualTo(EventKind.QUESTION_ANSWERED);
                    assertThat(event.text("minutes")).isEqualTo("12");
                    assertThat(event.text("body")).isEqualTo("Because of the brand.");
                });
    }

    @Test
    void whoAsksCannotAnswerAndTheirSideNeither() {
        CommentId question = asked();
        assertThatThrownBy(() -> questions.answer(table.lead(), question, "Never mind.", List.of(), null, null))
                .isInstanceOf(Forbidden.class);
        assertThat(table.only(Purpose.ANSWER).open()).isTrue();
    }

    @Test
    void whileTheAskerHasToSayMoreTheClockStandsStill() {
        CommentId question = asked();
        questions.askBack(table.seo(), question, "Which page?", List.of());
        assertThat(table.purposes()).containsExactly(Purpose.ANSWER, Purpose.CLARIFY);
        assertThat(table.only(Purpose.ANSWER).pause())
                .satisfies(pause -> assertThat(pause.why()).isEqualTo(Pause.Why.ASKER));
        assertThat(table.only(Purpose.CLARIFY).awaited())
                .isEqualTo(new Awaited.Someone(table.lead().viewer().person(), Side.CLIENT));
        questions.clarify(table.lead(), question, "The first one.", List.of());
        assertThat(table.purposes()).containsExactly(Purpose.ANSWER);
        assertThat(table.only(Purpose.ANSWER).pause()).isNull();
        assertThat(questions.one(table.lead(), question).state()).isEqualTo(Question.State.OPEN);
    }

    @Test
    void anAnswerThatWasNotAskedForReopensTheQuestionForWhoGaveIt() {
        CommentId question = asked();
        questions.answer(table.seo(), question, "Forty-two.", List.of(), 1, null);
        questions.reopen(table.lead(), question, "Not what I asked");
        assertThat(table.only(Purpose.ANSWER).awaited())
                .isEqualTo(new Awaited.Someone(table.seo().viewer().person(), Side.AGENCY));
        assertThat(questions.one(table.lead(), question).reopened()).isOne();
    }

    @Test
    void theAccountsAnswerToWhatASpecialistWasAskedIsARelay() {
        CommentId question = asked();
        questions.answer(table.account(), question, "The SEO says: the brand.", List.of(), 3, null);
        assertThat(timeline.read(table.lead().project(), Timeline.Wish.EVERYTHING, null, 1)
                        .getFirst()
                        .text("relayed"))
                .isEqualTo("true");
    }

    @Test
    void aSecondAnswerToASettledQuestionIsKeptAsAReply() {
        CommentId question = asked();
        CommentId first = questions.answer(table.seo(), question, "One.", List.of(), null, null);
        questions.answer(table.developer(), question, "Two.", List.of(), null, null);
        assertThat(questions.one(table.lead(), question).answer()).isEqualTo(first);
        assertThat(faces.number(table.lead(), table.card()).comments()).isEqualTo(3);
    }

    @Test
    void aRedirectedQuestionWaitsForSomebodyElseWithTheirOwnPromise() {
        CommentId question = asked();
        triage.redirect(table.seo(), question, new Address.OfRole(Role.DEVELOPMENT), "It is the template");
        assertThat(table.only(Purpose.ANSWER).awaited()).isEqualTo(new Awaited.OfRole(Role.DEVELOPMENT));
        assertThatThrownBy(() -> triage.redirect(table.seo(), question, new Address.OfRole(Role.DEVELOPMENT), ""))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void onlyTheAccountCallsAQuestionOffTopicAndSaysWhy() {
        CommentId question = asked();
        assertThatThrownBy(() -> triage.offTopic(table.seo(), question, "No")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> triage.offTopic(table.account(), question, " "))
                .isInstanceOf(Invalid.class);
        triage.offTopic(table.account(), question, "This is the hosting's matter");
        assertThat(table.open()).isEmpty();
        assertThat(questions.one(table.lead(), question).reason()).isEqualTo("This is the hosting's matter");
    }

    @Test
    void aBigQuestionBecomesACard() {
        CommentId question = asked();
        int made = triage.intoCard(table.seo(), question, "");
        assertThat(faces.number(table.lead(), made).title()).isEqualTo("Why is the title so long?");
        assertThat(questions.one(table.lead(), question).cardMade()).isEqualTo(made);
        assertThat(table.open()).isEmpty();
    }

    @Test
    void aQuestionIsMergedIntoAnEarlierOneButNotIntoItself() {
        CommentId first = asked();
        CommentId second = asked();
        assertThatThrownBy(() -> triage.merge(table.account(), second, second)).isInstanceOf(Invalid.class);
        triage.merge(table.account(), second, first);
        assertThat(questions.one(table.lead(), second).mergedInto()).isEqualTo(first);
        assertThat(table.about(second)).isEmpty();
        assertThat(table.about(first)).hasSize(1);
    }

    @Test
    void whoeverLeavesTheProjectPassesWhatTheyOwe() {
        CommentId question = questions.ask(
                table.lead(),
                table.card(),
                new Address.To(table.seo().viewer().person()),
                false,
                "And the links?",
                List.of());
        team.remove(table.account(), table.seo().viewer().person());
        assertThat(table.about(question))
                .singleElement()
                .satisfies(turn -> assertThat(turn.awaited()).isEqualTo(new Awaited.OfRole(Role.ACCOUNT)));
        assertThat(timeline.read(table.lead().project(), Timeline.Wish.EVERYTHING, null, 1)
                        .getFirst()
                        .kind())
                .isEqualTo(EventKind.TURN_PASSED);
    }

    @Test
    void whoLeavesTheInstallationLeavesWhatTheirRoleOwesToTheAccount() {
        CommentId question = asked();
        assertThat(table.about(question)).extracting(Turn::awaited).containsExactly(new Awaited.OfRole(Role.SEO));
        people.leave(table.seo().viewer().person(), table.owner().viewer().person());
        assertThat(table.about(question)).extracting(Turn::awaited).containsExactly(new Awaited.OfRole(Role.ACCOUNT));
    }

    @Test
    void whileTheProjectIsPausedClocksStandStillAndQuestionsGoToTheAccountAlone() {
        CommentId before = asked();
        projects.status(table.account(), Status.PAUSED, "unpaid");
        assertThat(table.about(before).getFirst().pause()).isNotNull();
        CommentId during = asked();
        assertThat(table.about(during).getFirst().awaited()).isEqualTo(new Awaited.OfRole(Role.ACCOUNT));
        assertThat(table.about(during).getFirst().pause()).isNotNull();
        projects.status(table.account(), Status.LIVE, "");
        assertThat(table.open()).allSatisfy(turn -> assertThat(turn.pause()).isNull());
    }

    @Test
    void theTeamAsksTheClientTheSameWay() {
        CommentId question = questions.ask(
                table.seo(), table.card(), new Address.Client(), false, "May we change the menu?", List.of());
        assertThat(table.only(Purpose.ANSWER).awaited()).isEqualTo(new Awaited.OfSide(Side.CLIENT));
        assertThat(table.only(Purpose.ANSWER).due()).isNull();
        questions.answer(table.lead(), question, "Yes.", List.of(), null, null);
        assertThat(table.open()).isEmpty();
    }

    @Test
    void anUrgentQuestionBeyondTheMonthsQuotaIsAskedAllTheSameAndMarked() {
        for (int i = 0; i < 3; i++) {
            CommentId within =
                    questions.ask(table.lead(), table.card(), new Address.Team(), true, "Down! " + i, List.of());
            assertThat(questions.one(table.lead(), within).overQuota()).isFalse();
        }
        assertThat(questions
                        .foresee(table.lead(), table.card(), new Address.Team(), true)
                        .urgentLeft())
                .isZero();
        CommentId beyond = questions.ask(table.lead(), table.card(), new Address.Team(), true, "Again!", List.of());
        assertThat(questions.one(table.lead(), beyond).overQuota()).isTrue();
        assertThat(table.about(beyond).getFirst().urgent()).isTrue();
    }

    @Test
    void nobodyAsksThemselves() {
        assertThatThrownBy(() -> questions.ask(
                        table.seo(),
                        table.card(),
                        new Address.To(table.seo().viewer().person()),
                        false,
                        "Hm?",
                        List.of()))
                .isInstanceOf(Invalid.class);
    }
}
