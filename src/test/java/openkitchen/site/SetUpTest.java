package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.SignIn;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Runs in a kitchen of its own, for here nobody must own it. */
@KitchenTest
@TestPropertySource(properties = "openkitchen.url=http://a-kitchen-without-an-owner.example")
class SetUpTest {

    private static final String PASSWORD = "four quiet copper spoons";

    @LocalServerPort
    int port;

    @Autowired
    SignIn signIn;

    @Autowired
    People people;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void nobodyOwnsIt() {
        sql.sql("truncate person, agency, one_time_link cascade").update();
    }

    private Visitor.Answer setUp(Visitor visitor, String token, String email) {
        return visitor.post(
                "/setup?token=" + token,
                "agency",
                "Quiet Force",
                "name",
                "Anna Belova",
                "email",
                email,
                "password",
                PASSWORD,
                "zone",
                "Asia/Omsk");
    }

    @Test
    void whoeverHasTheLinkBecomesTheOwnerAndIsSignedIn() {
        String token = signIn.setUpLink().token();
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/setup?token=" + token).body()).contains("This kitchen is yours");

        Visitor.Answer made = setUp(visitor, token, "anna@quiet.example");

        assertThat(made.status()).isEqualTo(303);
        assertThat(made.location()).isEqualTo("/start");
        assertThat(visitor.get("/start").body())
                .contains("Where shall we start, Anna?", "/import/trello", "/projects/new");
        Person owner = people.byEmail("anna@quiet.example").orElseThrow();
        assertThat(owner.role()).isEqualTo(AgencyRole.OWNER);
        assertThat(owner.zone()).isEqualTo("Asia/Omsk");
        assertThat(visitor.get("/").location()).isEqualTo("/desk");
    }

    @Test
    void theLinkWorksOnce() {
        String token = signIn.setUpLink().token();
        setUp(new Visitor(port), token, "anna@quiet.example");

        assertThat(new Visitor(port).get("/setup?token=" + token).status()).isEqualTo(404);
        Visitor.Answer again = setUp(new Visitor(port), token, "boris@quiet.example");
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.body()).contains("already has an owner");
        assertThat(people.byEmail("boris@quiet.example")).isEmpty();
    }

    @Test
    void ofTwoAtOnceOneBecomesTheOwner() throws Exception {
        String token = signIn.setUpLink().token();
        List<Callable<Visitor.Answer>> both = List.of(
                () -> setUp(new Visitor(port), token, "anna@quiet.example"),
                () -> setUp(new Visitor(port), token, "boris@quiet.example"));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Integer> answers = threads.invokeAll(both).stream()
                    .map(Future::resultNow)
                    .map(Visitor.Answer::status)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(303, 404);
        }
        assertThat(people.ofAgency()).hasSize(1);
    }

    @Test
    void aWrongLinkSaysHowToGetARightOne() {
        Visitor.Answer answer = new Visitor(port).get("/setup?token=wrong");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Start Open Kitchen again");
    }

    @Test
    void aNewLinkMakesTheOlderOneWorthless() {
        String older = signIn.setUpLink().token();
        signIn.setUpLink();

        assertThat(new Visitor(port).get("/setup?token=" + older).status()).isEqualTo(404);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndKeepsWhatWasTyped() {
        String token = signIn.setUpLink().token();

        Visitor.Answer answer = new Visitor(port)
                .post("/setup?token=" + token, "agency", " ", "name", "Anna", "email", "anna@", "password", "short");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "value=\"Anna\"",
                        "value=\"anna@\"",
                        "Please fill this in",
                        "does not look like an email",
                        "at least 8 characters")
                .doesNotContain("short\"");
        assertThat(new Visitor(port).get("/setup?token=" + token).status()).isEqualTo(200);
    }

    @Test
    void anOwnerNeedsAnAddress() {
        String token = signIn.setUpLink().token();

        Visitor.Answer answer = setUp(new Visitor(port), token, "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(people.ofAgency()).isEmpty();
    }

    @Test
    void homeSaysWhereTheLinkIsInEitherLanguage() {
        assertThat(new Visitor(port).get("/").body()).contains("has no owner yet", "console");
        assertThat(new Visitor(port).speaking("ru").get("/").body()).contains("ещё нет владельца", "в консоли");
    }
}
