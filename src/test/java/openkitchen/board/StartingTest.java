package openkitchen.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import openkitchen.history.Proof;
import openkitchen.id.ClientId;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.project.Clients;
import openkitchen.project.Discipline;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.project.Stage;
import openkitchen.test.KitchenTest;
import openkitchen.text.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@KitchenTest
class StartingTest {

    private static final Set<Discipline> ALL_BUT_ACCOUNT = EnumSet.complementOf(EnumSet.of(Discipline.ACCOUNT));

    @Autowired
    Starting starting;

    @Autowired
    People people;

    @Autowired
    Clients clients;

    @Autowired
    Projects projects;

    @Autowired
    Columns columns;

    @Autowired
    Cards cards;

    @Autowired
    Faces faces;

    @Autowired
    Proof proof;

    @Test
    void theChosenServicesBringTheirCardsBehindTheAccounts() {
        Seat seat = start(Language.RU, true, Set.of(Discipline.SEO));
        assertThat(titles(seat))
                .startsWith("Бриф", "Стартовая встреча")
                .contains("Технический аудит сайта", "Семантическое ядро")
                .doesNotContain("Структура кампаний");
    }

    @Test
    void theBriefAsksForEveryChosenService() {
        Seat seat = start(Language.RU, true, Set.of(Discipline.SEO, Discipline.PPC));
        assertThat(cards.number(seat, 1).checklists())
                .extracting(Card.Checklist::name)
                .containsExactly("О бизнесе", "Для SEO", "Для контекстной рекламы");
    }

    @Test
    void anInnerProjectGetsOnlyTheColumns() {
        Seat seat = start(Language.EN, false, Set.of(Discipline.SEO));
        assertThat(columns.of(seat)).extracting(Column::kind).containsExactly(ColumnKind.values());
        assertThat(columns.of(seat).getFirst().name()).isEqualTo("Brief and materials");
        assertThat(faces.onBoard(seat)).isEmpty();
    }

    @Test
    void aProjectWithoutServicesGetsOnlyTheColumns() {
        Seat seat = start(Language.RU, true, Set.of());
        assertThat(columns.of(seat)).hasSize(ColumnKind.values().length);
        assertThat(faces.onBoard(seat)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyServiceBringsThreeToSixCardsWithTextAndAllLabelsKnown(Language language) {
        Seat seat = start(language, true, ALL_BUT_ACCOUNT);
        for (Discipline service : Discipline.values()) {
            List<Face> own = faces.onBoard(seat).stream()
                    .filter(face -> face.discipline() == service)
                    .toList();
            assertThat(own).as(service.code()).hasSizeBetween(3, 6).allMatch(Face::described);
            List<Template.Starter> written =
                    Template.of(service, language).orElseThrow().cards();
            assertThat(own.stream().mapToInt(face -> face.labels().size()).sum())
                    .as("labels of " + service)
                    .isEqualTo(written.stream()
                            .mapToInt(starter -> starter.labelNames().size())
                            .sum());
        }
    }

    @Test
    void bothLanguagesBringTheSame() {
        for (Discipline service : Discipline.values()) {
            Template russian = Template.of(service, Language.RU).orElseThrow();
            Template english = Template.of(service, Language.EN).orElseThrow();
            assertThat(shape(english)).isEqualTo(shape(russian));
        }
    }

    private static List<Object> shape(Template template) {
        return List.of(
                template.labels().stream().map(Template.Mark::colour).toList(),
                template.brief().items().size(),
                template.cards().stream()
                        .map(card -> List.of(
                                card.cardKind(),
                                card.columnKind(),
                                card.labelNames().size(),
                                items(card)))
                        .toList());
    }

    private static List<Integer> items(Template.Starter card) {
        return card.lists().stream().map(list -> list.items().size()).toList();
    }

    @Test
    void itsHistoryHoldsTogetherAndBeginsWithTheProject() {
        Seat seat = start(Language.EN, true, ALL_BUT_ACCOUNT);
        Proof.Finding finding = proof.walk(seat.project());
        assertThat(finding.sound()).isTrue();
        assertThat(finding.events()).isEqualTo(seat.version());
    }

    @Test
    void aTakenKeyLeavesNothingBehind() {
        Viewer viewer = account(Language.EN);
        Projects.NewProject wanted = new Projects.NewProject("Twice", key(), client(viewer), Set.of(), Stage.BRIEF);
        starting.start(viewer, wanted);
        assertThatThrownBy(() -> starting.start(viewer, wanted)).isInstanceOf(Invalid.class);
        assertThat(projects.seenBy(viewer, "")).hasSize(1);
    }

    private List<String> titles(Seat seat) {
        return faces.onBoard(seat).stream().map(Face::title).toList();
    }

    private Seat start(Language language, boolean forClient, Set<Discipline> services) {
        Viewer viewer = account(language);
        @Nullable ClientId client = forClient ? client(viewer) : null;
        return starting.start(viewer, new Projects.NewProject("New", key(), client, services, Stage.BRIEF));
    }

    private static String key() {
        return "p" + UUID.randomUUID().toString().substring(0, 12);
    }

    private ClientId client(Viewer viewer) {
        return clients.add(viewer, "Client");
    }

    private Viewer account(Language language) {
        return People.viewer(people.one(people.add(
                new People.Newcomer("Account", null, AgencyRole.ACCOUNT, null, "", language, "Europe/Moscow", null))));
    }
}
