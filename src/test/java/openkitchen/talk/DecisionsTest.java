package openkitchen.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import openkitchen.board.Faces;
import openkitchen.id.CommentId;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.project.Discipline;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.turn.Awaited;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KitchenTest
class DecisionsTest {

    @Autowired
    Kitchen kitchen;

    @Autowired
    Projects projects;

    @Autowired
    Turns turns;

    @Autowired
    Faces faces;

    @Autowired
    Decisions decisions;

    @Autowired
    Comments comments;

    @Autowired
    Turning turning;

    @Autowired
    Questions questions;

    @Autowired
    DisciplineWords words;

    Table table;

    @BeforeEach
    void lay() {
        table = Table.laid(kitchen, projects, turns, faces);
    }

    private CommentId decided(Discipline... affects) {
        return decisions.decide(
                table.developer(),
                table.card(),
                "All redirects go through the front page",
                "It is simpler",
                Set.of(affects),
                List.of());
    }

    private Decision decision(CommentId id) {
        return decisions.one(table.lead(), id);
    }

    @Test
    void everyoneWhomADecisionAffectsIsAskedButNotTheOneWhoDecides() {
        CommentId id = decided(Discipline.SEO, Discipline.DEVELOPMENT);
        assertThat(table.only(Purpose.CHECK).awaited()).isEqualTo(new Awaited.OfRole(Role.SEO));
        assertThat(decision(id).state()).isEqualTo(Decision.State.ASKED);
        decisions.check(table.seo(), id, Discipline.SEO, true, "");
        assertThat(table.open()).isEmpty();
        assertThat(decision(id).state()).isEqualTo(Decision.State.FINE);
    }

    @Test
    void anObjectionNeedsAReasonAndIsSettledByTheAccount() {
        CommentId id = decided(Discipline.SEO);
        assertThatThrownBy(() -> decisions.check(table.seo(), id, Discipline.SEO, false, ""))
                .isInstanceOf(Invalid.class);
        decisions.check(table.seo(), id, Discipline.SEO, false, "We lose every position");
        assertThat(table.only(Purpose.OBJECTION).awaited()).isEqualTo(new Awaited.OfRole(Role.ACCOUNT));
        assertThatThrownBy(() -> decisions.settle(table.developer(), id, "I do it anyway"))
                .isInstanceOf(Forbidden.class);
        decisions.settle(table.account(), id, "One to one, page by page");
        assertThat(table.open()).isEmpty();
        assertThat(decision(id).outcome()).isEqualTo("One to one, page by page");
    }

    @Test
    void nobodySpeaksForADisciplineThatIsNotTheirs() {
        CommentId id = decided(Discipline.SEO);
        assertThatThrownBy(() -> decisions.check(table.lead(), id, Discipline.SEO, true, ""))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> decisions.check(table.seo(), id, Discipline.PPC, true, ""))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aDecisionThatAffectsADisciplineWithoutAPersonIsAskedOfTheAccount() {
        decided(Discipline.PPC);
        assertThat(table.only(Purpose.CHECK).awaited()).isEqualTo(new Awaited.OfRole(Role.ACCOUNT));
        assertThat(table.only(Purpose.CHECK).topic()).isEqualTo("ppc");
    }

    @Test
    void wordsOfADecisionSuggestWhomToAsk() {
        Set<Discipline> all = Set.of(Discipline.SEO, Discipline.DESIGN, Discipline.PPC);
        assertThat(words.suggest("Переносим редиректы на сервер", all))
                .containsExactly(new DisciplineWords.Suggestion(Discipline.SEO, "редиректы"));
        assertThat(words.suggest("The redirects and the new logo", all))
                .extracting(DisciplineWords.Suggestion::discipline)
                .containsExactly(Discipline.SEO, Discipline.DESIGN);
        assertThat(words.suggest("Обедаем вместе", all)).isEmpty();
    }

    @Test
    void aMessageThatWasAQuestionBecomesOneAndBack() {
        CommentId id = comments.say(table.lead(), table.card(), null, "When will it be there?", List.of());
        assertThatThrownBy(() -> turning.turn(table.seo(), id, new Intent.Question(new Address.Team(), false)))
                .isInstanceOf(Forbidden.class);
        turning.turn(table.account(), id, new Intent.Question(new Address.Team(), false));
        assertThat(table.only(Purpose.ANSWER).awaited()).isEqualTo(new Awaited.OfRole(Role.SEO));
        turning.turn(table.lead(), id, new Intent.Remark(Remark.Weight.SUGGESTION));
        assertThat(table.only(Purpose.MEND).comment()).isEqualTo(id);
        assertThat(questions.these(table.lead(), List.of(id))).isEmpty();
        turning.turn(table.lead(), id, new Intent.Message());
        assertThat(table.open()).isEmpty();
        assertThat(faces.number(table.lead(), table.card()).remarks()).isZero();
    }
}
