package openkitchen.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import openkitchen.board.Cards;
import openkitchen.board.Copying;
import openkitchen.board.Faces;
import openkitchen.history.Event;
import openkitchen.history.EventKind;
import openkitchen.history.Timeline;
import openkitchen.id.ClientId;
import openkitchen.id.CommentId;
import openkitchen.people.People;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Status;
import openkitchen.project.Team;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.test.OpenTurns;
import openkitchen.turn.Awaited;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever decides for the client is waited for, whatever becomes of them and wherever the card goes, and nobody else. */
@KitchenTest
class LeadsTest {

    private static final Awaited ANY_LEAD = new Awaited.OfRole(Role.LEAD);
    private static final Awaited CLIENT = new Awaited.OfSide(Side.CLIENT);

    @Autowired
    Kitchen kitchen;

    @Autowired
    Turns turns;

    @Autowired
    Faces faces;

    @Autowired
    Cards cards;

    @Autowired
    Copying copying;

    @Autowired
    Materials materials;

    @Autowired
    Versions versions;

    @Autowired
    Approvals approvals;

    @Autowired
    Team team;

    @Autowired
    People people;

    @Autowired
    Projects projects;

    @Autowired
    Timeline timeline;

    private Table table;
    private Viewer owner;

    @BeforeEach
    void lay() {
        table = Table.laid(kitchen, turns, faces, cards, materials, versions, approvals);
        owner = kitchen.owner();
    }

    private CommentId ask(Approval.Needs needs) {
        return approvals.ask(
                table.ppc(),
                table.card(),
                List.of(table.seen(table.text("Ads", "one"))),
                new Approvals.Wanted(needs, null, ""));
    }

    private void leave(Seat seat) {
        people.leave(seat.viewer().person(), owner.person());
    }

    private void comeBack(Seat seat) {
        people.comeBack(seat.viewer().person(), owner.person());
    }

    private void becomes(Seat seat, Role role) {
        team.set(table.account(), seat.viewer().person(), Set.of(role), "");
    }

    private void approve(Seat seat, CommentId ask) {
        approvals.approveAll(kitchen.again(seat), ask, Approval.Way.PAGE);
    }

    private static Awaited only(Seat seat) {
        return new Awaited.Someone(seat.viewer().person(), Side.CLIENT);
    }

    private static List<Awaited> awaited(List<Turn> open) {
        return open.stream().map(Turn::awaited).toList();
    }

    private Approval now(Seat seat, CommentId ask) {
        return approvals.asked(seat, ask).getFirst();
    }

    @Test
    void whenTheLastDecisionMakerLeavesTheInstallationTheirSideIsWaitedForUntilTheyReturn() {
        becomes(table.other(), Role.MEMBER);
        ask(Approval.Needs.ANY);
        assertThat(awaited(table.open())).containsExactly(ANY_LEAD);
        leave(table.lead());
        assertThat(awaited(table.open())).containsExactly(CLIENT);
        comeBack(table.lead());
        assertThat(awaited(table.open())).containsExactly(ANY_LEAD);
    }

    @Test
    void whoReturnsIsAskedAgainWhereEachIsAsked() {
        CommentId ask = ask(Approval.Needs.ALL);
        leave(table.other());
        assertThat(awaited(table.open())).containsExactly(only(table.lead()));
        comeBack(table.other());
        assertThat(awaited(table.open())).containsExactlyInAnyOrder(only(table.lead()), only(table.other()));

        approve(table.lead(), ask);
        assertThat(now(table.account(), ask).open()).isTrue();
        assertThat(awaited(table.open())).containsExactly(only(table.other()));
        approve(table.other(), ask);
        assertThat(now(table.account(), ask).state()).isEqualTo(Approval.State.APPROVED);
        assertThat(table.open()).isEmpty();
    }

    @Test
    void whoReturnsWithoutHavingLeftChangesNothing() {
        ask(Approval.Needs.ALL);
        long before = timeline.read(table.account().project(), Timeline.Wish.EVERYTHING, null, 1)
                .getFirst()
                .number();
        comeBack(table.other());
        assertThat(timeline.read(table.account().project(), Timeline.Wish.EVERYTHING, null, 1)
                        .getFirst()
                        .number())
                .isEqualTo(before);
    }

