package openkitchen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import openkitchen.id.CommentId;
import openkitchen.id.TurnId;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Status;
import openkitchen.project.Team;
import openkitchen.talk.Address;
import openkitchen.talk.Questions;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.turn.Outcome;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turns;
import openkitchen.turn.Waiting;
import openkitchen.window.DaysOff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KitchenTest
class DesksTest {

    @Autowired
    Kitchen kitchen;

    @Autowired
    Projects projects;

    @Autowired
    Team team;

    @Autowired
    Questions questions;

    @Autowired
    Turns turns;

    @Autowired
    Waiting waiting;

    @Autowired
    Desks desks;

    @Autowired
    DaysOff daysOff;

    @Autowired
    Clock clock;

    private Seat account;
    private Seat seo;
    private Seat lead;
    private int card;

    @BeforeEach
    void lay() {
        Viewer manager = kitchen.account();
        var client = kitchen.client(manager);
        account = kitchen.project(manager, client);
        seo = kitchen.join(account, kitchen.specialist(), Role.SEO);
        lead = kitchen.join(account, kitchen.contact(client), Role.LEAD);
        card = kitchen.card(account, kitchen.column(account, "Doing"), "Titles of the catalogue");
    }

    private CommentId ask(Seat who, Address to, boolean urgent, String words) {
        return questions.ask(who, card, to, urgent, words, List.of());
    }

    private List<String> waitsFor(Viewer viewer) {
        return Stream.of(Pile.values())
                .flatMap(pile -> desks.of(viewer).pile(pile).shown().stream())
                .map(matter -> matter.said().body())
                .toList();
    }

