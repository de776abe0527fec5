package openkitchen.history;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import openkitchen.id.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Walks the chains of an installation and says where one is broken. */
@Component
public class Proof {

    private final JdbcTemplate sql;

    public Proof(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * What was found of one chain.
     *
     * @param events how many events hold together from the first one on
     * @param brokenAt number of the first event that does not fit the one before it, null when all do
     */
    public record Finding(
            ProjectId project, long events, @Nullable Long brokenAt) {

        public boolean sound() {
            return brokenAt == null;
        }
    }

    /**
     * The end of a project's chain as it is now: whoever wrote it down can tell later that nothing before it was changed.
     *
     * @param hash of the last event, in hexadecimal; empty where nothing happened yet
     */
    public record Head(long number, String hash) {}

    public Head head(ProjectId project) {
        return sql
                .query(
                        "select version, head from chain where project_id = ?",
                        (row, index) -> new Head(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))),
                        project.value())
                .stream()
                .findFirst()
                .orElse(new Head(0, ""));
    }

    /** Every project's chain, in the order of their ids. Reads all events once. */
    @Transactional(readOnly = true)
    public List<Finding> walk() {
        List<Finding> findings = new ArrayList<>();
        for (long project : sql.queryForList("select project_id from chain order by 1", Long.class)) {
            findings.add(walk(new ProjectId(project)));
        }
        return findings;
    }

    /** One project's chain. */
    @Transactional(readOnly = true)
    public Finding walk(ProjectId project) {
        byte[] head = new byte[0];
        long number = 0;
        while (true) {
            List<Kept> page = page(project, number);
            for (Kept kept : page) {
                if (kept.link().number() != number + 1
                        || !Arrays.equals(kept.link().hash(head), kept.hash())) {
                    return new Finding(project, number, number + 1);
                }
                head = kept.hash();
                number++;
            }
            if (page.isEmpty()) {
                return endsAt(project, number, head)
                        ? new Finding(project, number, null)
                        : new Finding(project, number, number + 1);
            }
        }
    }

    private boolean endsAt(ProjectId project, long number, byte[] head) {
        return Boolean.TRUE.equals(sql.queryForObject(
                "select version = ? and head = ? from chain where project_id = ?",
                Boolean.class,
                number,
                head,
                project.value()));
    }

    private record Kept(Link link, byte[] hash) {}

    private List<Kept> page(ProjectId project, long after) {
        return sql.query(
                """
                select number, at, actor_id, kind, card_id, source, data::text as data, hash
                  from event where project_id = ? and number > ? order by number limit 5000
                """,
                (row, index) -> new Kept(
                        new Link(
                                project.value(),
                                row.getLong("number"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getObject("actor_id", Long.class),
                                row.getString("kind"),
                                row.getObject("card_id", Long.class),
                                row.getString("source"),
                                row.getString("data")),
                        row.getBytes("hash")),
                project.value(),
                after);
    }
}
