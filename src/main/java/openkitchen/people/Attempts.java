package openkitchen.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import openkitchen.problem.TooMany;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts tries against limits, over all nodes. */
@Component
public class Attempts {

    private final JdbcClient sql;
    private final Clock clock;

    Attempts(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @throws TooMany when {@code limit} tries of this subject were counted within the last {@code window} */
    public void allow(String subject, int limit, Duration window) {
        Instant now = clock.instant();
        sql.sql("select at from attempt where subject = :subject and at > :since order by at desc offset :free limit 1")
                .param("subject", subject)
                .param("since", at(now.minus(window)))
                .param("free", limit - 1)
                .query((row, index) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .optional()
                .ifPresent(oldest -> {
                    throw new TooMany(Duration.between(now, oldest.plus(window)));
                });
    }

    /** Counts one try; it stays counted whatever becomes of the surrounding transaction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void count(String subject) {
        sql.sql("insert into attempt (subject, at) values (?, ?)")
                .params(subject, at(clock.instant()))
                .update();
        sql.sql("delete from attempt where at < ?")
                .param(at(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    public void forget(String subject) {
        sql.sql("delete from attempt where subject = ?").param(subject).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
