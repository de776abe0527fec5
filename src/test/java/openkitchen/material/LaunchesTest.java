package openkitchen.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import openkitchen.board.Cards;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.board.Faces;
import openkitchen.board.Moving;
import openkitchen.history.Event;
import openkitchen.history.EventKind;
import openkitchen.history.Timeline;
import openkitchen.id.ColumnId;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.Stale;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.turn.Turns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KitchenTest
class LaunchesTest {

    @Autowired
    Kitchen kitchen;

    @Autowired
    Turns turns;

    @Autowired
    Faces faces;

    @Autowired
    Cards cards;

    @Autowired
    Columns columns;

    @Autowired
    Moving moving;

    @Autowired
    Materials materials;

    @Autowired
    Versions versions;

    @Autowired
    Approvals approvals;

    @Autowired
    Launches launches;

    @Autowired
    Remarks remarks;

    @Autowired
    Timeline timeline;

    Table table;

    @BeforeEach
    void lay() {
        table = Table.laid(kitchen, turns, faces, cards, materials, versions, approvals);
    }

    private Launch launch() {
        return launches.one(table.account(), table.card());
    }

    private void approve(MaterialId material) {
        CommentId ask = approvals.ask(
                table.ppc(),
                table.card(),
                List.of(table.seen(material)),
                new Approvals.Wanted(Approval.Needs.ANY, null, ""));
        approvals.approveAll(table.lead(), ask, Approval.Way.PAGE);
    }

    private Event last() {
        return timeline.since(table.account().project(), 0, Long.MAX_VALUE, 1000)
                .getLast();
    }

    private static Launch.Plan plan(String hypothesis) {
        return new Launch.Plan(
                hypothesis,
                "Search",
                "Moscow",
                new BigDecimal("90000.00"),
                "RUB",
                LocalDate.of(2026, 2, 1),
                LocalDate.of(2026, 3, 1));
    }

    @Test
    void itGoesLiveOnlyWhenTheNewestVersionsAreApproved() {
        MaterialId ads = table.text("Ads", "one");
        assertThatThrownBy(() -> launches.launch(table.ppc(), table.card(), "")).isInstanceOf(Forbidden.class);
        approve(ads);
        materials.addVersion(table.ppc(), ads, new Content.Text("two"), "");
        assertThat(launches.held(launch().card()).unapproved()).containsExactly("Ads");
        assertThatThrownBy(() -> launches.launch(table.ppc(), table.card(), "I want to"))
                .isInstanceOf(Forbidden.class);
        approve(ads);
        launches.launch(table.ppc(), table.card(), "");
        assertThat(launch().state()).isEqualTo(Launch.State.LAUNCHED);
        assertThat(launch().despite()).isEmpty();
        assertThat(last().kind()).isEqualTo(EventKind.LAUNCH_LAUNCHED);
        assertThatThrownBy(() -> launches.launch(table.ppc(), table.card(), "")).isInstanceOf(Invalid.class);
    }

    @Test
    void aRemarkThatMustBeFixedHoldsItBack() {
        approve(table.text("Ads", "one"));
        remarks.raise(table.lead(), table.card(), Remark.Weight.MUST, "The price", List.of());
        assertThat(launches.held(launch().card()).mustFix()).isEqualTo(1);
        assertThatThrownBy(() -> launches.launch(table.ppc(), table.card(), "")).isInstanceOf(Forbidden.class);
    }

    @Test
    void theAccountOverridesWithAReasonThatIsKept() {
        table.text("Ads", "one");
        assertThatThrownBy(() -> launches.launch(table.account(), table.card(), " "))
                .isInstanceOf(Invalid.class);
        launches.launch(table.account(), table.card(), "The sale begins tonight");
        assertThat(launch().despite()).isEqualTo("The sale begins tonight");
        assertThat(last().text("despite")).isEqualTo("The sale begins tonight");
    }

    @Test
    void aReasonIsNotKeptWhereNothingHeldItBack() {
        approve(table.text("Ads", "one"));
        launches.launch(table.account(), table.card(), "No need");
        assertThat(launch().despite()).isEmpty();
    }

    @Test
    void aLaunchCardIsNotDonePastTheGate() {
        table.text("Ads", "one");
        ColumnId done = columns.add(table.account(), "Done", ColumnKind.DONE);
        assertThatThrownBy(() -> moving.place(table.ppc(), table.card(), done, null))
                .isInstanceOf(Forbidden.class);
        moving.place(table.account(), table.card(), done, null, "It was stopped before it began");
    }

    @Test
    void itIsStoppedAndJudgedByTheTeam() {
        assertThatThrownBy(() -> launches.stop(table.ppc(), table.card())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> launches.judge(table.ppc(), table.card(), "Good", Launch.Verdict.KEEP))
                .isInstanceOf(Invalid.class);
        launches.launch(table.ppc(), table.card(), "");
        assertThatThrownBy(() -> launches.stop(table.lead(), table.card())).isInstanceOf(Forbidden.class);
        launches.stop(table.ppc(), table.card());
        launches.judge(table.ppc(), table.card(), "Twelve leads", Launch.Verdict.CHANGE);
        assertThat(launch().state()).isEqualTo(Launch.State.STOPPED);
        assertThat(launch().result()).isEqualTo("Twelve leads");
        assertThat(launch().verdict()).isEqualTo(Launch.Verdict.CHANGE);
    }

