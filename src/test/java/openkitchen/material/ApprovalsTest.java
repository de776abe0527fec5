package openkitchen.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import openkitchen.board.Archiving;
import openkitchen.board.Cards;
import openkitchen.board.Faces;
import openkitchen.history.Event;
import openkitchen.history.EventKind;
import openkitchen.history.Timeline;
import openkitchen.id.ApprovalId;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.people.People;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.Stale;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import openkitchen.talk.Comments;
import openkitchen.talk.Intent;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.talk.Turning;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.turn.Awaited;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@KitchenTest
class ApprovalsTest {

    @Autowired
    Kitchen kitchen;

    @Autowired
    Turns turns;

    @Autowired
    Faces faces;

    @Autowired
    Cards cards;

    @Autowired
    Archiving archiving;

    @Autowired
    Materials materials;

    @Autowired
    Versions versions;

    @Autowired
    Approvals approvals;

    @Autowired
    Pins pins;

    @Autowired
    Remarks remarks;

    @Autowired
    Comments comments;

    @Autowired
    Turning turning;

    @Autowired
    Team team;

    @Autowired
    People people;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcClient sql;

    Table table;

    @BeforeEach
    void lay() {
        table = Table.laid(kitchen, turns, faces, cards, materials, versions, approvals);
    }

    private static Approvals.Wanted any() {
        return new Approvals.Wanted(Approval.Needs.ANY, null, "Please have a look");
    }

    private static Approvals.Wanted all() {
        return new Approvals.Wanted(Approval.Needs.ALL, null, "");
    }

    private CommentId ask(Approvals.Wanted wanted, MaterialId... asked) {
        return approvals.ask(
                table.ppc(), table.card(), Stream.of(asked).map(table::seen).toList(), wanted);
    }

    private ApprovalId only(CommentId ask) {
        return approvals.asked(table.account(), ask).getFirst().id();
    }

    private Approval now(CommentId ask) {
        return approvals.asked(table.account(), ask).getFirst();
    }

    private Approvals.Became decide(Seat seat, CommentId ask, Verdict verdict, String comment) {
        return approvals.decide(seat, only(ask), verdict, comment, Approval.Way.PAGE);
    }

    private Event last() {
        return timeline.since(table.account().project(), 0, Long.MAX_VALUE, 1000)
                .getLast();
    }

    @Test
    void askingPutsTheNewestVersionBeforeTheClient() {
        MaterialId ads = table.text("Ads", "one");
        materials.addVersion(table.ppc(), ads, new Content.Text("two"), "shorter");
        CommentId ask = ask(any(), ads);

        Approval approval = now(ask);
        assertThat(approval.version()).isEqualTo(2);
        assertThat(approval.sha256())
                .isEqualTo(versions.one(table.lead(), ads, 2).sha256());
        assertThat(approval.state()).isEqualTo(Approval.State.ASKED);
        assertThat(table.purposes()).containsExactly(Purpose.APPROVE);
        assertThat(table.open().getFirst().awaited()).isEqualTo(new Awaited.OfRole(Role.LEAD));
        assertThat(last().kind()).isEqualTo(EventKind.APPROVAL_ASKED);
    }

    @Test
    void nobodyIsAskedAboutAVersionThatTheAskerHasNotSeen() {
        MaterialId ads = table.text("Ads", "one");
        MaterialId texts = table.text("Texts", "one");
        List<Approvals.Seen> seen = List.of(table.seen(texts), table.seen(ads));
        materials.addVersion(table.account(), ads, new Content.Text("two"), "");
        long before = last().number();

        assertThatThrownBy(() -> approvals.ask(table.ppc(), table.card(), seen, any()))
                .isInstanceOfSatisfying(Stale.class, stale -> {
                    assertThat(stale.texts()).containsExactly(Map.entry(ads.toString(), "2"));
                    assertThat(stale.fault().values()).containsEntry("names", "Ads v2");
                });
        assertThat(last().number()).isEqualTo(before);
        assertThat(table.open()).isEmpty();
        assertThat(approvals.page(table.account(), null, null, null, 10)).isEmpty();
    }

