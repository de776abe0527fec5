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
 * account's turn opens to see to it. In a paused project nobody is reminded.
 */
@Component
class Reminding extends Rounds {

    static final Duration BEFORE = Duration.ofHours(24);
    private static final Duration EVERY = Duration.ofSeconds(60);

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
    private record Open(ProjectId project, Telling.Subject subject) {}

    /** Reminds of what is near its term, and hands on what is past it. On several nodes at once each is told once. */
    void round() {
        Instant now = clock.instant();
        remind(now);
        chase(now);
    }

    /** What was asked so late that its term was near from the beginning needs no reminder: the asking was one. */
    private void remind(Instant now) {
        for (Open open : open("""
                a.reminded_at is null and a.due_at > :now and a.due_at <= :soon
                  and a.asked_at < a.due_at - make_interval(secs => :before)
                """, now)) {
            history.change(open.project(), null, pen -> {
                if (mark("reminded_at", open, now)) {
                    telling.tell(pen, open.subject(), EventKind.APPROVAL_REMINDED, Map.of());
                }
                return true;
            });
        }
    }

    private void chase(Instant now) {
        for (Open open : open("a.chased_at is null and a.due_at <= :now", now)) {
            history.change(open.project(), null, pen -> {
                if (mark("chased_at", open, now)) {
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
    }

    private List<Open> open(String which, Instant now) {
        return sql.sql("""
                        select distinct on (a.comment_id) a.project_id, a.comment_id, m.card_id, m.id, m.name, v.number, v.sha256
                          from approval a join material m on m.id = a.material_id join material_version v on v.id = a.version_id
                          join project p on p.id = a.project_id and p.status = 'live'
                         where a.state = 'asked' and %s
                         order by a.comment_id, a.id limit 500
                        """.formatted(which))
                .param("now", time(now))
                .param("soon", time(now.plus(BEFORE)))
                .param("before", (double) BEFORE.toSeconds())
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

    /** Whether it was not done yet; asked with the project's lock held. */
    private boolean mark(String column, Open open, Instant now) {
        return sql.sql(
                                "update approval set %s = ? where comment_id = ? and project_id = ? and state = 'asked' and %s is null"
                                        .formatted(column, column))
                        .params(
                                time(now),
                                open.subject().ask().value(),
                                open.project().value())
                        .update()
                > 0;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    protected List<Round> rounds() {
        return List.of(new Round("reminders", "reminders could not be given", EVERY, this::round));
    }
}
