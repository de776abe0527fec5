package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import openkitchen.people.ApiTokens;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Theme;
import openkitchen.people.Viewer;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@KitchenTest
class ProfileTest {

    private static final Pattern TOKEN = Pattern.compile("value=\"(ok_[\\w-]+)\"");
    private static final Pattern OTHER_SESSION = Pattern.compile("/me/sessions/[0-9a-f]+/end");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    private Viewer me;
    private String email;
    private Visitor visitor;

    @BeforeEach
    void somebody() {
        Household household = new Household(kitchen);
        me = household.specialist();
        email = household.email(me);
        visitor = new Visitor(port).signedIn(email, Household.PASSWORD);
    }

    @Test
    void whatOneSaysOfOneselfIsKept() {
        Visitor.Answer answer = visitor.post(
                "/me", "name", "Semyon S.", "title", "SEO", "language", "ru", "zone", "Asia/Omsk", "theme", "dark");

        assertThat(answer.location()).isEqualTo("/me?said=profile");
        assertThat(visitor.get("/me?said=profile").body())
                .contains("Сохранено", "data-theme=\"dark\"", "<h1>Semyon S.</h1>", "Омск, UTC+6");
        Person person = people.one(me.person());
        assertThat(person.zone()).isEqualTo("Asia/Omsk");
        assertThat(person.theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void aWrongProfileKeepsWhatWasTyped() {
        Visitor.Answer answer = visitor.post(
                "/me", "name", " ", "title", "t".repeat(200), "language", "en", "zone", "Mars/Base", "theme", "auto");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("t".repeat(200), "Please fill this in", "no such time zone", "at most 120");
    }

    @Test
    void aPictureIsShownAndTakenAway() throws IOException {
        assertThat(visitor.upload("/me/picture", "picture", "me.png", "image/png", picture())
                        .location())
                .isEqualTo("/me?said=picture");
        assertThat(visitor.get("/me").body()).contains("/people/" + me.person() + "/picture?v=");
        assertThat(visitor.get("/people/" + me.person() + "/picture").status()).isEqualTo(200);

        visitor.post("/me/picture/remove");

        assertThat(visitor.get("/me").body()).doesNotContain("/picture?v=");
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void whatIsNoPictureIsRefused() {
        Visitor.Answer answer = visitor.upload("/me/picture", "picture", "me.png", "image/png", new byte[] {1, 2, 3});

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("not a picture that can be shown");
    }

    @Test
    void endingASessionPutsItOut() {
        Visitor phone = new Visitor(port).signedIn(email, Household.PASSWORD);
        assertThat(phone.get("/me").status()).isEqualTo(200);
        Matcher other = OTHER_SESSION.matcher(visitor.get("/me").body());
        assertThat(other.find()).isTrue();

        visitor.post(other.group());

        assertThat(phone.get("/me").status()).isEqualTo(303);
        assertThat(visitor.get("/me").status()).isEqualTo(200);
    }

    @Test
    void endingTheOthersKeepsThisOne() {
        Visitor phone = new Visitor(port).signedIn(email, Household.PASSWORD);
        phone.get("/me");

        visitor.post("/me/sessions/end");

        assertThat(phone.get("/me").status()).isEqualTo(303);
        assertThat(visitor.get("/me").status()).isEqualTo(200);
    }

    @Test
    void nobodyEndsAnothersSession() {
        Matcher none = OTHER_SESSION.matcher(visitor.get("/me").body());
        assertThat(none.find()).isFalse();
        new Visitor(port).signedIn(email, Household.PASSWORD);
        Matcher mine = OTHER_SESSION.matcher(visitor.get("/me").body());
        assertThat(mine.find()).isTrue();
        Household household = new Household(kitchen);
        Visitor stranger = new Visitor(port).signedIn(household.email(household.specialist()), Household.PASSWORD);

        stranger.post(mine.group());

        assertThat(visitor.get("/me").body()).contains(mine.group());
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndSignsOutTheOtherDevices() {
        Visitor phone = new Visitor(port).signedIn(email, Household.PASSWORD);
        assertThat(visitor.post("/me/password", "old", "wrong", "password", "seven paper lanterns")
                        .body())
                .contains("This is not your present password");

        Visitor.Answer answer =
                visitor.post("/me/password", "old", Household.PASSWORD, "password", "seven paper lanterns");

        assertThat(answer.location()).isEqualTo("/me?said=password");
        assertThat(visitor.get("/me").status()).isEqualTo(200);
        assertThat(phone.get("/me").status()).isEqualTo(303);
        new Visitor(port).signedIn(email, "seven paper lanterns");
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilRevoked() {
        Visitor.Answer made = visitor.postForStreams("/me/tokens", "name", "Sheets", "scope", "read", "days", "90");
        Matcher token = TOKEN.matcher(made.body());
        assertThat(token.find()).isTrue();
        assertThat(tokens.bearer(token.group(1)).orElseThrow().scopes()).containsExactly("read");
        assertThat(visitor.get("/me").body()).contains("Sheets").doesNotContain(token.group(1));

        visitor.post("/me/tokens/" + tokens.of(me.person()).getFirst().id() + "/end");

        assertThat(tokens.bearer(token.group(1))).isEmpty();
        assertThat(visitor.get("/me").body()).doesNotContain("Sheets");
    }

    @Test
    void aTokenForNothingIsRefused() {
        Visitor.Answer answer = visitor.post("/me/tokens", "name", "Sheets", "days", "never");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"Sheets\"", "Choose at least one");
    }

    @Test
    void theThemeIsChosenFromAnyPage() {
        assertThat(visitor.postFrom("/projects?words=a", "/theme", "theme", "dark")
                        .location())
                .isEqualTo("/projects?words=a");
        assertThat(visitor.get("/me").body()).contains("data-theme=\"dark\"");
        assertThat(visitor.post("/theme", "theme", "green").status()).isEqualTo(422);
    }
}