    @Test
    void whenNobodyDecidesAnyMoreTheirSideIsWaitedForAndNobodyByName() {
        CommentId ask = ask(Approval.Needs.ALL);
        becomes(table.lead(), Role.MEMBER);
        becomes(table.other(), Role.MEMBER);
        assertThat(awaited(table.open())).containsExactly(CLIENT);
        assertThat(now(table.account(), ask).open()).isTrue();
        becomes(table.member(), Role.LEAD);
        assertThat(awaited(table.open())).containsExactly(only(table.member()));
    }

    @Test
    void theCardIsShownAnewWhenOneOfThoseWaitedForLeaves() {
        ask(Approval.Needs.ALL);
        leave(table.other());
        Event last = timeline.read(table.account().project(), Timeline.Wish.EVERYTHING, null, 1)
                .getFirst();
        assertThat(last.kind()).isEqualTo(EventKind.TURN_PASSED);
        assertThat(last.text("person")).isEqualTo(table.lead().viewer().person().toString());
        assertThat(faces.number(table.account(), table.card()).version()).isEqualTo(last.number());
        assertThat(faces.number(table.account(), table.card()).waits()).hasSize(1);
    }

    private Seat elsewhere() {
        return kitchen.project(table.account().viewer(), client());
    }

    private ClientId client() {
        return Objects.requireNonNull(people.one(table.lead().viewer().person()).client());
    }

    private List<Turn> sent(Seat to) {
        int number = copying.send(kitchen.again(table.account()), table.card(), to, kitchen.column(to, "Doing"));
        return new OpenTurns(turns, faces, to, number).all();
    }

    @Test
    void whatAllDecisionMakersOfTheProjectToWhichTheCardGoesHaveApprovedIsApproved() {
        CommentId ask = ask(Approval.Needs.ALL);
        approve(table.lead(), ask);
        Seat to = elsewhere();
        kitchen.join(to, table.lead().viewer(), Role.LEAD);
        assertThat(sent(to)).isEmpty();
        assertThat(now(to, ask).state()).isEqualTo(Approval.State.APPROVED);
    }

    @Test
    void theDecisionMakersOfTheProjectToWhichTheCardGoesAreAsked() {
        CommentId ask = ask(Approval.Needs.ALL);
        Seat to = elsewhere();
        Seat one = kitchen.join(to, kitchen.contact(client()), Role.LEAD);
        Seat two = kitchen.join(to, kitchen.contact(client()), Role.LEAD);
        assertThat(awaited(sent(to))).containsExactlyInAnyOrder(only(one), only(two));
        Stream.of(one, two).forEach(seat -> approve(seat, ask));
        assertThat(now(to, ask).state()).isEqualTo(Approval.State.APPROVED);
    }

    @Test
    void whereNobodyDecidesTheClientIsWaitedForOnce() {
        ask(Approval.Needs.ALL);
        assertThat(awaited(sent(elsewhere()))).containsExactly(CLIENT);
    }

    @Test
    void anyDecisionMakerThereIsWaitedForWhereAnyIsAsked() {
        becomes(table.lead(), Role.MEMBER);
        becomes(table.other(), Role.MEMBER);
        ask(Approval.Needs.ANY);
        assertThat(awaited(table.open())).containsExactly(CLIENT);
        Seat to = elsewhere();
        kitchen.join(to, kitchen.contact(client()), Role.LEAD);
        assertThat(awaited(sent(to))).containsExactly(ANY_LEAD);
    }

    @Test
    void theClockOfACardGoesAsThatOfTheProjectInWhichItIs() {
        ask(Approval.Needs.ANY);
        Seat to = elsewhere();
        projects.status(table.account(), Status.PAUSED, "");
        assertThat(table.open()).allSatisfy(turn -> assertThat(turn.pause()).isNotNull());
        assertThat(sent(to))
                .hasSize(1)
                .allSatisfy(turn -> assertThat(turn.pause()).isNull());
    }
}