    @Test
    void whatWentLiveWithoutAPlanIsPlannedAfterwards() {
        int seen = launch().version();
        launches.launch(table.ppc(), table.card(), "");
        launches.plan(table.ppc(), table.card(), seen, plan("One"));
        assertThat(launch().plan()).isEqualTo(plan("One"));
        assertThatThrownBy(() -> launches.plan(table.lead(), table.card(), seen, plan("Two")))
                .isInstanceOf(Stale.class);
    }

    @Test
    void whatWasStoppedGoesLiveAgainAndItsEarlierRunStays() {
        launches.launch(table.ppc(), table.card(), "");
        Instant first = launch().launched();
        launches.stop(table.ppc(), table.card());
        launches.judge(table.ppc(), table.card(), "Twelve leads", Launch.Verdict.CHANGE);
        MaterialId ads = table.text("Ads", "one");
        assertThatThrownBy(() -> launches.launch(table.ppc(), table.card(), "")).isInstanceOf(Forbidden.class);
        approve(ads);
        launches.launch(table.ppc(), table.card(), "");

        Launch again = launch();
        assertThat(again.state()).isEqualTo(Launch.State.LAUNCHED);
        assertThat(again.result()).isEmpty();
        assertThat(again.verdict()).isNull();
        assertThat(again.earlier()).singleElement().satisfies(run -> {
            assertThat(run.number()).isEqualTo(1);
            assertThat(run.launched()).isEqualTo(first);
            assertThat(run.stoppedBy()).isEqualTo(table.ppc().viewer().person());
            assertThat(run.result()).isEqualTo("Twelve leads");
            assertThat(run.verdict()).isEqualTo(Launch.Verdict.CHANGE);
        });
        assertThat(last().data()).containsEntry("run", 2);
        launches.stop(table.ppc(), table.card());
        launches.launch(table.ppc(), table.card(), "");
        assertThat(launch().earlier()).extracting(Launch.Run::number).containsExactly(1, 2);
        assertThat(launches.in(table.account()))
                .singleElement()
                .satisfies(launch -> assertThat(launch.earlier()).hasSize(2));
    }

    private void judge(int run, int version, String result) {
        launches.judge(table.ppc(), table.card(), new Launches.Edited(run, version), result, Launch.Verdict.CHANGE);
    }

    @Test
    void twoWhoSayAtOnceWhatCameOfItLoseNothing() {
        launches.launch(table.ppc(), table.card(), "");
        judge(1, 0, "Twelve leads");
        assertThatThrownBy(() -> judge(1, 0, "Ten leads")).isInstanceOfSatisfying(Stale.class, stale -> {
            assertThat(stale.version()).isEqualTo(1);
            assertThat(stale.texts()).containsEntry("result", "Twelve leads").containsEntry("verdict", "change");
        });
        assertThat(launch().result()).isEqualTo("Twelve leads");
        Event before = last();
        judge(1, 0, "Twelve leads");
        assertThat(last()).isEqualTo(before);
        judge(1, 1, "Eleven leads");
        assertThat(launch().outcome()).isEqualTo(new Launch.Outcome("Eleven leads", Launch.Verdict.CHANGE, 2));
    }

    @Test
    void whatIsSaidOfARunThatIsOverByNowStaysWithIt() {
        launches.launch(table.ppc(), table.card(), "");
        launches.stop(table.ppc(), table.card());
        launches.launch(table.ppc(), table.card(), "");
        judge(1, 0, "Twelve leads");
        assertThat(launch().outcome()).isEqualTo(new Launch.Outcome("", null, 0));
        assertThat(launch().earlier())
                .extracting(Launch.Run::outcome)
                .containsExactly(new Launch.Outcome("Twelve leads", Launch.Verdict.CHANGE, 1));
        assertThat(last().data()).containsEntry("run", 1);
        assertThatThrownBy(() -> judge(1, 0, "Ten leads")).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> judge(3, 0, "Ten leads")).isInstanceOf(Invalid.class);
        judge(2, 0, "Nobody yet");
        assertThat(launch().result()).isEqualTo("Nobody yet");
        assertThat(launch().earlier()).extracting(Launch.Run::result).containsExactly("Twelve leads");
    }

    @Test
    void twoWhoPlanAtOnceLoseNothing() {
        launches.plan(table.ppc(), table.card(), 0, plan("One"));
        assertThat(launch().plan()).isEqualTo(plan("One"));
        assertThatThrownBy(() -> launches.plan(table.lead(), table.card(), 0, plan("Two")))
                .isInstanceOfSatisfying(
                        Stale.class, stale -> assertThat(stale.texts()).containsEntry("hypothesis", "One"));
        launches.plan(table.lead(), table.card(), launch().version(), plan("Two"));
        assertThat(launch().plan().hypothesis()).isEqualTo("Two");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Launch.Plan backwards =
                new Launch.Plan("", "", "", null, "RUB", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 2, 1));
        Launch.Plan below = new Launch.Plan("", "", "", new BigDecimal("-1"), "RUB", null, null);
        Launch.Plan coins = new Launch.Plan("", "", "", new BigDecimal("1.001"), "RUB", null, null);
        Launch.Plan money = new Launch.Plan("", "", "", BigDecimal.ONE, "XXX", null, null);
        for (Launch.Plan plan : List.of(backwards, below, coins, money)) {
            assertThatThrownBy(() -> launches.plan(table.ppc(), table.card(), 0, plan))
                    .isInstanceOf(Invalid.class);
        }
        assertThat(launch().version()).isZero();
    }

    @Test
    void anotherCardIsNoLaunch() {
        int task = kitchen.card(table.account(), kitchen.column(table.account(), "Doing"), "A task");
        assertThatThrownBy(() -> launches.one(table.account(), task)).isInstanceOf(NotFound.class);
    }
}
