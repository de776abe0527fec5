package openkitchen.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgreSqlTest {

    @TempDir
    static Path unpackedOnce;

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void nameTheFolderAsPeopleDo() throws IOException {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        data = Files.createDirectories(folder.resolve("Общая кухня"));
        Files.createSymbolicLink(data.resolve("bin"), unpackedOnce);
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        try (EmbeddedPostgreSql first = EmbeddedPostgreSql.start(data)) {
            jdbc(first).sql("CREATE TABLE dish AS SELECT 'борщ' AS name").update();
        }
        try (EmbeddedPostgreSql second = EmbeddedPostgreSql.start(data)) {
            assertThat(jdbc(second)
                            .sql("SELECT name FROM dish")
                            .query(String.class)
                            .single())
                    .isEqualTo("борщ");
        }
    }

    @Test
    void itIsDurableAndKnowsRussianLettersOnAnyMachine() {
        try (EmbeddedPostgreSql postgreSql = EmbeddedPostgreSql.start(data)) {
            JdbcClient jdbc = jdbc(postgreSql);
            assertThat(jdbc.sql("SELECT current_setting('fsync') || current_setting('synchronous_commit')")
                            .query(String.class)
                            .single())
                    .isEqualTo("onon");
            assertThat(jdbc.sql("SELECT to_tsvector('russian', '«КУХНИ» — Ёлка')::text")
                            .query(String.class)
                            .single())
                    .isEqualTo("'елк':2 'кухн':1");
            assertThat(jdbc.sql("SELECT lower('ЩИ') || upper('щи')")
                            .query(String.class)
                            .single())
                    .isEqualTo("щиЩИ");
        }
    }

    @Test
    void nobodyComesInWithoutThePasswordThatOnlyTheOwnerMayRead() throws IOException {
        try (EmbeddedPostgreSql postgreSql = EmbeddedPostgreSql.start(data)) {
            Path password = data.resolve("postgres/password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                    .isEqualTo("rw-------");
            PGSimpleDataSource stranger = new PGSimpleDataSource();
            stranger.setUrl(postgreSql.url());
            stranger.setUser(postgreSql.user());
            stranger.setPassword("guess");
            assertThatThrownBy(stranger::getConnection).isInstanceOf(SQLException.class);
            stranger.setUser("postgres");
            assertThatThrownBy(stranger::getConnection).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aSecondKitchenOnTheSameFolderIsTurnedAway() {
        try (EmbeddedPostgreSql first = EmbeddedPostgreSql.start(data)) {
            assertThatThrownBy(() -> EmbeddedPostgreSql.start(data))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("already running");
            assertThat(jdbc(first).sql("SELECT 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void aNumberThatBelongsToAnotherProcessByNowIsNotStopped() throws IOException {
        EmbeddedPostgreSql.start(data).close();
        Path note = data.resolve("postgres/postmaster.pid");
        Files.writeString(note, ProcessHandle.current().pid() + "\n" + data + "\n");

        try (EmbeddedPostgreSql postgreSql = EmbeddedPostgreSql.start(data)) {
            assertThat(jdbc(postgreSql).sql("SELECT 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void aFolderThatWasOnlyHalfMadeIsMadeAnew() throws IOException {
        Files.delete(data.resolve("bin"));
        Files.createDirectories(data.resolve("bin/unfinished"));
        Files.createDirectories(data.resolve("postgres-unfinished"));
        Files.writeString(data.resolve("postgres-unfinished/PG_VERSION"), "18");

        try (EmbeddedPostgreSql postgreSql = EmbeddedPostgreSql.start(data)) {
            assertThat(jdbc(postgreSql).sql("SELECT 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    private static JdbcClient jdbc(EmbeddedPostgreSql postgreSql) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgreSql.url());
        source.setUser(postgreSql.user());
        source.setPassword(postgreSql.password());
        return JdbcClient.create(source);
    }
}
