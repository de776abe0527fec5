package openkitchen.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import openkitchen.board.Cards;
import openkitchen.board.Faces;
import openkitchen.history.Event;
import openkitchen.history.EventKind;
import openkitchen.history.Timeline;
import openkitchen.id.CommentId;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Status;
import openkitchen.project.Team;
import openkitchen.test.Hands;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.test.TurnedByHand;
import openkitchen.turn.Awaited;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Silence has an owner: the client is reminded before the term, and after it the account's turn opens. */
@KitchenTest
@Import(TurnedByHand.class)
class RemindingTest {

    @Autowired
    Kitchen kitchen;

    @Autowired
    Hands hands;

    @Autowired
    Turns turns;

    @Autowired
    Faces faces;

    @Autowired
    Cards cards;

    @Autowired
    Materials materials;

    @Autowired
    Versions versions;

    @Autowired
    Approvals approvals;

    @Autowired
    Reminding reminding;

    @Autowired
    Timeline timeline;

    @Autowired
    Projects projects;

    @Autowired
    Team team;

    @Autowired
    JdbcClient sql;

    Table table;
    CommentId ask;

    @BeforeEach
    void lay() {
        table = Table.laid(kitchen, turns, faces, cards, materials, versions, approvals);
        ask = approvals.ask(
                table.ppc(),
                table.card(),
                List.of(table.seen(table.text("Ads", "one"))),
                new Approvals.Wanted(Approval.Needs.ANY, hands.instant().plus(Duration.ofDays(3)), ""));
    }

