package openkitchen.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openkitchen.people.Viewer;
import openkitchen.test.KitchenTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Runs in a kitchen of its own, which has a mail server. */
@KitchenTest
class SignInByLinkTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/sign-in/link/\\S+)");
    private static final GreenMail POST =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext kitchen;

    private Household household;
    private Viewer owner;
    private String email;

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @BeforeAll
    static void open() {
        if (!POST.isRunning()) {
            POST.start();
        }
    }

    @AfterAll
    static void close() {
        POST.stop();
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        open();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> POST.getSmtp().getPort());
    }

    @BeforeEach
    void somebody() throws Exception {
        household = new Household(kitchen);
        owner = household.owner();
        email = household.email(owner);
        POST.purgeEmailFromAllMailboxes();
    }

    /** The letter to this address, when it has come; one to somebody else may come late from another test. */
    private static MimeMessage letterTo(String address) throws MessagingException {
        for (int come = 1; ; come++) {
            assertThat(POST.waitForIncomingEmail(10_000, come)).isTrue();
            for (MimeMessage letter : POST.getReceivedMessages()) {
                if (isTo(address, letter)) {
                    return letter;
                }
            }
        }
    }

    private static void noLetterTo(String address) throws MessagingException {
        POST.waitForIncomingEmail(300, 1);
        for (MimeMessage letter : POST.getReceivedMessages()) {
            assertThat(isTo(address, letter)).isFalse();
        }
    }

    private static boolean isTo(String address, MimeMessage letter) throws MessagingException {
        return Arrays.toString(letter.getAllRecipients()).contains(address);
    }

    private static String text(MimeMessage letter) throws Exception {
        var parts = (jakarta.mail.internet.MimeMultipart) letter.getContent();
        var related = (jakarta.mail.internet.MimeMultipart) parts.getBodyPart(0).getContent();
        var alternative =
                (jakarta.mail.internet.MimeMultipart) related.getBodyPart(0).getContent();
        return (String) alternative.getBodyPart(0).getContent();
    }

    private String asked(String address) throws Exception {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/sign-in").body()).contains("Mail me a link");
        assertThat(visitor.post("/sign-in/link?next=%2Fme", "email", address).location())
                .isEqualTo("/sign-in/sent");
        Matcher link = LINK.matcher(text(letterTo(address)));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void theLinkSignsInOnceAndOnlyWhenTheButtonIsPressed() throws Exception {
        String path = asked(email);
        Visitor scanner = new Visitor(port);
        assertThat(scanner.get(path).body()).contains("<button");
        assertThat(scanner.get("/me").status()).isEqualTo(303);

        Visitor visitor = new Visitor(port);
        assertThat(visitor.post(path).location()).isEqualTo("/me");
        assertThat(visitor.get("/me").status()).isEqualTo(200);

        Visitor.Answer again = new Visitor(port).post(path);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.body()).contains("This link no longer works");
    }

    @Test
    void theLetterSpeaksThePersonsLanguageInPlainTextAndHtml() throws Exception {
        new Visitor(port).signedIn(email, Household.PASSWORD).post("/language", "language", "ru");
        asked(email);

        MimeMessage letter = letterTo(email);

        assertThat(letter.getSubject()).isEqualTo("Ссылка для входа");
        assertThat(Arrays.toString(letter.getAllRecipients())).contains(email);
        assertThat(text(letter)).contains("Здравствуйте, Olga!");
        assertThat(GreenMailUtil.getBody(letter)).contains("text/plain", "text/html");
    }

    @Test
    void anUnknownAddressAnswersTheSameAndGetsNoLetter() throws Exception {
        Visitor.Answer answer = new Visitor(port).post("/sign-in/link", "email", "no@body.example");

        assertThat(answer.location()).isEqualTo("/sign-in/sent");
        noLetterTo("no@body.example");
    }

    @Test
    void askingTooOftenHasToWait() {
        Visitor visitor = new Visitor(port);
        for (int i = 0; i < 5; i++) {
            visitor.post("/sign-in/link", "email", "often@body.example");
        }

        assertThat(visitor.post("/sign-in/link", "email", "often@body.example").status())
                .isEqualTo(429);
    }

    @Test
    void aMadeUpHostNameGetsNoLetter() throws Exception {
        String form = "email=" + email;
        String request = """
                POST /sign-in/link HTTP/1.1
                Host: evil.example
                Content-Type: application/x-www-form-urlencoded
                Content-Length: %d
                Connection: close

                %s""".formatted(form.length(), form).replace("\n", "\r\n");

        try (Socket browser = new Socket("localhost", port)) {
            browser.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 404");
        }

        noLetterTo(email);
    }

    @Test
    void anInvitationIsMailedToo() throws Exception {
        Visitor visitor = new Visitor(port).signedIn(email, Household.PASSWORD);

        String page = visitor.post("/people/invitations", "email", "vera@quiet.example", "role", "specialist")
                .body();

        assertThat(page).contains("We are mailing it");
        assertThat(letterTo("vera@quiet.example").getSubject()).contains("Olga Owner invites you");
        assertThat(text(letterTo("vera@quiet.example"))).contains("/invitation/");
    }

    @Test
    void aMailServerThatIsDownBreaksNoPage() {
        POST.stop();
        try {
            Visitor.Answer answer = new Visitor(port).post("/sign-in/link", "email", email);
            assertThat(answer.location()).isEqualTo("/sign-in/sent");
        } finally {
            POST.start();
        }
    }
}
