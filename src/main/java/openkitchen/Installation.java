package openkitchen;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import openkitchen.start.Access;
import openkitchen.start.CannotStart;
import openkitchen.start.EmbeddedPostgreSql;
import org.postgresql.ds.PGSimpleDataSource;

/** An installation, running or not, as a command looks at it. */
record Installation(Path data) {

    /** Runs the check, and ends with 0 when it holds, with 1 when it does not, with 2 when it could not be made. */
    void check(Predicate<DataSource> check) {
        try {
            System.exit(holds(check) ? 0 : 1);
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
            System.exit(2);
        }
    }

    /** @throws CannotStart when the database cannot be reached */
    boolean holds(Predicate<DataSource> check) {
        if (!setting("spring.datasource.url").isEmpty()) {
            return check.test(database(new Access(
                    setting("spring.datasource.url"),
                    setting("spring.datasource.username"),
                    setting("spring.datasource.password"))));
        }
        Optional<Access> running = Access.toRunning(data);
        if (running.isPresent()) {
            return check.test(database(running.get()));
        }
        try (EmbeddedPostgreSql started = EmbeddedPostgreSql.start(data)) {
            return check.test(database(new Access(started.url(), started.user(), started.password())));
        }
    }

    private static DataSource database(Access access) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        return source;
    }

    /** A setting from the environment, empty when it is not set. */
    static String setting(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Optional.ofNullable(System.getenv(variable)).orElse("");
    }
}
