package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import openkitchen.id.ClientId;
import openkitchen.id.PersonId;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Viewer;
import openkitchen.project.Invitations;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.test.KitchenTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@KitchenTest
class InvitationTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    JdbcClient sql;

    private Household household;
    private Viewer owner;
    private ClientId client;
    private Seat seat;

    @BeforeEach
    void aProject() {
        household = new Household(kitchen);
        owner = household.owner();
        client = household.client(owner);
        seat = household.project(owner, client);
    }

    private String invite(Role role, String email, @Nullable PersonId inPlaceOf) {
        return "/invitation/"
                + invitations
                        .toProject(seat, "Marina Sokolova", email, Set.of(role), inPlaceOf)
                        .secret()
                        .token();
    }

    private static Visitor.Answer accept(Visitor visitor, String path, String email) {
        return visitor.post(
                path, "name", "Marina Sokolova", "email", email, "password", Household.PASSWORD, "zone", "Asia/Omsk");
    }

    @Test
    void aClientsContactComesInAndLandsOnTheProject() {
        String email = Household.freshEmail();
        String path = invite(Role.LEAD, email, null);
        Visitor visitor = new Visitor(port).speaking("ru");
        assertThat(visitor.get(path).body())
                .contains(
                        "Olga Owner зовёт вас в проект",
                        "Winter garden",
                        "Вы решаете за клиента",
                        "value=\"" + email + "\"");

        Visitor.Answer answer = accept(visitor, path, email);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/p/" + seat.key());
        assertThat(visitor.get("/").location()).isEqualTo("/p/" + seat.key() + "/home");
        Person person = people.byEmail(email).orElseThrow();
        assertThat(person.client()).isEqualTo(client);
        assertThat(person.zone()).isEqualTo("Asia/Omsk");
        assertThat(person.language().tag()).isEqualTo("ru");
    }

    @Test
    void aSpecialistComesIn() {
        String email = Household.freshEmail();

        Visitor.Answer answer = accept(new Visitor(port), invite(Role.SEO, email, null), email);

        assertThat(answer.location()).isEqualTo("/p/" + seat.key());
        assertThat(people.byEmail(email).orElseThrow().role()).isEqualTo(AgencyRole.SPECIALIST);
    }

    @Test
    void aUsedInvitationSaysSo() {
        String path = invite(Role.LEAD, "", null);
        accept(new Visitor(port), path, Household.freshEmail());

        assertThat(new Visitor(port).get(path).status()).isEqualTo(404);
        Visitor.Answer again = accept(new Visitor(port), path, Household.freshEmail());
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.body()).contains("This invitation no longer works");
    }

    @Test
    void ofTwoAtOnceOneComesIn() throws Exception {
        String path = invite(Role.LEAD, "", null);
        List<Callable<Visitor.Answer>> both = List.of(
                () -> accept(new Visitor(port), path, Household.freshEmail()),
                () -> accept(new Visitor(port), path, Household.freshEmail()));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            assertThat(threads.invokeAll(both).stream().map(Future::resultNow).map(Visitor.Answer::status))
                    .containsExactlyInAnyOrder(303, 404);
        }
        assertThat(people.ofClient(client)).hasSize(1);
    }

    @Test
    void anExpiredInvitationSaysSo() {
        String path = invite(Role.LEAD, "", null);
        sql.sql("update invitation set expires_at = now() - interval '1 minute' where project_id = ?")
                .param(seat.project().value())
                .update();

        Visitor.Answer answer = new Visitor(port).speaking("ru").get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Приглашение больше не действует");
    }

    @Test
    void whatIsWrongIsSaidAndTheInvitationStands() {
        String path = invite(Role.LEAD, "", null);

        Visitor.Answer answer = new Visitor(port).post(path, "name", "Marina", "email", "", "password", "12345678");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"Marina\"", "Please fill this in");
        assertThat(new Visitor(port).get(path).status()).isEqualTo(200);
    }

    @Test
    void anAddressWithAnAccountIsSentToSignIn() {
        String taken = household.email(household.contact(client));
        String path = invite(Role.LEAD, taken, null);

        Visitor.Answer answer = accept(new Visitor(port), path, taken);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("signs in with this address already", "/sign-in?next=" + path);
    }

    @Test
    void somebodySignedInJoinsAsWhoTheyAre() {
        Viewer contact = household.contact(client);
        String path = invite(Role.MEMBER, "", null);
        Visitor visitor = new Visitor(port).signedIn(household.email(contact), Household.PASSWORD);
        assertThat(visitor.get(path).body()).contains("Join as Clara Contact");

        Visitor.Answer answer = visitor.post(path + "/join");

        assertThat(answer.location()).isEqualTo("/p/" + seat.key());
        assertThat(visitor.get("/p/" + seat.key()).status()).isEqualTo(200);
    }

    @Test
    void somebodyOfTheOtherSideCannotJoin() {
        Viewer specialist = household.specialist();
        String path = invite(Role.MEMBER, "", null);
        Visitor visitor = new Visitor(port).signedIn(household.email(specialist), Household.PASSWORD);
        assertThat(visitor.get(path).body()).contains("for the other side");

        assertThat(visitor.post(path + "/join").status()).isEqualTo(403);

        assertThat(visitor.get("/p/" + seat.key()).status()).isEqualTo(404);
        assertThat(new Visitor(port).get(path).status()).isEqualTo(200);
    }

    /** On the project by name alone, as an imported board brings them. */
    private PersonId knownByName() {
        PersonId known = household.person("Marina", null, null, client);
        household.joined(seat, household.viewer(known));
        return known;
    }

    @Test
    void somebodyKnownByNameTakesTheirPlace() {
        PersonId known = knownByName();
        String email = Household.freshEmail();

        accept(new Visitor(port), invite(Role.LEAD, email, known), email);

        assertThat(people.byEmail(email).orElseThrow().id()).isEqualTo(known);
    }

    @Test
    void aPlaceThatIsTakenIsNotGivenAway() {
        PersonId known = knownByName();
        String first = invite(Role.LEAD, "", known);
        String second = invite(Role.LEAD, "", known);
        String email = Household.freshEmail();
        accept(new Visitor(port), first, email);

        Visitor.Answer thief = accept(new Visitor(port), second, Household.freshEmail());

        assertThat(thief.status()).isEqualTo(404);
        assertThat(people.one(known).email()).isEqualTo(email);
    }
}