    private TurnId turn(CommentId about) {
        return turns.openAbout(about).stream()
                .filter(turn -> turn.purpose() == Purpose.ANSWER)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void aQuestionToTheTeamLiesOnTheSpecialistsDeskWithAllThatALineSays() {
        ask(lead, new Address.Team(), false, "Why is the title so long?");
        Desk desk = desks.of(seo.viewer());
        Matter matter = Stream.of(Pile.values())
                .flatMap(pile -> desk.pile(pile).shown().stream())
                .findFirst()
                .orElseThrow();
        assertThat(matter.said().body()).isEqualTo("Why is the title so long?");
        assertThat(matter.card().title()).isEqualTo("Titles of the catalogue");
        assertThat(matter.card().projectKey()).isEqualTo(account.key());
        assertThat(matter.author().id()).isEqualTo(lead.viewer().person());
        assertThat(matter.astray()).isFalse();
        assertThat(waitsFor(account.viewer())).isEmpty();
        assertThat(desks.of(lead.viewer()).others().shown())
                .singleElement()
                .satisfies(other -> assertThat(other.said().body()).isEqualTo("Why is the title so long?"));
    }

    @Test
    void whatIsUrgentComesFirst() {
        ask(lead, new Address.Team(), false, "First asked");
        ask(lead, new Address.Team(), true, "The site is down!");
        assertThat(waitsFor(seo.viewer())).first().isEqualTo("The site is down!");
    }

    @Test
    void whatNobodysDisciplineIsTheAccountSortsOut() {
        team.remove(account, seo.viewer().person());
        ask(lead, new Address.Team(), false, "Whose is this?");
        ask(lead, new Address.OfRole(Role.ACCOUNT), false, "How is our strategy?");
        Desk desk = desks.of(account.viewer());
        assertThat(desk.pile(Pile.TRIAGE).shown())
                .singleElement()
                .satisfies(matter -> assertThat(matter.said().body()).isEqualTo("Whose is this?"));
        assertThat(waitsFor(account.viewer())).containsExactlyInAnyOrder("Whose is this?", "How is our strategy?");
    }

    @Test
    void aPausedProjectIsSilentButForOneLine() {
        ask(lead, new Address.OfRole(Role.ACCOUNT), false, "And the contract?");
        projects.status(account, Status.PAUSED, "unpaid");
        Desk desk = desks.of(account.viewer());
        assertThat(desk.isEmpty()).isTrue();
        assertThat(desk.others().isEmpty()).isTrue();
        assertThat(desk.silent()).isEqualTo(new Waiting.Silent(1, 1));
        assertThat(desks.count(account.viewer())).isZero();
    }

    @Test
    void whoStandsInForSomebodyAwaySeesWhatWaitsForThem() {
        Seat standIn = kitchen.join(account, kitchen.specialist(), Role.DEVELOPMENT);
        ask(lead, new Address.To(seo.viewer().person()), false, "For Darya by name");
        ask(lead, new Address.OfRole(Role.SEO), false, "For the SEO");
        assertThat(waitsFor(standIn.viewer())).isEmpty();
        LocalDate today = LocalDate.ofInstant(clock.instant(), seo.viewer().zone());
        daysOff.add(
                seo.viewer(),
                seo.viewer().person(),
                today,
                today.plusDays(3),
                standIn.viewer().person(),
                "");
        assertThat(waitsFor(standIn.viewer())).containsExactlyInAnyOrder("For Darya by name", "For the SEO");
        assertThat(desks.of(standIn.viewer()).absent())
                .singleElement()
                .satisfies(
                        person -> assertThat(person.id()).isEqualTo(seo.viewer().person()));
    }

    @Test
    void whatIsAskedBackWaitsForTheAskerAndNotForWhoAskedBack() {
        CommentId question = ask(lead, new Address.Team(), false, "Why?");
        questions.askBack(seo, question, "Why what?", List.of());
        assertThat(waitsFor(seo.viewer())).isEmpty();
        assertThat(desks.of(seo.viewer()).others().shown())
                .singleElement()
                .satisfies(matter -> assertThat(matter.turn().purpose()).isEqualTo(Purpose.CLARIFY));
        assertThat(waitsFor(lead.viewer())).containsExactly("Why?");
        assertThat(desks.of(lead.viewer()).others().isEmpty()).isTrue();
    }

    @Test
    void whatIsPutOffIsPutOffForOneselfAlone() {
        Seat second = kitchen.join(account, kitchen.specialist(), Role.SEO);
        TurnId turn = turn(ask(lead, new Address.Team(), false, "Later, please"));
        desks.snooze(seo.viewer(), turn);
        assertThat(desks.of(seo.viewer()).pile(Pile.LATER).shown())
                .singleElement()
                .satisfies(matter -> assertThat(matter.put()).isNotNull());
        assertThat(desks.count(seo.viewer())).isZero();
        assertThat(desks.of(second.viewer()).matter(turn))
                .hasValueSatisfying(matter -> assertThat(matter.put()).isNull());
        desks.wake(seo.viewer(), turn);
        assertThat(desks.of(seo.viewer()).matter(turn))
                .hasValueSatisfying(matter -> assertThat(matter.put()).isNull());
    }

    @Test
    void nobodySeesOrPutsOffWhatIsNotTheirs() {
        TurnId turn = turn(ask(lead, new Address.Team(), false, "Between us"));
        Viewer stranger = kitchen.specialist();
        assertThat(desks.one(stranger, turn)).isEmpty();
        assertThat(desks.of(stranger).matter(turn)).isEmpty();
        assertThatThrownBy(() -> desks.snooze(stranger, turn)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desks.snooze(lead.viewer(), turn)).isInstanceOf(NotFound.class);
    }

    @Test
    void theOwnerFindsWhatIsTheirsInProjectsWithoutAnAccount() {
        Viewer owner = kitchen.owner();
        assertThat(desks.of(owner).matter(turn(ask(lead, new Address.Team(), false, "Not for the owner"))))
                .isEmpty();
        team.remove(account, seo.viewer().person());
        Seat managed = projects.seat(owner, account.key());
        team.remove(managed, account.viewer().person());
        TurnId turn = turn(ask(lead, new Address.Team(), false, "Is anybody there?"));
        assertThat(desks.of(owner).matter(turn))
                .hasValueSatisfying(matter -> assertThat(matter.astray()).isTrue());
    }

    @Test
    void aSittingIsTalliedFromWhatWasDone() {
        var begun = clock.instant();
        CommentId first = ask(lead, new Address.Team(), false, "One?");
        CommentId second = ask(lead, new Address.Team(), false, "Two?");
        questions.answer(seo, first, "Yes.", List.of(), 4, null);
        questions.askBack(seo, second, "Two what?", List.of());
        Waiting.Done done = waiting.done(seo.viewer(), begun);
        assertThat(done.by()).containsEntry(Outcome.ANSWERED, 1);
        assertThat(done.askedBack()).isOne();
        assertThat(done.minutes()).isEqualTo(4);
    }

    @Test
    void aPileThatIsTooHighIsCountedAndNotRead() {
        for (int i = 0; i < Desks.SHOWN + 3; i++) {
            ask(lead, new Address.Team(), false, "Question " + i);
        }
        Desk.Heap heap = Stream.of(Pile.values())
                .map(pile -> desks.of(seo.viewer()).pile(pile))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(heap.shown()).hasSize(Desks.SHOWN);
        assertThat(heap.beyond()).isEqualTo(3);
        assertThat(Objects.requireNonNull(heap.shown().getFirst()).said().body())
                .isEqualTo("Question 0");
    }
}
