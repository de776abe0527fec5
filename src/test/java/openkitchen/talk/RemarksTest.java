package openkitchen.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.board.Copying;
import openkitchen.board.Faces;
import openkitchen.board.Moving;
import openkitchen.history.Timeline;
import openkitchen.id.ColumnId;
import openkitchen.id.CommentId;
import openkitchen.people.Side;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.turn.Awaited;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KitchenTest
class RemarksTest {

    @Autowired
    Kitchen kitchen;

    @Autowired
    Projects projects;

    @Autowired
    Turns turns;

    @Autowired
    Faces faces;

    @Autowired
    Remarks remarks;

    @Autowired
    Comments comments;

    @Autowired
    Columns columns;

    @Autowired
    Moving moving;

    @Autowired
    Copying copying;

    @Autowired
    Timeline timeline;

    Table table;

    @BeforeEach
    void lay() {
        table = Table.laid(kitchen, projects, turns, faces);
    }

    private CommentId raised() {
        return remarks.raise(
                table.lead(), table.card(), Remark.Weight.MUST, "The price is missing on the picture", List.of());
    }

    private Remark remark(CommentId id) {
        return remarks.one(table.lead(), id);
    }

    private List<Awaited> awaited(Purpose purpose) {
        return table.open().stream()
                .filter(turn -> turn.purpose() == purpose)
                .map(Turn::awaited)
                .toList();
    }

    @Test
    void remarksAreNumberedInTheirProjectAndWaitForTheTeam() {
        assertThat(remark(raised()).name()).isEqualTo("R-1");
        assertThat(remark(raised()).name()).isEqualTo("R-2");
        assertThat(awaited(Purpose.MEND)).containsOnly(new Awaited.OfRole(Role.SEO));
        assertThat(faces.number(table.lead(), table.card()).remarks()).isEqualTo(2);
        assertThat(faces.number(table.lead(), table.card()).mustFix()).isEqualTo(2);
    }

    @Test
    void whatIsFixedWaitsForItsAuthorWhoConfirmsIt() {
        CommentId id = raised();
        remarks.fix(table.seo(), id, "version 2", "");
        assertThat(awaited(Purpose.CONFIRM))
                .containsExactly(new Awaited.Someone(table.lead().viewer().person(), Side.CLIENT));
        assertThat(remark(id).fixedIn()).isEqualTo("version 2");
        assertThatThrownBy(() -> remarks.confirm(table.seo(), id)).isInstanceOf(Forbidden.class);
        remarks.confirm(table.lead(), id);
        assertThat(table.open()).isEmpty();
        assertThat(remark(id).state()).isEqualTo(Remark.State.CONFIRMED);
        assertThat(faces.number(table.lead(), table.card()).remarks()).isZero();
    }

    @Test
    void theClientCannotCloseARemarkAsFixed() {
        CommentId id = raised();
        assertThatThrownBy(() -> remarks.fix(table.lead(), id, "", "")).isInstanceOf(Forbidden.class);
        assertThat(remark(id).state()).isEqualTo(Remark.State.OPEN);
    }

    @Test
    void aRemarkRaisedAgainReachesTheAccountAndTheThirdTimeTheOwner() {
        CommentId id = raised();
        remarks.fix(table.seo(), id, "", "Done");
        remarks.raiseAgain(table.lead(), id, "It is still missing");
        assertThat(awaited(Purpose.RAISED)).containsExactly(new Awaited.OfRole(Role.ACCOUNT));
        remarks.fix(table.seo(), id, "", "Done now");
        assertThat(awaited(Purpose.RAISED)).isEmpty();
        remarks.raiseAgain(table.lead(), id, "");
        assertThat(awaited(Purpose.RAISED))
                .containsExactlyInAnyOrder(new Awaited.OfRole(Role.ACCOUNT), new Awaited.Owner());
        assertThat(awaited(Purpose.MEND)).hasSize(1);
        assertThat(remark(id).raised()).isEqualTo(3);
        assertThat(timeline.read(table.lead().project(), Timeline.Wish.EVERYTHING, null, 1)
                        .getFirst()
                        .text("times"))
                .isEqualTo("3");
    }

