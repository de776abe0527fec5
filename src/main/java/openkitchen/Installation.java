package openkitchen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import openkitchen.start.Access;
import openkitchen.start.CannotStart;
import openkitchen.start.EmbeddedPostgreSql;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.BadSqlGrammarException;

/** An installation, running or not, as a command looks at it. */
record Installation(Path data) {

    /** Runs the check, and ends with 0 when it holds, with 1 when it does not, with 2 when it could not be made. */
    void check(Predicate<DataSource> check) {
        try {
            System.exit(holds(check) ? 0 : 1);
        } catch (CannotStart reason) {
            System.err.println(reason.sentences());
            System.exit(2);
        } catch (BadSqlGrammarException another) {
            System.err.println(notOurs().sentences());
            System.exit(2);
        }
    }

    private static CannotStart notOurs() {
        return new CannotStart(
                "The database is not that of an Open Kitchen of this version: start it once with bin/run, or check the address.",
                "Эта база не от «Общей кухни» этой версии: запустите её один раз через bin/run или проверьте адрес.");
    }

    /** @throws CannotStart when there is no installation, or its database cannot be reached */
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
        if (!Files.isDirectory(data.resolve("postgres"))) {
            throw new CannotStart(
                    "There is no Open Kitchen in %s: name the data folder of one.".formatted(data),
                    "В папке %s нет «Общей кухни»: укажите папку с её данными.".formatted(data));
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
