package openkitchen.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A letter between the commit that decided on it and the mail server that takes it. */
class LetterCrashTest {

    private static final String BORIS = "boris@klever.example";
    private static final int PATIENCE_MILLIS = 60_000;

    @TempDir
    Path data;

    private @Nullable RunningKitchen kitchen;

    @AfterEach
    void stop() throws InterruptedException {
        if (kitchen != null) {
            kitchen.stop();
        }
    }

    @Test
    void whoeverIsKilledWhileSendingALetterLeavesItToTheNext() throws Exception {
        int port;
        RunningKitchen running;
        Guests guests;
        try (ServerSocket deaf =
                new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) { // takes calls and says nothing
            deaf.setSoTimeout(PATIENCE_MILLIS);
            port = deaf.getLocalPort();
            running = kitchen = started(port);
            guests = Guests.welcomed(running);
            hire(running);
            guests.askUrgently("Is the site down?");
            deaf.accept();
            running.killJvm();
        }

        GreenMail post = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        try {
            running = kitchen = started(port);
            assertThat(letters(running)).isEqualTo("1 of 1 not sent");
            // whoever claimed it keeps it for some minutes: they have passed
            new JdbcTemplate(running.database()).update("update letter set next_try_at = now() - interval '1 second'");
            assertThat(post.waitForIncomingEmail(PATIENCE_MILLIS, 1)).isTrue();

            running.killJvm();
            running = kitchen = started(port);
            guests.comeBack(running);
            guests.askUrgently("And is it up again?");
            assertThat(post.waitForIncomingEmail(PATIENCE_MILLIS, 2)).isTrue();
            assertThat(post.getReceivedMessages())
                    .hasSize(2)
                    .allSatisfy(
                            letter -> assertThat(letter.getAllRecipients()[0]).hasToString(BORIS))
                    .extracting(MimeMessage::getMessageID)
                    .doesNotHaveDuplicates();
        } finally {
            post.stop();
        }
    }

    private RunningKitchen started(int port) throws IOException {
        return RunningKitchen.start(
                data, Map.of("SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT", Integer.toString(port)));
    }

    /** Somebody who answers on search, at no hours of their own: no letter tells what waits at the beginning of a window. */
    private static void hire(RunningKitchen kitchen) throws IOException {
        new JdbcTemplate(kitchen.database()).update("""
                with hired as (
                    insert into person (name, handle, email, agency_role, language, created_at)
                    values ('Boris Hale', 'boris', ?, 'specialist', 'en', now()) returning id),
                at_no_hours as (
                    insert into answer_week (person_id, set_at, set_by) select id, now(), id from hired)
                insert into member (project_id, person_id, roles, since)
                select p.id, hired.id, '{seo}', now() from project p, hired
                """, BORIS);
    }

    private static String letters(RunningKitchen kitchen) throws IOException {
        return String.valueOf(new JdbcTemplate(kitchen.database())
                .queryForObject(
                        "select count(*) filter (where sent_at is null) || ' of ' || count(*) || ' not sent' from letter",
                        String.class));
    }
}