    @Test
    void aDeclinedRemarkIsTakenToTheAccountWhoDecides() {
        CommentId id = raised();
        assertThatThrownBy(() -> remarks.decline(table.seo(), id, " ")).isInstanceOf(Invalid.class);
        remarks.decline(table.seo(), id, "The shop shows no prices");
        remarks.appeal(table.lead(), id, "It does since May");
        assertThat(awaited(Purpose.APPEAL)).containsExactly(new Awaited.OfRole(Role.ACCOUNT));
        assertThatThrownBy(() -> remarks.settle(table.seo(), id, true, "Do it")).isInstanceOf(Forbidden.class);
        remarks.settle(table.account(), id, true, "The client is right");
        assertThat(awaited(Purpose.MEND)).hasSize(1);
        assertThat(remark(id).state()).isEqualTo(Remark.State.OPEN);
    }

    @Test
    void whatTheAccountDeclinedIsTheOwnersToDecide() {
        CommentId id = raised();
        remarks.decline(table.account(), id, "No");
        remarks.appeal(table.lead(), id, "");
        assertThat(awaited(Purpose.APPEAL)).containsExactly(new Awaited.Owner());
    }

    @Test
    void aMustFixRemarkHoldsTheCardBackFromDone() {
        ColumnId done = columns.add(table.account(), "Done", ColumnKind.DONE);
        CommentId id = raised();
        assertThatThrownBy(() -> moving.place(table.seo(), table.card(), done, null))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> moving.place(table.account(), table.card(), done, null))
                .isInstanceOf(Invalid.class);
        moving.place(table.account(), table.card(), done, null, "The client is on holiday");
        assertThat(timeline.read(table.lead().project(), Timeline.Wish.EVERYTHING, null, 1)
                        .getFirst()
                        .text("despite"))
                .isEqualTo("The client is on holiday");
        assertThat(remark(id).state()).isEqualTo(Remark.State.OPEN);
    }

    @Test
    void aSuggestionHoldsNothingBack() {
        ColumnId done = columns.add(table.account(), "Done", ColumnKind.DONE);
        remarks.raise(table.lead(), table.card(), Remark.Weight.SUGGESTION, "A warmer photo?", List.of());
        moving.place(table.seo(), table.card(), done, null);
        assertThat(faces.number(table.seo(), table.card()).column()).isEqualTo(done);
    }

    @Test
    void aDeletedRemarkWaitsForNobodyAndItsNumberIsNotGivenAgain() {
        CommentId id = raised();
        comments.delete(table.lead(), id);
        assertThat(table.open()).isEmpty();
        assertThat(faces.number(table.lead(), table.card()).mustFix()).isZero();
        assertThat(remark(raised()).number()).isEqualTo(2);
    }

    @Test
    void aCardTakesItsRemarksAlongToAnotherProjectUnderNewNumbers() {
        CommentId id = raised();
        Seat other = kitchen.project(table.account().viewer());
        remarks.raise(
                other,
                kitchen.card(other, kitchen.column(other, "Here"), "Theirs"),
                Remark.Weight.MUST,
                "First",
                List.of());
        int there = copying.send(table.account(), table.card(), kitchen.again(other), kitchen.column(other, "There"));
        Seat now = kitchen.again(other);
        assertThat(remarks.in(now, Optional.of(faces.number(now, there).id())))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.id()).isEqualTo(id);
                    assertThat(remark.number()).isEqualTo(2);
                });
        assertThat(turns.openIn(now))
                .filteredOn(turn -> id.equals(turn.comment()))
                .singleElement()
                .satisfies(turn -> assertThat(turn.awaited()).isEqualTo(new Awaited.OfRole(Role.ACCOUNT)));
    }
}
