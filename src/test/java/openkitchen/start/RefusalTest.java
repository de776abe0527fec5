package openkitchen.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import openkitchen.OpenKitchen;
import openkitchen.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RefusalTest {

    @TempDir
    Path data;

    @Test
    void aTakenPortIsSaid(CapturedOutput output) throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            refuses(onATestDatabase(TestDatabase.fresh(), "--server.port=" + other.getLocalPort()));
            assertOneSentenceEach(output, "Port " + other.getLocalPort() + " is taken", "занят другой программой");
        }
    }

    @Test
    void dataOfANewerKitchenIsLeftAlone(CapturedOutput output) {
        TestDatabase database = TestDatabase.fresh();
        database.jdbc().sql("""
                        INSERT INTO flyway_schema_history
                            (installed_rank, version, description, type, script, installed_by, execution_time, success)
                        VALUES (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'test', 1, true)
                        """).update();
        refuses(onATestDatabase(database, "--server.port=0"));
        assertOneSentenceEach(output, "newer Open Kitchen (its schema has version 9999)", "более новая");
    }

    @Test
    void dataOfANewerPostgreSqlIsLeftAlone(CapturedOutput output) throws IOException {
        Files.createSymbolicLink(
                data.resolve("bin"), Path.of("target/test-postgresql/bin").toAbsolutePath());
        TestDatabase.empty();
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "19\n");
        refuses("--openkitchen.data=" + data, "--server.port=0");
        assertOneSentenceEach(output, "newer version (PostgreSQL 19", "от более новой версии");
    }

    @Test
    void aFolderThatIsNoFolderIsSaid(CapturedOutput output) throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        refuses("--openkitchen.data=" + file.resolve("inside"), "--server.port=0");
        assertOneSentenceEach(output, "cannot be used", "Не получается работать с папкой данных");
    }

    @Test
    void aPostgreSqlThatDoesNotAnswerIsSaid(CapturedOutput output) {
        refuses(
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nothing",
                "--spring.datasource.hikari.connection-timeout=500",
                "--server.port=0");
        assertOneSentenceEach(output, "does not let Open Kitchen in", "не впускает");
    }

    @Test
    void aBucketThatCannotBeUsedIsSaid(CapturedOutput output) {
        refuses(onATestDatabase(
                TestDatabase.fresh(),
                "--server.port=0",
                "--openkitchen.data=" + data,
                "--openkitchen.s3.bucket=kitchen",
                "--openkitchen.s3.endpoint=http://127.0.0.1:1",
                "--openkitchen.s3.access-key=a",
                "--openkitchen.s3.secret-key=b"));
        assertOneSentenceEach(output, "The S3 bucket kitchen cannot be used", "Не получается работать с бакетом S3");
    }

    private static String[] onATestDatabase(TestDatabase database, String... others) {
        return Stream.concat(
                        Stream.of(others),
                        Stream.of(
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + database.user(),
                                "--spring.datasource.password=" + database.password()))
                .toArray(String[]::new);
    }

    private static void refuses(String... arguments) {
        assertThatThrownBy(() -> SpringApplication.run(OpenKitchen.class, arguments));
    }

    private static void assertOneSentenceEach(CapturedOutput output, String english, String russian) {
        assertThat(output.getErr().lines())
                .filteredOn(line -> !line.isBlank())
                .satisfiesExactly(
                        first -> assertThat(first).contains(english),
                        second -> assertThat(second).contains(russian));
        assertThat(output.getOut()).doesNotContain("Exception").doesNotContain("\tat ");
    }
}
