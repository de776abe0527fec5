package openkitchen.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openkitchen.start.EmbeddedPostgreSql;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that is measured on: the one that {@code SPRING_DATASOURCE_*} names, else the one that Open Kitchen brings
 * along, as durable as both are by default. What is made here goes at the end.
 */
final class Databases implements AutoCloseable {

    private final Database home;
    private final @Nullable EmbeddedPostgreSql embedded;
    private final List<String> made = new ArrayList<>();
    private boolean closed;

    private Databases(Database home, @Nullable EmbeddedPostgreSql embedded) {
        this.home = home;
        this.embedded = embedded;
    }

    /** @param settings of PostgreSQL's; only the embedded one takes them */
    static Databases open(Path data, Map<String, String> settings) {
        if (outside()) {
            String url = System.getenv("SPRING_DATASOURCE_URL");
            String user = System.getenv().getOrDefault("SPRING_DATASOURCE_USERNAME", "");
            String password = System.getenv().getOrDefault("SPRING_DATASOURCE_PASSWORD", "");
            return Leftovers.add(new Databases(new Database(url, user, password), null));
        }
        EmbeddedPostgreSql embedded = EmbeddedPostgreSql.start(data, settings);
        return Leftovers.add(
                new Databases(new Database(embedded.url(), embedded.user(), embedded.password()), embedded));
    }

    static boolean outside() {
        return !System.getenv().getOrDefault("SPRING_DATASOURCE_URL", "").isBlank();
    }

    /** A database with nothing in it. */
    Database fresh(String purpose) throws SQLException {
        String name = "open_kitchen_bench_" + purpose;
        execute("drop database if exists " + name, "create database " + name);
        made.add(name);
        return new Database(home.url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"), home.user(), home.password());
    }

    /** What PostgreSQL says of itself. */
    String version() throws SQLException {
        try (Connection connection = home.connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        if (embedded != null) {
            embedded.close();
            return;
        }
        for (String name : made) {
            execute("drop database if exists " + name + " with (force)");
        }
    }
}