    @Test
    void whatTheClientTakesToDecideIsMeasuredWithoutThePausesOfTheProject() {
        hands.pass(Duration.ofHours(1));
        projects.status(table.account(), Status.PAUSED, "");
        hands.pass(Duration.ofHours(5));
        projects.status(table.account(), Status.LIVE, "");
        hands.pass(Duration.ofHours(2));
        projects.status(table.account(), Status.PAUSED, "");
        hands.pass(Duration.ofHours(9));
        approvals.approveAll(table.lead(), ask, Approval.Way.PAGE);

        assertThat(sql.sql("select wall_seconds from turn where comment_id = ?")
                        .param(ask.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(Duration.ofHours(3).toSeconds());
        assertThat(sql.sql("""
                                select count(*) from turn_pause p join turn t on t.id = p.turn_id
                                 where t.comment_id = ? and p.until is null
                                """).param(ask.value()).query(Long.class).single()).isZero();
    }

    private long told(EventKind kind) {
        return timeline.since(table.account().project(), 0, Long.MAX_VALUE, 1000).stream()
                .map(Event::kind)
                .filter(kind::equals)
                .count();
    }

    private Turn only(Purpose purpose) {
        return table.open().stream()
                .filter(turn -> turn.purpose() == purpose)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theClientIsRemindedOnceADayBeforeTheTerm() {
        assertThat(only(Purpose.APPROVE).due())
                .isEqualTo(approvals.asked(table.account(), ask).getFirst().due());
        reminding.round();
        assertThat(told(EventKind.APPROVAL_REMINDED)).isZero();
        hands.pass(Duration.ofHours(49));
        reminding.round();
        reminding.round();
        assertThat(told(EventKind.APPROVAL_REMINDED)).isEqualTo(1);
        assertThat(told(EventKind.APPROVAL_OVERDUE)).isZero();
    }

    @Test
    void whenTheTermHasPassedTheAccountSeesToItAndSetsAnother() {
        hands.pass(Duration.ofHours(73));
        reminding.round();
        reminding.round();
        assertThat(told(EventKind.APPROVAL_OVERDUE)).isEqualTo(1);
        assertThat(only(Purpose.CHASE).awaited()).isEqualTo(new Awaited.OfRole(Role.ACCOUNT));

        assertThatThrownBy(
                        () -> approvals.extend(table.ppc(), ask, hands.instant().plus(Duration.ofDays(1))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> approvals.extend(table.account(), ask, hands.instant()))
                .isInstanceOf(Invalid.class);
        approvals.extend(table.account(), ask, hands.instant().plus(Duration.ofDays(2)));
        assertThat(table.purposes()).containsExactly(Purpose.APPROVE);
        assertThat(only(Purpose.APPROVE).due()).isEqualTo(hands.instant().plus(Duration.ofDays(2)));
        hands.pass(Duration.ofHours(49));
        reminding.round();
        assertThat(only(Purpose.CHASE)).isNotNull();
    }

    @Test
    void inAPausedProjectTheTermMovesOn() {
        projects.status(table.account(), Status.PAUSED, "season");
        hands.pass(Duration.ofDays(10));
        reminding.round();
        assertThat(told(EventKind.APPROVAL_OVERDUE)).isZero();
        projects.status(table.account(), Status.LIVE, "");
        reminding.round();
        assertThat(told(EventKind.APPROVAL_OVERDUE)).isZero();
        assertThat(approvals.asked(table.account(), ask).getFirst().due())
                .isEqualTo(hands.instant().plus(Duration.ofDays(3)))
                .isEqualTo(only(Purpose.APPROVE).due());
    }

    private Approval asked() {
        return approvals.asked(table.account(), ask).getFirst();
    }

    @Test
    void aTermThatIsSetDuringAPauseIsMadeLaterOnlyByWhatIsLeftOfIt() {
        projects.status(table.account(), Status.PAUSED, "season");
        hands.pass(Duration.ofDays(19));
        Instant term = hands.instant().plus(Duration.ofDays(11));
        approvals.extend(table.account(), ask, term);
        assertThat(asked().due())
                .isEqualTo(term)
                .isEqualTo(only(Purpose.APPROVE).due());
        hands.pass(Duration.ofDays(5));
        projects.status(table.account(), Status.LIVE, "");
        assertThat(asked().due())
                .isEqualTo(term.plus(Duration.ofDays(5)))
                .isEqualTo(only(Purpose.APPROVE).due());

        hands.pass(Duration.ofHours(2));
        approvals.approveAll(table.lead(), ask, Approval.Way.PAGE);
        assertThat(sql.sql("select wall_seconds from turn where comment_id = ?")
                        .param(ask.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(Duration.ofHours(2).toSeconds());
    }

    @Test
    void aTermThatIsSetWhenThePauseBeginsIsMadeLaterByAllOfIt() {
        projects.status(table.account(), Status.PAUSED, "season");
        Instant term = hands.instant().plus(Duration.ofDays(5));
        approvals.extend(table.account(), ask, term);
        hands.pass(Duration.ofDays(4));
        projects.status(table.account(), Status.LIVE, "");
        assertThat(asked().due())
                .isEqualTo(term.plus(Duration.ofDays(4)))
                .isEqualTo(only(Purpose.APPROVE).due());
    }

    @Test
    void whoIsAskedDuringAPauseHasTheTermOfTheOthers() {
        approvals.withdraw(table.ppc(), ask, "");
        Instant term = hands.instant().plus(Duration.ofDays(3));
        ask = approvals.ask(
                table.ppc(),
                table.card(),
                List.of(table.seen(table.text("Texts", "one"))),
                new Approvals.Wanted(Approval.Needs.ALL, term, ""));
        projects.status(table.account(), Status.PAUSED, "season");
        hands.pass(Duration.ofDays(5));
        team.set(table.account(), table.member().viewer().person(), Set.of(Role.LEAD), "");
        hands.pass(Duration.ofDays(5));
        projects.status(table.account(), Status.LIVE, "");
        assertThat(asked().due()).isEqualTo(term.plus(Duration.ofDays(10)));
        assertThat(table.open())
                .hasSize(3)
                .allSatisfy(turn -> assertThat(turn.due()).isEqualTo(term.plus(Duration.ofDays(10))));
    }

    @Test
    void theTermOfAnApprovalIsTheLatestOfThoseWhoAreWaitedFor() {
        approvals.withdraw(table.ppc(), ask, "");
        Instant term = hands.instant().plus(Duration.ofDays(3));
        for (String late : List.of("min", "max")) {
            ask = approvals.ask(
                    table.ppc(),
                    table.card(),
                    List.of(table.seen(table.text(late, late))),
                    new Approvals.Wanted(Approval.Needs.ALL, term, ""));
            sql.sql("update turn set due_at = ? where id = (select %s(id) from turn where comment_id = ?)"
                            .formatted(late))
                    .params(term.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC), ask.value())
                    .update();
            projects.status(table.account(), Status.PAUSED, "");
            projects.status(table.account(), Status.LIVE, "");
            assertThat(asked().due()).as(late).isEqualTo(term.plus(Duration.ofDays(1)));
        }
    }

    private List<Reminding.Open> selected(String which) {
        List<Reminding.Open> selected = reminding.open(which, hands.instant()).stream()
                .filter(open -> open.project().equals(table.account().project()))
                .toList();
        assertThat(selected).hasSize(1);
        return selected;
    }

    @Test
    void whoseTermIsMovedBeforeTheRoundComesToItIsNotChasedUntilThatHasPassed() {
        hands.pass(Duration.ofHours(73));
        List<Reminding.Open> selected = selected(Reminding.PAST);
        approvals.extend(table.account(), ask, hands.instant().plus(Duration.ofDays(2)));
        selected.forEach(open -> reminding.chase(open, hands.instant()));
        assertThat(told(EventKind.APPROVAL_OVERDUE)).isZero();
        assertThat(table.purposes()).containsExactly(Purpose.APPROVE);

        hands.pass(Duration.ofHours(49));
        reminding.round();
        assertThat(told(EventKind.APPROVAL_OVERDUE)).isEqualTo(1);
        assertThat(table.purposes()).containsExactly(Purpose.APPROVE, Purpose.CHASE);
    }

    @Test
    void whatIsPausedBeforeTheRoundComesToItIsNotChased() {
        hands.pass(Duration.ofHours(73));
        List<Reminding.Open> selected = selected(Reminding.PAST);
        projects.status(table.account(), Status.PAUSED, "");
        selected.forEach(open -> reminding.chase(open, hands.instant()));
        assertThat(told(EventKind.APPROVAL_OVERDUE)).isZero();
        assertThat(table.purposes()).containsExactly(Purpose.APPROVE);
    }

    @Test
    void whoseTermIsMovedBeforeTheRoundComesToItIsNotRemindedUntilThatIsNear() {
        hands.pass(Duration.ofHours(49));
        List<Reminding.Open> selected = selected(Reminding.NEAR);
        approvals.extend(table.account(), ask, hands.instant().plus(Duration.ofDays(2)));
        selected.forEach(open -> reminding.remind(open, hands.instant()));
        assertThat(told(EventKind.APPROVAL_REMINDED)).isZero();
        hands.pass(Duration.ofHours(25));
        reminding.round();
        assertThat(told(EventKind.APPROVAL_REMINDED)).isEqualTo(1);
    }

    @Test
    void nobodyIsRemindedOrChasedForWhatIsArchived() {
        for (String archived : List.of(
                "update card set archived_at = now() where project_id = ?",
                "update board_column set archived_at = now() where project_id = ?")) {
            lay();
            sql.sql(archived).param(table.account().project().value()).update();
            hands.pass(Duration.ofHours(49));
            reminding.round();
            hands.pass(Duration.ofHours(24));
            reminding.round();
            assertThat(told(EventKind.APPROVAL_REMINDED)).isZero();
            assertThat(told(EventKind.APPROVAL_OVERDUE)).isZero();
        }
    }

    @Test
    void aDecisionEndsTheChase() {
        hands.pass(Duration.ofHours(73));
        reminding.round();
        approvals.approveAll(table.lead(), ask, Approval.Way.PAGE);
        assertThat(table.open()).isEmpty();
        reminding.round();
        assertThat(told(EventKind.APPROVAL_OVERDUE)).isEqualTo(1);
    }
}
