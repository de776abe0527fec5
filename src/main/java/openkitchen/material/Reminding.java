package openkitchen.material;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.id.ProjectId;
import openkitchen.rounds.Rounds;
import openkitchen.turn.Promises;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turns;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that silence has an owner: a day before the term the client is reminded, and when it has passed without a decision the
 * account's turn opens to see to it. In a paused project, and of what is archived, nobody is reminded.
 */
@Component
class Reminding extends Rounds {

    static final Duration BEFORE = Duration.ofHours(24);
    private static final Duration EVERY = Duration.ofSeconds(60);

    /** A client decides while the project is live and the card on its board. */
    private static final String WAITED_FOR = """
            a.state = 'asked' and exists (select from project p where p.id = a.project_id and p.status = 'live')
            and exists (select from card c join board_column k on k.id = c.column_id
                         where c.id = m.card_id and c.archived_at is null and k.archived_at is null)
            """;

    /** What was asked so late that its term was near from the beginning needs no reminder: the asking was one. */
    static final String NEAR = """
            a.reminded_at is null and a.due_at > :now and a.due_at <= :soon
            and a.asked_at < a.due_at - make_interval(secs => :before)
            """;

    static final String PAST = "a.chased_at is null and a.due_at <= :now";

    private final JdbcClient sql;
    private final Clock clock;
    private final History history;
    private final Turns turns;
    private final Promises promises;
    private final Telling telling;

    Reminding(
            JdbcClient sql,
            Clock clock,
            History history,
            Turns turns,
            Promises promises,
            Telling telling,
            @Value("${openkitchen.rounds:true}") boolean byItself) {
        super(byItself);
        this.sql = sql;
        this.clock = clock;
        this.history = history;
        this.turns = turns;
        this.promises = promises;
        this.telling = telling;
    }

    /** An ask of which something is open. */
    record Open(ProjectId project, Telling.Subject subject) {}

    /** Reminds of what is near its term, and hands on what is past it. On several nodes at once each is told once. */
    void round() {
        Instant now = clock.instant();
        open(NEAR, now).forEach(open -> remind(open, now));
        open(PAST, now).forEach(open -> chase(open, now));
    }

    void remind(Open open, Instant now) {
        history.change(open.project(), null, pen -> {
            if (mark("reminded_at", open, NEAR, now)) {
                telling.tell(pen, open.subject(), EventKind.APPROVAL_REMINDED, Map.of());
            }
            return true;
        });
    }

    void chase(Open open, Instant now) {
        history.change(open.project(), null, pen -> {
            if (mark("chased_at", open, PAST, now)) {
                turns.open(
                        pen,
                        new Turns.Opening(
                                open.subject().card(),
                                open.subject().ask(),
                                Purpose.CHASE,
                                promises.account(open.project())));
                telling.tell(pen, open.subject(), EventKind.APPROVAL_OVERDUE, Map.of());
            }
            return true;
        });
    }

    List<Open> open(String which, Instant now) {
        return terms(sql.sql("""
                        select distinct on (a.comment_id) a.project_id, a.comment_id, m.card_id, m.id, m.name, v.number, v.sha256
                          from approval a join material m on m.id = a.material_id join material_version v on v.id = a.version_id
                         where %s and %s
                         order by a.comment_id, a.id limit 500
                        """.formatted(WAITED_FOR, which)), now)
                .query((row, index) -> new Open(
                        new ProjectId(row.getLong(1)),
                        new Telling.Subject(
                                new CardId(row.getLong(3)),
                                new CommentId(row.getLong(2)),
                                new MaterialId(row.getLong(4)),
                                row.getString(5),
                                row.getInt(6),
                                HexFormat.of().formatHex(row.getBytes(7)))))
                .list();
    }

    /** Whether it is still to be done; asked with the project's lock held, before which anything may have happened. */
    private boolean mark(String column, Open open, String which, Instant now) {
        return terms(sql.sql("""
                        update approval a set %s = :now from material m
                         where m.id = a.material_id and a.comment_id = :ask and a.project_id = :project and %s and %s
                        """.formatted(column, WAITED_FOR, which)), now)
                        .param("ask", open.subject().ask().value())
                        .param("project", open.project().value())
                        .update()
                > 0;
    }

    private static JdbcClient.StatementSpec terms(JdbcClient.StatementSpec statement, Instant now) {
        return statement
                .param("now", time(now))
                .param("soon", time(now.plus(BEFORE)))
                .param("before", (double) BEFORE.toSeconds());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    protected List<Round> rounds() {
        return List.of(new Round("reminders", "reminders could not be given", EVERY, this::round));
    }
}
