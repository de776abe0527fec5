package openkitchen.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class CrashTest {

    private static final int BEFORE_THE_CRASH = 200;

    @TempDir
    Path data;

    private @Nullable RunningKitchen kitchen;

    private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
    private int next;

    @AfterEach
    void stop() throws InterruptedException {
        if (kitchen != null) {
            kitchen.stop();
        }
    }

    @Test
    void whatWasAcknowledgedOutlivesEveryKill() throws Exception {
        RunningKitchen running = kitchen = RunningKitchen.start(data);
        JdbcClient.create(running.database()).sql("CREATE TABLE dish (id int)").update();

        Thread writer = write(running);
        running.killJvm();
        ProcessHandle leftBehind = running.postgreSql();
        running = kitchen = RunningKitchen.start(data);
        writer.join();
        assertThat(running.postgreSql()).isNotEqualTo(leftBehind);
        assertNothingIsLost(running);

        writer = write(running);
        running.killAll();
        writer.join();
        running = kitchen = RunningKitchen.start(data);
        assertNothingIsLost(running);

        writer = write(running);
        running.killAll();
        writer.join();
        running = kitchen = RunningKitchen.start(data);
        assertNothingIsLost(running);
    }

    /** Writes on and on until the database goes away; returns when some of it has been acknowledged. */
    private Thread write(RunningKitchen running) throws Exception {
        CountDownLatch some = new CountDownLatch(BEFORE_THE_CRASH);
        Connection connection = running.database().getConnection();
        PreparedStatement insert = connection.prepareStatement("INSERT INTO dish VALUES (?)");
        Thread writer = Thread.ofPlatform().start(() -> {
            try (connection) {
                while (true) {
                    insert.setInt(1, next);
                    insert.executeUpdate();
                    acknowledged.add(next++);
                    some.countDown();
                }
            } catch (SQLException gone) {
                next++;
            }
        });
        some.await();
        return writer;
    }

    private void assertNothingIsLost(RunningKitchen running) throws Exception {
        List<Integer> kept = JdbcClient.create(running.database())
                .sql("SELECT id FROM dish")
                .query(Integer.class)
                .list();
        assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
    }
}
