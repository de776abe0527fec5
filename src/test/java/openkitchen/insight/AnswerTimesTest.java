package openkitchen.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import openkitchen.history.History;
import openkitchen.id.ClientId;
import openkitchen.id.CommentId;
import openkitchen.people.Viewer;
import openkitchen.problem.Forbidden;
import openkitchen.problem.NotFound;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.talk.Address;
import openkitchen.talk.Questions;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.test.Kitchen;
import openkitchen.test.KitchenTest;
import openkitchen.text.Language;
import openkitchen.text.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KitchenTest
class AnswerTimesTest {

    @Autowired
    Kitchen kitchen;

    @Autowired
    Projects projects;

    @Autowired
    History history;

    @Autowired
    Questions questions;

    @Autowired
    Remarks remarks;

    @Autowired
    AnswerTimes times;

    @Autowired
    Messages messages;

    Viewer manager;
    Seat account;
    Seat seo;
    Seat lead;
    int card;
    YearMonth month;

    @BeforeEach
    void lay() {
        manager = kitchen.account();
        ClientId client = kitchen.client(manager);
        account = kitchen.project(manager, client);
        seo = kitchen.join(account, kitchen.specialist(), Role.SEO);
        lead = kitchen.join(account, kitchen.contact(client), Role.LEAD);
        card = kitchen.card(account, kitchen.column(account, "Doing"), "Titles");
        month = times.now().minusMonths(1);
    }

    private Instant at(int day, int hour) {
        return month.atDay(day)
                .atTime(LocalTime.of(hour, 0))
                .atZone(AnswerTimes.ZONE)
                .toInstant();
    }

    private CommentId asked(Instant when) {
        CommentId[] asked = new CommentId[1];
        history.at(when, () -> asked[0] = questions.ask(lead, card, new Address.Team(), false, "Why?", List.of()));
        return asked[0];
    }

    private void answered(Seat who, CommentId question, Instant when) {
        history.at(when, () -> questions.answer(who, question, "Because.", List.of(), 5, null));
    }

    private Figures figures() {
        return times.of(manager, month, account.key());
    }

    @Test
    void halfOfTheAnswersAndNineOfTenAreToldByTheClock() {
        for (int hours : List.of(1, 2, 3)) {
            answered(seo, asked(at(10, 0)), at(10, hours));
        }
        Answers all = figures().all();
        assertThat(all.number()).isEqualTo(3);
        assertThat(all.wall()).isEqualTo(new Spread(Duration.ofHours(2), Duration.ofMinutes(168)));
        assertThat(all.window()).isEqualTo(new Spread(Duration.ZERO, Duration.ZERO));
        assertThat(all.keptOfHundred()).hasValue(100);
    }

    @Test
    void whatWasAskedBackStandsStillAndTheClientsTimeIsCountedForTheClient() {
        CommentId question = asked(at(10, 8));
        history.at(at(10, 9), () -> questions.askBack(seo, question, "Which?", List.of()));
        history.at(at(12, 9), () -> questions.clarify(lead, question, "This.", List.of()));
        answered(seo, question, at(12, 10));
        assertThat(figures().all().wall()).isEqualTo(new Spread(Duration.ofHours(2), Duration.ofHours(2)));
        assertThat(figures().client()).isEqualTo(new Waits(1, new Spread(Duration.ofHours(48), Duration.ofHours(48))));
    }

    @Test
    void anAnswerThatWasNotWhatWasAskedIsCountedForWhoGaveIt() {
        CommentId question = asked(at(10, 8));
        answered(seo, question, at(10, 9));
        history.at(at(10, 10), () -> questions.reopen(lead, question, "No."));
        answered(seo, question, at(10, 11));
        assertThat(figures().people()).singleElement().satisfies(one -> {
            assertThat(one.person()).isEqualTo(seo.viewer().person());
            assertThat(one.answers().number()).isEqualTo(2);
            assertThat(one.answers().reopened()).isEqualTo(1);
        });
    }

