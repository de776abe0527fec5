package openkitchen.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import openkitchen.board.CardKind;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.history.Proof;
import openkitchen.people.Agency;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.SignIn;
import openkitchen.people.Viewer;
import openkitchen.project.Project;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.project.Status;
import openkitchen.test.KitchenTest;
import openkitchen.text.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(properties = "a-kitchen-of-its-own=for the demo")
@ContextConfiguration(initializers = KitchenTest.OnATestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {

    @Autowired
    Demo demo;

    @Autowired
    People people;

    @Autowired
    Agency agency;

    @Autowired
    SignIn signIn;

    @Autowired
    Projects projects;

    @Autowired
    Faces faces;

    @Autowired
    Proof proof;

    @Autowired
    JdbcClient sql;

    List<DemoPerson> cast = List.of();
    Duration worked = Duration.ZERO;

    @BeforeAll
    void open() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        cast = demo.open();
        worked = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }

    @Test
    void itTakesOneProcessorLessThanEightSecondsSoThatItOpensInTen() {
        assertThat(worked).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aDozenPeopleAndThreeClientsWithTheirContactsPlay() {
        assertThat(cast).hasSize(21).allMatch(person -> person.email().endsWith(".example"));
        List<Person> known =
                cast.stream().map(person -> people.one(person.id())).toList();
        assertThat(known.stream().filter(person -> person.client() == null)).hasSize(12);
        assertThat(known.stream()
                        .filter(person -> person.client() != null)
                        .map(Person::client)
                        .distinct())
                .hasSize(3);
    }

    @Test
    void everybodySignsInWithTheShownPassword() {
        for (DemoPerson person : cast) {
            assertThat(signIn.byPassword(person.email(), person.password(), person.email())
                            .id())
                    .isEqualTo(person.id());
            assertThat(person.what(Language.RU)).isNotBlank();
            assertThat(person.what(Language.EN)).isNotBlank();
        }
    }

    @Test
    void theHeadOwnsAFreshInstallationUnderTheDemosName() {
        assertThat(people.owned()).isTrue();
        assertThat(agency.name()).isEqualTo("Клёст");
        assertThat(head().role()).isEqualTo(AgencyRole.OWNER);
    }

    @Test
    void sixProjectsStandInDifferentStagesOneOfThemPausedAndOneClosed() {
        List<Project> all = projects.seenBy(head(), "");
        assertThat(all).hasSize(6);
        assertThat(all).extracting(Project::status).contains(Status.LIVE, Status.PAUSED, Status.CLOSED);
        assertThat(all.stream().map(Project::stage).distinct()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(all.stream().filter(project -> project.client() == null)).hasSize(1);
    }

    @Test
    void theMainBoardHasFortyToSixtyCardsOfAllKindsAndTheOthersFifteenToThirtyFive() {
        for (Project project : projects.seenBy(head(), "")) {
            List<Face> board = faces.onBoard(seat(project));
            if (project.key().equals("versta")) {
                assertThat(board).hasSizeBetween(40, 60);
                assertThat(board.stream().map(Face::kind).collect(Collectors.toSet()))
                        .isEqualTo(EnumSet.allOf(CardKind.class));
            } else {
                assertThat(board).as(project.key()).hasSizeBetween(15, 35);
            }
            assertThat(board.stream().filter(face -> face.comments() > 0))
                    .as(project.key())
                    .hasSizeGreaterThan(5);
            assertThat(board.stream().filter(face -> face.cover() != null))
                    .as(project.key())
                    .isNotEmpty();
            assertThat(faces.archived(seat(project), 10)).as(project.key()).isNotEmpty();
        }
    }

    @Test
    void everyHistoryHoldsTogether() {
        assertThat(proof.walk()).hasSizeGreaterThanOrEqualTo(6).allMatch(Proof.Finding::sound);
    }

    @Test
    void everyHistoryRunsForwardFromMonthsAgoToThisDayAndWasRecordedNow() {
        assertThat(sql.sql("""
                                select count(*) from (select at, lag(at) over (partition by project_id order by number) as before
                                                        from event) e where at < before
                                """).query(Long.class).single()).isZero();
        assertThat(sql.sql("select count(*) from event where at > recorded_at")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sql.sql("select now() - min(at) > interval '150 days' from event")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(sql.sql("select now() - max(at) < interval '4 days' from event")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(sql.sql("select now() - min(recorded_at) < interval '1 hour' from event")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void noPlaceholderIsLeftInAnyText() {
        assertThat(sql.sql("""
                                select count(*) from search_document where body ~ '\\{[a-z#][^ ]*\\}' or body ~ '[{][dn][+-]'
                                """).query(Long.class).single()).isZero();
    }

    @Test
    void aSecondOpeningDoesNothing() {
        long events = sql.sql("select count(*) from event").query(Long.class).single();
        assertThat(demo.open()).isEqualTo(cast);
        assertThat(demo.people()).isEqualTo(cast);
        assertThat(sql.sql("select count(*) from event").query(Long.class).single())
                .isEqualTo(events);
        assertThat(people.ofAgency()).hasSize(12);
    }

    private Viewer head() {
        return People.viewer(people.one(cast.getFirst().id()));
    }

    private Seat seat(Project project) {
        return projects.seat(head(), project.key());
    }
}
