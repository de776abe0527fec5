package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import openkitchen.people.Viewer;
import openkitchen.project.Seat;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@KitchenTest
class SignInTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    private Household household;
    private Viewer owner;
    private String email;

    @BeforeEach
    void somebody() {
        household = new Household(kitchen);
        owner = household.owner();
        email = household.email(owner);
    }

    @Test
    void theRightPasswordLetsIn() {
        Visitor visitor = new Visitor(port);

        Visitor.Answer answer =
                visitor.post("/sign-in", "email", " " + email.toUpperCase() + " ", "password", Household.PASSWORD);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/");
        assertThat(visitor.get("/me").body()).contains("Olga Owner");
    }

    @Test
    void aWrongPasswordIsSaidAndTheAddressKept() {
        Visitor visitor = new Visitor(port);

        Visitor.Answer answer = visitor.post("/sign-in", "email", email, "password", "x".repeat(100));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("The address or the password is not right", "value=\"" + email + "\"");
        assertThat(visitor.get("/me").status()).isEqualTo(303);
    }

    @Test
    void anUnknownAddressAnswersLikeAWrongPassword() {
        Visitor.Answer unknown = new Visitor(port).post("/sign-in", "email", "no@body.example", "password", "wrong");
        Visitor.Answer wrong = new Visitor(port).post("/sign-in", "email", email, "password", "wrong");

        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(unknown.body().replace("no@body.example", email)).isEqualTo(wrong.body());
    }

    @Test
    void afterTenWrongTriesEvenTheRightPasswordHasToWait() {
        for (int i = 0; i < 10; i++) {
            new Visitor(port).post("/sign-in", "email", email, "password", "wrong");
        }

        Visitor.Answer answer = new Visitor(port).post("/sign-in", "email", email, "password", Household.PASSWORD);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body()).contains("Try again in 15 minutes", "value=\"" + email + "\"");
    }

    @Test
    void oneGoesOnToThePageThatOneWanted() {
        Seat seat = household.project(owner, null);
        Visitor visitor = new Visitor(port);
        String asked = visitor.get("/p/" + seat.key() + "?text=a").location();
        assertThat(asked).isEqualTo("/sign-in?next=%2Fp%2F" + seat.key() + "%3Ftext%3Da");

        Visitor.Answer answer = visitor.post(asked, "email", email, "password", Household.PASSWORD);

        assertThat(answer.location()).isEqualTo("/p/" + seat.key() + "?text=a");
    }

    @Test
    void oneNeverGoesOnToAnotherSite() {
        for (String elsewhere :
                new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "/%09/x\t"}) {
            Visitor.Answer answer = new Visitor(port)
                    .post("/sign-in", "email", email, "password", Household.PASSWORD, "next", elsewhere);
            assertThat(answer.location()).isEqualTo("/");
        }
    }

    @Test
    void signingOutEndsTheSession() {
        Visitor visitor = new Visitor(port).signedIn(email, Household.PASSWORD);

        assertThat(visitor.post("/sign-out").location()).isEqualTo("/sign-in");

        assertThat(visitor.get("/me").location()).startsWith("/sign-in");
    }

    @Test
    void aContactWithOneLiveProjectBeginsThere() {
        var client = household.client(owner);
        Viewer contact = household.contact(client);
        Visitor visitor = new Visitor(port).signedIn(household.email(contact), Household.PASSWORD);
        assertThat(visitor.get("/").location()).isEqualTo("/projects");

        Seat seat = household.joined(household.project(owner, client), contact);

        assertThat(visitor.get("/").location()).isEqualTo("/p/" + seat.key() + "/home");
    }

    @Test
    void aStrangersLanguageIsKeptInTheBrowser() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/sign-in").body()).contains("lang=\"en\"", "Come into the kitchen");

        Visitor.Answer answer = visitor.postFrom("/sign-in?next=%2Fme", "/language", "language", "ru");

        assertThat(answer.location()).isEqualTo("/sign-in?next=%2Fme");
        assertThat(visitor.get("/sign-in").body()).contains("lang=\"ru\"", "Вход на кухню");
    }

    @Test
    void aPersonsLanguageGoesWithThem() {
        Visitor visitor = new Visitor(port).signedIn(email, Household.PASSWORD);

        visitor.postFrom("/me", "/language", "language", "ru");

        assertThat(visitor.get("/me").body()).contains("Как вас видят другие");
        Visitor elsewhere = new Visitor(port).signedIn(email, Household.PASSWORD);
        assertThat(elsewhere.get("/me").body()).contains("Как вас видят другие");
    }

    @Test
    void aLanguageThatWeDoNotSpeakIsRefused() {
        assertThat(new Visitor(port).post("/language", "language", "xx").status())
                .isEqualTo(422);
    }

    @Test
    void theLanguageLeadsBackToOurPagesOnly() {
        Visitor.Answer answer =
                new Visitor(port).postFrom("https://evil.example//evil.example", "/language", "language", "en");

        assertThat(answer.location()).isEqualTo("/");
    }

    @Test
    void whatIsNotThereSaysSoInTheVisitorsLanguage() {
        Visitor.Answer answer = new Visitor(port).speaking("ru").get("/nowhere/at/all");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Такой страницы нет", "<main");
    }

    @Test
    void thePasswordMeterAnswers() {
        assertThat(new Visitor(port)
                        .post("/password-strength", "password", "qwerty")
                        .body())
                .contains("\"score\":0");
        assertThat(new Visitor(port)
                        .post("/password-strength", "password", Household.PASSWORD)
                        .body())
                .contains("\"score\":4");
    }
}