    @Test
    void whatAnAccountAnswersForASpecialistIsARelay() {
        answered(account, asked(at(10, 8)), at(10, 9));
        assertThat(figures().people()).singleElement().satisfies(one -> {
            assertThat(one.person()).isEqualTo(manager.person());
            assertThat(one.answers().relayed()).isEqualTo(1);
        });
    }

    @Test
    void aRemarkRaisedAgainIsCountedEvenWhenNobodyHasAnsweredIt() {
        CommentId[] remark = new CommentId[1];
        history.at(
                at(10, 8),
                () -> remark[0] = remarks.raise(lead, card, Remark.Weight.MUST, "The phone is wrong", List.of()));
        history.at(at(11, 8), () -> remarks.raiseAgain(lead, remark[0], ""));
        history.at(at(12, 8), () -> remarks.raiseAgain(lead, remark[0], ""));
        assertThat(figures().raisedAgain()).isEqualTo(2);
        assertThat(figures().projects())
                .singleElement()
                .satisfies(project -> assertThat(project.raisedAgain()).isEqualTo(2));
    }

    @Test
    void anAnswerBelongsToTheMonthInWhichItWasGiven() {
        CommentId question = asked(at(10, 8).minus(Duration.ofDays(30)));
        answered(seo, question, at(10, 8));
        assertThat(figures().all().number()).isEqualTo(1);
        assertThat(times.of(manager, month.minusMonths(1), account.key()).all()).isEqualTo(Answers.NONE);
        assertThat(figures().year()).hasSize(12);
        assertThat(figures().year().getLast().answers().number()).isEqualTo(1);
        assertThat(figures().year().getLast().month()).isEqualTo(month);
    }

    @Test
    void anAccountSeesTheirOwnProjectsAndTheOwnerAll() {
        answered(seo, asked(at(10, 8)), at(10, 9));
        Seat other = kitchen.project(kitchen.account());
        assertThat(times.choices(manager)).extracting(AnswerTimes.Choice::key).containsExactly(account.key());
        assertThat(times.of(manager, month, null).projects())
                .extracting(Figures.OfProject::key)
                .containsExactly(account.key());
        assertThat(times.of(kitchen.owner(), month, null).projects())
                .extracting(Figures.OfProject::key)
                .contains(account.key());
        assertThatThrownBy(() -> times.of(manager, month, other.key())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> times.of(seo.viewer(), month, null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> times.of(lead.viewer(), month, account.key())).isInstanceOf(Forbidden.class);
    }

    @Test
    void aClientReadsInOneLineHowSoonTheTeamAnswers() {
        assertThat(times.plainly(lead, month)).isEqualTo(new Plainly(0, 0));
        answered(seo, asked(at(10, 8)), at(10, 20));
        assertThat(times.plainly(lead, month)).isEqualTo(new Plainly(1, 0));
        answered(seo, asked(at(10, 20)), at(11, 12));
        answered(seo, asked(at(10, 20)), at(11, 12));
        assertThat(times.plainly(lead, month)).isEqualTo(new Plainly(3, 1));
        assertThat(said(Language.RU, 14, 0))
                .isEqualTo("Команда ответила на 14 вопросов в этом месяце, обычно в тот же день");
        assertThat(said(Language.EN, 14, 0))
                .isEqualTo("Your team answered 14 questions this month, usually the same day");
        assertThat(said(Language.RU, 21, 3)).isEqualTo("Команда ответила на 21 вопрос в этом месяце, обычно за 3 дня");
        assertThat(said(Language.RU, 0, 0)).isEqualTo("Ответов в этом месяце пока не было");
    }

    private String said(Language language, int answers, int days) {
        Plainly plainly = new Plainly(answers, days);
        return messages.in(language)
                .say("insight.plain", "count", plainly.answers(), "pace", plainly.pace(), "days", plainly.days());
    }
}
