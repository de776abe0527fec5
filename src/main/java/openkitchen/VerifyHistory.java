package openkitchen;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import openkitchen.history.Proof;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Walks the history of every project of an installation, running or not, and says where a chain is broken. Ends with 0 when
 * all hold, with 1 when one does not.
 */
public final class VerifyHistory {

    private VerifyHistory() {}

    public static void main(String[] arguments) {
        new Installation(Path.of(arguments.length > 0 ? arguments[0] : "data")).check(VerifyHistory::walk);
    }

    private static boolean walk(DataSource source) {
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
