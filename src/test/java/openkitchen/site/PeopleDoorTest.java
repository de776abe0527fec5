package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@KitchenTest
class PeopleDoorTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/invitation/[\\w-]+)");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    @Autowired
    People people;

    private Household household;
    private Viewer owner;
    private Visitor visitor;

    @BeforeEach
    void anOwner() {
        household = new Household(kitchen);
        owner = household.owner();
        visitor = new Visitor(port).signedIn(household.email(owner), Household.PASSWORD);
    }

    private static String link(String page) {
        Matcher link = LINK.matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void anInvitedColleagueComesIn() {
        String email = Household.freshEmail();
        Visitor.Answer made = visitor.postForStreams(
                "/people/invitations", "name", "Vera Ryabova", "email", email, "role", "account");
        assertThat(made.body()).contains("<turbo-stream", "Vera Ryabova");
        String path = link(made.body());
        Visitor vera = new Visitor(port);
        assertThat(vera.get(path).body()).contains("Olga Owner invites you", "Account manager");

        Visitor.Answer answer = vera.post(path, "name", "Vera", "email", email, "password", Household.PASSWORD);

        assertThat(answer.location()).isEqualTo("/projects");
        assertThat(people.byEmail(email).orElseThrow().role()).isEqualTo(AgencyRole.ACCOUNT);
        assertThat(visitor.get("/people").body()).contains(email);
    }

    @Test
    void aNewLinkStopsTheOldOne() {
        String old = link(visitor.post("/people/invitations", "name", "Vera", "role", "specialist")
                .body());
        Matcher again = Pattern.compile("/people/invitations/\\d+/again")
                .matcher(visitor.get("/people").body());
        String last = "";
        while (again.find()) {
            last = again.group();
        }

        String fresh = link(visitor.post(last).body());

        assertThat(new Visitor(port).get(old).status()).isEqualTo(404);
        assertThat(new Visitor(port).get(fresh).status()).isEqualTo(200);
    }

    @Test
    void whatIsWrongWithAnInvitationIsSaid() {
        Visitor.Answer answer =
                visitor.post("/people/invitations", "name", "Vera", "email", "nowhere", "role", "specialist");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"nowhere\"", "does not look like an email");
    }

    @Test
    void onlyAnOwnerMakesAnOwner() {
        Viewer account =
                household.viewer(household.person("Anton Account", Household.freshEmail(), AgencyRole.ACCOUNT, null));
        Visitor anton = new Visitor(port).signedIn(household.email(account), Household.PASSWORD);
        assertThat(anton.get("/people").status()).isEqualTo(200);

        assertThat(anton.post("/people/invitations", "name", "Me", "role", "owner")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoeverDoesNotLeadFindsNoSuchPage() {
        Viewer specialist = household.specialist();
        Viewer contact = household.contact(household.client(owner));
        for (Viewer each : new Viewer[] {specialist, contact}) {
            Visitor other = new Visitor(port).signedIn(household.email(each), Household.PASSWORD);
            assertThat(other.get("/people").status()).isEqualTo(404);
            assertThat(other.post("/people/invitations", "role", "specialist").status())
                    .isEqualTo(404);
            assertThat(other.post("/people/invitations/1/revoke").status()).isEqualTo(404);
            assertThat(other.post("/people/invitations/1/again").status()).isEqualTo(404);
            assertThat(other.post("/people/" + owner.person() + "/leave").status())
                    .isEqualTo(404);
            assertThat(other.post("/start/demo").status()).isEqualTo(404);
        }
        assertThat(people.one(owner.person()).left()).isFalse();
    }

    @Test
    void whoeverLeftIsOutAtOnceAndStaysOutUntilTheyComeBack() {
        Viewer specialist = household.specialist();
        String email = household.email(specialist);
        Visitor gone = new Visitor(port).signedIn(email, Household.PASSWORD);
        assertThat(gone.get("/me").status()).isEqualTo(200);

        visitor.post("/people/" + specialist.person() + "/leave");

        assertThat(gone.get("/me").status()).isEqualTo(303);
        assertThat(gone.post("/sign-in", "email", email, "password", Household.PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(visitor.get("/people").body()).contains("has left", "/people/" + specialist.person() + "/return");

        visitor.post("/people/" + specialist.person() + "/return");

        assertThat(gone.signedIn(email, Household.PASSWORD).get("/me").status()).isEqualTo(200);
    }

    @Test
    void nobodySendsThemselvesAway() {
        assertThat(visitor.post("/people/" + owner.person() + "/leave").status())
                .isEqualTo(404);
    }

    @Test
    void clientsAndTheirContactsStandBelow() {
        Viewer contact = household.contact(household.client(owner));

        assertThat(visitor.get("/people").body()).contains("Garden &amp; Home", household.email(contact));
    }
}
