package openkitchen.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import openkitchen.history.Proof;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class CrashTest {

    private static final int AT_LEAST = 60;
    private static final int AT_MOST = 160;

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
    void whatWasAcknowledgedOutlivesEveryKill() throws Exception {
        RunningKitchen running = kitchen = RunningKitchen.start(data);
        Guests guests = Guests.welcomed(running);

        guests.work();
        guests.awaitAcknowledged(some());
        running.killJvm();
        ProcessHandle leftBehind = running.postgreSql();
        running = kitchen = reopened(guests);
        assertThat(running.postgreSql()).isNotEqualTo(leftBehind);

        for (int i = 0; i < 2; i++) {
            guests.work();
            guests.awaitAcknowledged(some());
            running.killAll();
            running = kitchen = reopened(guests);
        }
    }

    private static int some() {
        return ThreadLocalRandom.current().nextInt(AT_LEAST, AT_MOST);
    }

    /** Starts the kitchen again on what the killed one left, and holds what is there against what was acknowledged. */
    private RunningKitchen reopened(Guests guests) throws Exception {
        guests.leave();
        RunningKitchen running = kitchen = RunningKitchen.start(data);
        guests.comeBack(running);
        guests.assertAllIsThere();
        guests.repeatWhatWasNotAnswered();
        guests.assertAllIsThere();
        assertThat(new Proof(new JdbcTemplate(running.database())).walk())
                .isNotEmpty()
                .allSatisfy(
                        finding -> assertThat(finding.sound()).as("%s", finding).isTrue());
        return running;
    }
}