    @Test
    void aVersionThatIsNotThereIsNotFound() {
        MaterialId ads = table.text("Ads", "one");
        for (int version : List.of(0, 2)) {
            assertThatThrownBy(() ->
                            approvals.ask(table.ppc(), table.card(), List.of(new Approvals.Seen(ads, version)), any()))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void onlyTheTeamAsksAndOnlyTheClientsDecisionMakersDecide() {
        MaterialId ads = table.text("Ads", "one");
        assertThatThrownBy(() -> approvals.ask(table.lead(), table.card(), List.of(table.seen(ads)), any()))
                .isInstanceOf(Forbidden.class);
        CommentId ask = ask(any(), ads);
        for (Seat seat : List.of(table.account(), table.ppc(), table.member())) {
            assertThatThrownBy(() -> decide(seat, ask, Verdict.APPROVED, "")).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> approvals.approveAll(seat, ask, Approval.Way.PAGE))
                    .isInstanceOf(Forbidden.class);
        }
        assertThat(now(ask).voices()).isEmpty();
    }

    @Test
    void oneDecisionMakerIsEnoughUnlessEachIsAsked() {
        CommentId ask = ask(any(), table.text("Ads", "one"));
        assertThat(decide(table.other(), ask, Verdict.APPROVED, "")).isInstanceOf(Approvals.Became.Counted.class);
        Approval approval = now(ask);
        assertThat(approval.state()).isEqualTo(Approval.State.APPROVED);
        assertThat(approval.voices()).singleElement().satisfies(voice -> {
            assertThat(voice.person()).isEqualTo(table.other().viewer().person());
            assertThat(voice.sha256()).isEqualTo(approval.sha256());
            assertThat(voice.way()).isEqualTo(Approval.Way.PAGE);
        });
        assertThat(table.open()).isEmpty();
    }

    @Test
    void whereEachIsAskedEachHasATurnAndTheLastSettlesIt() {
        CommentId ask = ask(all(), table.text("Ads", "one"));
        assertThat(table.purposes()).containsExactly(Purpose.APPROVE, Purpose.APPROVE);

        decide(table.lead(), ask, Verdict.REMARKS, "The second title is dull");
        assertThat(now(ask).state()).isEqualTo(Approval.State.ASKED);
        assertThat(table.open().stream().filter(turn -> turn.purpose() == Purpose.APPROVE))
                .singleElement()
                .satisfies(turn -> assertThat(turn.awaited().person())
                        .isEqualTo(table.other().viewer().person()));
        assertThat(decide(table.lead(), ask, Verdict.APPROVED, "")).isInstanceOf(Approvals.Became.Late.class);

        decide(table.other(), ask, Verdict.APPROVED, "");
        assertThat(now(ask).state()).isEqualTo(Approval.State.REMARKS);
        assertThat(table.purposes()).containsExactly(Purpose.MEND);
    }

    @Test
    void theCardIsShownAnewWithEachDecisionWhetherItEndsATurnOrNot() {
        CommentId ask = ask(all(), table.text("First", "one"), table.text("Second", "two"));
        for (Approval approval : approvals.asked(table.account(), ask)) {
            for (Seat seat : List.of(table.lead(), table.other())) {
                approvals.decide(seat, approval.id(), Verdict.APPROVED, "", Approval.Way.PAGE);
                assertThat(faces.number(table.account(), table.card()).version())
                        .isEqualTo(last().number());
            }
        }
        assertThat(table.open()).isEmpty();
    }

    @Test
    void whoLeavesIsNotWaitedForAnyMore() {
        CommentId ask = ask(all(), table.text("Ads", "one"));
        decide(table.lead(), ask, Verdict.APPROVED, "");
        team.remove(table.account(), table.other().viewer().person());
        assertThat(now(ask).state()).isEqualTo(Approval.State.APPROVED);
        assertThat(table.open()).isEmpty();
    }

    @Test
    void whoBecomesADecisionMakerIsAskedTooAndWhoIsNoneAnyMoreIsNot() {
        CommentId ask = ask(all(), table.text("Ads", "one"));
        team.set(table.account(), table.member().viewer().person(), Set.of(Role.LEAD), "");
        assertThat(table.open().stream().map(turn -> turn.awaited().person()))
                .containsExactlyInAnyOrder(
                        table.lead().viewer().person(),
                        table.other().viewer().person(),
                        table.member().viewer().person());
        decide(table.lead(), ask, Verdict.APPROVED, "");
        decide(table.other(), ask, Verdict.APPROVED, "");
        assertThat(now(ask).open()).isTrue();
        team.set(table.account(), table.member().viewer().person(), Set.of(Role.MEMBER), "");
        assertThat(now(ask).state()).isEqualTo(Approval.State.APPROVED);
        assertThat(table.open()).isEmpty();
    }

    @Test
    void whoLeavesTheInstallationHoldsNothingUp() {
        CommentId ask = ask(all(), table.text("Ads", "one"));
        decide(table.lead(), ask, Verdict.APPROVED, "");
        people.leave(table.other().viewer().person(), kitchen.owner().person());
        assertThat(now(ask).state()).isEqualTo(Approval.State.APPROVED);
        assertThat(table.open()).isEmpty();
    }

    @Test
    void whoHasNothingLeftToDecideIsNotWaitedFor() {
        CommentId ask = ask(all(), table.text("First", "one"), table.text("Second", "two"));
        List<Approval> asked = approvals.asked(table.account(), ask);
        approvals.decide(table.lead(), asked.get(1).id(), Verdict.APPROVED, "", Approval.Way.PAGE);
        approvals.decide(table.other(), asked.get(0).id(), Verdict.CHANGES, "Longer", Approval.Way.PAGE);
        assertThat(table.open().stream()
                        .filter(turn -> turn.purpose() == Purpose.APPROVE)
                        .map(turn -> turn.awaited().person()))
                .containsExactly(table.other().viewer().person());
    }

    @Test
    void whoWritesOnFromAnOlderTextIsToldSo() {
        MaterialId text = table.text("Text", "one");
        materials.addVersion(table.ppc(), text, 1, new Content.Text("two"), "");
        assertThatThrownBy(() -> materials.addVersion(table.lead(), text, 1, new Content.Text("three"), ""))
                .isInstanceOfSatisfying(Stale.class, stale -> {
                    assertThat(stale.version()).isEqualTo(2);
                    assertThat(stale.texts()).containsEntry("text", "two");
                });
        assertThat(versions.of(table.lead(), text)).hasSize(2);
    }

    @Test
    void aTextHasNoRowsAndNoPages() {
        MaterialId text = table.text("Text", "one");
        for (Place place :
                List.of(new Place.Spot(0, 1, 0.5, 0.5, 0, 0), new Place.Cells(0, "", 2, -1, List.of("one")))) {
            assertThatThrownBy(
                            () -> pins.say(table.lead(), text, 1, place, new Intent.Remark(Remark.Weight.MUST), "Here"))
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    void changesRequestedBecomeARemarkOnThatVersionThatMustBeFixed() {
        MaterialId ads = table.text("Ads", "one");
        CommentId ask = ask(any(), ads);
        assertThatThrownBy(() -> decide(table.lead(), ask, Verdict.CHANGES, " "))
                .isInstanceOf(Invalid.class);
        decide(table.lead(), ask, Verdict.CHANGES, "The price is wrong");

        assertThat(now(ask).state()).isEqualTo(Approval.State.CHANGES);
        Remark remark = remarks.in(table.account(), Optional.empty()).getFirst();
        assertThat(remark.weight()).isEqualTo(Remark.Weight.MUST);
        assertThat(pins.on(table.ppc(), versions.one(table.ppc(), ads, 1)))
                .extracting(Pin::comment, Pin::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(remark.id(), new Place.Whole()));
        assertThat(table.purposes()).containsExactly(Purpose.MEND);
    }

    @Test
    void whoHasPinnedARemarkNeedsNoMoreWords() {
        MaterialId ads = table.text("Ads", "one two");
        CommentId ask = ask(any(), ads);
        pins.say(
                table.lead(),
                ads,
                1,
                new Place.Passage(0, 4, 7, "two", "one ", ""),
                new Intent.Remark(Remark.Weight.MUST),
                "Not two");
        decide(table.lead(), ask, Verdict.CHANGES, "");
        assertThat(now(ask).state()).isEqualTo(Approval.State.CHANGES);
        assertThat(remarks.in(table.account(), Optional.empty())).hasSize(1);
    }

    @Test
    void aNewVersionSupersedesWhatIsAskedAndALateClickChangesNothing() {
        MaterialId ads = table.text("Ads", "one");
        CommentId ask = ask(any(), ads);
        materials.addVersion(table.ppc(), ads, new Content.Text("two"), "");

        assertThat(now(ask).state()).isEqualTo(Approval.State.SUPERSEDED);
        assertThat(table.open()).isEmpty();
        long before = last().number();
        Approvals.Became became = decide(table.lead(), ask, Verdict.APPROVED, "");
        assertThat(became).isInstanceOfSatisfying(Approvals.Became.Late.class, late -> {
            assertThat(late.approval().newest()).isEqualTo(2);
            assertThat(late.approval().old()).isTrue();
        });
        assertThat(approvals.approveAll(table.lead(), ask, Approval.Way.MAIL)).isZero();
        assertThat(last().number()).isEqualTo(before);
        assertThat(now(ask).voices()).isEmpty();
    }

    @Test
    void manyAreApprovedAtOnceAndOneByOne() {
        MaterialId one = table.text("First", "one");
        MaterialId two = table.text("Second", "two");
        MaterialId three = table.text("Third", "three");
        CommentId ask = ask(any(), one, two, three);
        assertThat(table.purposes()).containsExactly(Purpose.APPROVE);

        approvals.decide(table.lead(), only(ask), Verdict.CHANGES, "Longer", Approval.Way.MAIL);
        assertThat(table.purposes()).containsExactly(Purpose.MEND, Purpose.APPROVE);
        assertThat(approvals.approveAll(table.lead(), ask, Approval.Way.PAGE)).isEqualTo(2);
        assertThat(approvals.asked(table.lead(), ask))
                .extracting(Approval::state)
                .containsExactly(Approval.State.CHANGES, Approval.State.APPROVED, Approval.State.APPROVED);
        assertThat(table.purposes()).containsExactly(Purpose.MEND);
        assertThat(approvals.approveAll(table.lead(), ask, Approval.Way.PAGE)).isZero();
    }

    @Test
    void whatIsAskedOrApprovedIsNotAskedAgain() {
        MaterialId ads = table.text("Ads", "one");
        CommentId ask = ask(any(), ads);
        assertThatThrownBy(() -> ask(any(), ads)).isInstanceOf(Invalid.class);
        decide(table.lead(), ask, Verdict.APPROVED, "");
        assertThatThrownBy(() -> ask(any(), ads)).isInstanceOf(Invalid.class);
        materials.addVersion(table.ppc(), ads, new Content.Text("two"), "");
        assertThat(now(ask(any(), ads)).version()).isEqualTo(2);
    }

    @Test
    void whatWasDecidedElsewhereIsWrittenDownWithEvidenceAndMarked() {
        CommentId ask = ask(any(), table.text("Ads", "one"));
        Instant then = Instant.now().minus(Duration.ofHours(3));
        Approvals.Elsewhere bare =
                new Approvals.Elsewhere(Verdict.APPROVED, table.lead().viewer().person(), then, "", " ", null);
        assertThatThrownBy(() -> approvals.record(table.ppc(), only(ask), bare)).isInstanceOf(Invalid.class);
        Approvals.Elsewhere nobody = new Approvals.Elsewhere(
                Verdict.APPROVED, table.member().viewer().person(), then, "", "A call", null);
        assertThatThrownBy(() -> approvals.record(table.ppc(), only(ask), nobody))
                .isInstanceOf(Invalid.class);
        Approvals.Elsewhere given = new Approvals.Elsewhere(
                Verdict.APPROVED, table.lead().viewer().person(), then, "", "Letter of 3 March", null);
        assertThatThrownBy(() -> approvals.record(table.lead(), only(ask), given))
                .isInstanceOf(Forbidden.class);

        approvals.record(table.ppc(), only(ask), given);
        assertThat(now(ask).voices()).singleElement().satisfies(voice -> {
            assertThat(voice.way()).isEqualTo(Approval.Way.ELSEWHERE);
            assertThat(voice.recordedBy()).isEqualTo(table.ppc().viewer().person());
            assertThat(voice.evidence()).isEqualTo("Letter of 3 March");
        });
    }

    @Test
    void whatADecisionElsewhereAsksForIsTheRemarkOfWhoDecided() {
        CommentId ask = ask(any(), table.text("Ads", "one"));
        approvals.record(
                table.ppc(),
                only(ask),
                new Approvals.Elsewhere(
                        Verdict.CHANGES,
                        table.lead().viewer().person(),
                        Instant.now().minus(Duration.ofHours(1)),
                        "Shorter",
                        "A call",
                        null));
        assertThat(remarks.in(table.account(), Optional.empty()))
                .singleElement()
                .satisfies(remark -> assertThat(remark.author())
                        .isEqualTo(table.lead().viewer().person()));
    }

    @Test
    void whoAskedAndTheAccountTakeBack() {
        MaterialId ads = table.text("Ads", "one");
        CommentId ask = ask(any(), ads);
        assertThatThrownBy(() -> approvals.withdraw(table.lead(), ask, "")).isInstanceOf(Forbidden.class);
        approvals.withdraw(table.account(), ask, "Too early");
        assertThat(now(ask).state()).isEqualTo(Approval.State.WITHDRAWN);
        assertThat(now(ask).reason()).isEqualTo("Too early");
        assertThat(table.open()).isEmpty();
        assertThatThrownBy(() -> approvals.withdraw(table.ppc(), ask, "")).isInstanceOf(Invalid.class);
        assertThat(now(ask(any(), ads)).open()).isTrue();
    }

    @Test
    void theRecordCannotBeRewritten() {
        MaterialId ads = table.text("Ads", "one");
        CommentId ask = ask(any(), ads);
        decide(table.lead(), ask, Verdict.APPROVED, "");
        assertThatThrownBy(() -> sql.sql("update approval_voice set verdict = 'changes' where approval_id = ?")
                        .param(only(ask).value())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.sql("delete from approval_voice where approval_id = ?")
                        .param(only(ask).value())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.sql("update material_version set body = 'x' where material_id = ?")
                        .param(ads.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> comments.edit(table.ppc(), ask, 1, "other words"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> comments.delete(table.account(), ask)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> turning.turn(table.account(), ask, new Intent.Message()))
                .isInstanceOf(Forbidden.class);
        archiving.archive(table.account(), table.card());
        assertThatThrownBy(() -> archiving.delete(table.account(), table.card()))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void anotherProjectsApprovalIsNotThere() {
        CommentId ask = ask(any(), table.text("Ads", "one"));
        Table elsewhere = Table.laid(kitchen, turns, faces, cards, materials, versions, approvals);
        assertThatThrownBy(() -> approvals.asked(elsewhere.lead(), ask)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> approvals.decide(elsewhere.lead(), only(ask), Verdict.APPROVED, "", Approval.Way.PAGE))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theSameContentIsNoNewVersion() {
        MaterialId ads = table.text("Ads", "one");
        assertThatThrownBy(() -> materials.addVersion(table.ppc(), ads, new Content.Text("one"), ""))
                .isInstanceOf(Invalid.class);
        assertThat(versions.of(table.lead(), ads)).hasSize(1);
    }

    @Test
    void aFingerprintOfSeveralFilesIsThatOfTheListSha256sumPrints() {
        String one = "a".repeat(64);
        String two = "b".repeat(64);
        assertThat(Fingerprint.ofFiles(List.of(new Fingerprint.Named("one", one))))
                .isEqualTo(java.util.HexFormat.of().parseHex(one));
        assertThat(Fingerprint.list(List.of(new Fingerprint.Named("z.txt", one), new Fingerprint.Named("a.txt", two))))
                .isEqualTo("%s  a.txt%n%s  z.txt%n".formatted(two, one));
    }
}
