package openkitchen.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import openkitchen.start.CannotStart;
import openkitchen.start.EmbeddedPostgreSql;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database of a test's own, with the schema of this build and nothing in it. All of them live in one PostgreSQL, which
 * starts with the first and ends with the JVM.
 */
public record TestDatabase(String url, String user, String password) {

    private static final String TEMPLATE = "kitchen_template";
    private static final AtomicInteger made = new AtomicInteger();

    public static TestDatabase fresh() {
        return copyOf(TEMPLATE);
    }

    /** A database without even the schema. */
    public static TestDatabase empty() {
        return copyOf("template1");
    }

    private static TestDatabase copyOf(String template) {
        String name = "test_" + made.incrementAndGet();
        in("openkitchen")
                .jdbc()
                .sql("CREATE DATABASE " + name + " TEMPLATE " + template)
                .update();
        return in(name);
    }

    /** Without a pool: every use opens a connection and closes it. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    private static TestDatabase in(String database) {
        EmbeddedPostgreSql server = Server.RUNNING;
        return new TestDatabase(server.url(database), server.user(), server.password());
    }

    /** Kept under target between runs, so that only the first run unpacks and initialises. */
    private static final class Server {

        static final EmbeddedPostgreSql RUNNING = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(RUNNING::close));
            TestDatabase outside = new TestDatabase(RUNNING.url(), RUNNING.user(), RUNNING.password());
            dropOlder(outside.jdbc());
            outside.jdbc().sql("CREATE DATABASE " + TEMPLATE).update();
            Flyway.configure()
                    .dataSource(RUNNING.url(TEMPLATE), RUNNING.user(), RUNNING.password())
                    .load()
                    .migrate();
        }

        private static EmbeddedPostgreSql start() {
            Map<String, String> quickAndForgetful = Map.of(
                    "fsync", "off",
                    "synchronous_commit", "off",
                    "full_page_writes", "off",
                    "max_connections", "200");
            try {
                return EmbeddedPostgreSql.start(Path.of("target", "test-postgresql"), quickAndForgetful);
            } catch (CannotStart usedByAnotherRun) {
                return EmbeddedPostgreSql.start(temporaryFolder(), quickAndForgetful);
            }
        }

        private static void dropOlder(JdbcClient jdbc) {
            List<String> older = jdbc.sql(
                            "SELECT datname FROM pg_database WHERE datname ~ '^test_' OR datname = :template")
                    .param("template", TEMPLATE)
                    .query(String.class)
                    .list();
            older.forEach(name -> jdbc.sql("DROP DATABASE " + name).update());
        }

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("open-kitchen-test");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
