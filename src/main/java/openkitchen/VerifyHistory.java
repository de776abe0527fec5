package openkitchen;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import openkitchen.history.Proof;
import openkitchen.start.Access;
import openkitchen.start.CannotStart;
import openkitchen.start.EmbeddedPostgreSql;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Walks the history of every project of an installation, running or not, and says where a chain is broken. Ends with 0 when
 * all hold, with 1 when one does not.
 */
public final class VerifyHistory {

    private VerifyHistory() {}

    public static void main(String[] arguments) {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "data");
        try {
            System.exit(walk(data) ? 0 : 1);
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
            System.exit(2);
        }
    }

    private static boolean walk(Path data) {
        String url = System.getenv("SPRING_DATASOURCE_URL");
        if (url != null) {
            return walk(new Access(
                    url,
                    Optional.ofNullable(System.getenv("SPRING_DATASOURCE_USERNAME"))
                            .orElse(""),
                    Optional.ofNullable(System.getenv("SPRING_DATASOURCE_PASSWORD"))
                            .orElse("")));
        }
        Optional<Access> running = Access.toRunning(data);
        if (running.isPresent()) {
            return walk(running.get());
        }
        try (EmbeddedPostgreSql started = EmbeddedPostgreSql.start(data)) {
            return walk(new Access(started.url(), started.user(), started.password()));
        }
    }

    private static boolean walk(Access access) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        JdbcTemplate sql = new JdbcTemplate(source);
        List<Proof.Finding> findings = new Proof(sql).walk();
        for (Proof.Finding finding : findings) {
            String key = sql.queryForObject(
                    "select key from project where id = ?",
                    String.class,
                    finding.project().value());
            if (finding.sound()) {
                System.out.printf("%-32s %,12d events hold together%n", key, finding.events());
            } else {
                System.out.printf(
                        "%-32s BROKEN at event %d, %,d before it hold%n", key, finding.brokenAt(), finding.events());
            }
        }
        long broken = findings.stream().filter(finding -> !finding.sound()).count();
        System.out.printf("%d projects, %d broken%n", findings.size(), broken);
        return broken == 0;
    }
}
