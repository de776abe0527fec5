package openkitchen.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import openkitchen.turn.Waiting;
import openkitchen.window.AnswerWindows;
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
    Waiting waiting;

    @Autowired
    AnswerWindows windows;

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

    @Test
    void questionsOfBothSidesWereAnsweredOverTheMonthsAndMostOfThemInTime() {
        assertThat(count("question where state = 'answered'")).isBetween(150L, 260L);
        assertThat(count("turn where purpose = 'answer' and outcome = 'answered' and side = 'client'"))
                .isBetween(15L, 80L);
        assertThat(sql.sql("""
                        select avg(kept::int) from turn where purpose = 'answer' and outcome in ('answered', 'relayed') and kept is not null
                        """).query(Double.class).single()).isBetween(0.75, 0.97);
        assertThat(sql.sql("""
                        select count(distinct date_trunc('month', closed_at)) from turn where purpose = 'answer' and minutes > 0
                        """).query(Integer.class).single()).isGreaterThanOrEqualTo(5);
        assertThat(count("contact_time where minutes > 0")).isGreaterThan(100);
    }

    @Test
    void peopleAnswerDifferentlyOneQuicklyOneSlowly() {
        Map<String, Double> hours = new HashMap<>();
        sql.sql("""
                        select split_part(p.email, '@', 1) as who,
                               percentile_cont(0.5) within group (order by t.wall_seconds) / 3600 as median
                          from turn t join person p on p.id = t.closed_by
                         where t.purpose = 'answer' and t.side = 'agency' and t.outcome = 'answered' group by 1
                        """).query(row -> {
            hours.put(row.getString("who"), row.getDouble("median"));
        });
        assertThat(hours.keySet())
                .contains(
                        "anton", "kira", "roman", "nina", "liza", "timur", "marta", "denis", "polina", "olga", "maxim");
        assertThat(hours.get("anton")).isLessThan(6);
        assertThat(hours.getOrDefault("timur", 0.0)).isGreaterThan(2 * hours.getOrDefault("anton", 0.0));
        assertThat(sql.sql("""
                        select split_part(p.email, '@', 1) from turn t join person p on p.id = t.closed_by
                         where t.purpose = 'answer' and not t.kept group by 1 order by count(*) desc limit 1
                        """).query(String.class).single()).isEqualTo("roman");
    }

    @Test
    void everythingThatCanBecomeOfAQuestionARemarkAndADecisionIsThere() {
        assertThat(states("question"))
                .containsKeys("open", "waiting", "answered", "merged", "off_topic", "card")
                .containsEntry("off_topic", 3L)
                .containsEntry("card", 3L)
                .containsEntry("waiting", 3L);
        assertThat(count("question where reopened > 0")).isGreaterThanOrEqualTo(4);
        assertThat(count("question where redirected > 0")).isPositive();
        assertThat(count("turn where outcome = 'relayed'")).isPositive();
        assertThat(states("remark")).containsKeys("open", "fixed", "confirmed", "declined", "appealed", "settled");
        assertThat(states("decision")).containsKeys("asked", "fine", "objected", "settled");
    }

    @Test
    void aRemarkRaisedTwiceWaitsForTheAccountAndOneRaisedThreeTimesForTheOwner() {
        assertThat(sql.sql("select raised from remark where state = 'open' and raised > 1 order by 1")
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 3);
        assertThat(sql.sql("select role from turn where purpose = 'raised' and closed_at is null order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("account", "account", "owner");
    }

    @Test
    void anOpenRemarkHoldsACardThatIsBeingWorkedOn() {
        assertThat(count("card k join board_column c on c.id = k.column_id where c.kind = 'doing' and k.must_fix > 0"))
                .isPositive();
    }

    @Test
    void everybodyWhoIsHereIsWaitedForAndOnlyThoseAreLateWhoAreMeantToBe() {
        for (DemoPerson person : cast) {
            assertThat(waiting.waitingFor(waiting.standing(People.viewer(people.one(person.id())))))
                    .as(person.name())
                    .isNotEmpty();
        }
        assertThat(Lateness.of(sql, Instant.now())).containsExactlyElementsOf(Lateness.MEANT);
        assertThat(count("turn where closed_at is null and urgent")).isEqualTo(3);
    }

    @Test
    void thePausedProjectsLastQuestionStandsStill() {
        assertThat(sql.sql("""
                                select t.paused_why from turn t join project p on p.id = t.project_id
                                 where p.status = 'paused' and t.closed_at is null
                                """).query(String.class).list()).containsExactly("project");
    }

    @Test
    void nobodyIsWaitedForInTheClosedProject() {
        assertThat(
                        count(
                                "turn t join project p on p.id = t.project_id where p.status = 'closed' and t.closed_at is null"))
                .isZero();
    }

    @Test
    void talkIsInBothLanguages() {
        assertThat(count("comment where kind <> 'message' and body !~ '[а-яё]'"))
                .isGreaterThan(50);
        assertThat(count("comment where kind <> 'message' and body ~ '[а-яё]'")).isGreaterThan(150);
    }

    @Test
    void oneIsAwayAndAnotherStandsIn() {
        Person kira = known("kira");
        assertThat(windows.of(kira.id()).substitute(Instant.now()))
                .contains(known("anton").id());
    }

    private Person known(String mailbox) {
        return cast.stream()
                .filter(person -> person.email().startsWith(mailbox + "@"))
                .map(person -> people.one(person.id()))
                .findFirst()
                .orElseThrow();
    }

    private long count(String from) {
        return sql.sql("select count(*) from " + from).query(Long.class).single();
    }

    private Map<String, Long> states(String table) {
        Map<String, Long> states = new HashMap<>();
        sql.sql("select state, count(*) as times from %s group by 1".formatted(table))
                .query(row -> {
                    states.put(row.getString("state"), row.getLong("times"));
                });
        return states;
    }

    private Viewer head() {
        return People.viewer(people.one(cast.getFirst().id()));
    }

    private Seat seat(Project project) {
        return projects.seat(head(), project.key());
    }
}
