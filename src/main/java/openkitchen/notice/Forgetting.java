package openkitchen.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Throws away what nobody needs any longer: the history keeps all that happened. */
@Component
class Forgetting {

    private static final Duration NOTICES = Duration.ofDays(180);
    private static final Duration MAIL = Duration.ofDays(90);
    private static final Duration EVERY = Duration.ofHours(6);

    private final JdbcClient sql;
    private final Clock clock;
    private Instant next = Instant.EPOCH;

    Forgetting(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Does nothing when it was done within the last hours. */
    synchronized void round() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(EVERY);
        delete("delete from notice where read_at < ?", now.minus(NOTICES));
        delete("delete from telling where at < ?", now.minus(MAIL));
        delete(
                "delete from letter where created_at < ? and (sent_at is not null or given_up_at is not null)",
                now.minus(MAIL));
        delete("delete from mail_received where received_at < ?", now.minus(NOTICES));
    }

    private void delete(String statement, Instant before) {
        OffsetDateTime time = before.atOffset(ZoneOffset.UTC);
        sql.sql(statement).param(time).update();
    }
}
