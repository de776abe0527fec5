package openkitchen.bridge.mail;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import openkitchen.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Letters from when they are decided on until the mail server has them. One is sent by whoever claims it; who is killed with it
 * leaves it to the next after {@link #LEASE}, under the same Message-ID: it arrives at least once, and is seen once.
 */
@Component
class Outbox {

    /** For so long nobody else tries to send a letter that somebody has claimed. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** How long after a failed try the next one comes; after the last the letter is given up. */
    private static final List<Duration> PATIENCE = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;
    private final Clock clock;
    private final MailSettings settings;

    Outbox(JdbcClient sql, Clock clock, MailSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /** A letter that is to be sent now. */
    record Claimed(long id, String messageId, int tries, Letter letter) {}

    /** Decides on a letter; empty when it was decided on before. */
    Optional<Long> put(Letter letter) {
        byte[] unique = new byte[12];
        RANDOM.nextBytes(unique);
        PersonId person = letter.person();
        return sql.sql("""
                        insert into letter (key, person_id, to_address, message_id, thread, reply_to, unsubscribe, subject, plain, html,
                                            automatic, created_at, next_try_at)
                        values (:key, :person, :to, :message, :thread, :reply, :unsubscribe, :subject, :plain, :html, :automatic, :now, :now)
                        on conflict (key) do nothing returning id
                        """)
                .param("key", letter.key())
                .param("person", person == null ? null : person.value())
                .param("to", letter.to())
                .param("message", "<letter-" + HexFormat.of().formatHex(unique) + "@" + settings.domain() + ">")
                .param("thread", letter.thread())
                .param("reply", letter.replyTo())
                .param("unsubscribe", letter.unsubscribe())
                .param("subject", letter.subject())
                .param("plain", letter.plain())
                .param("html", letter.html())
                .param("automatic", letter.automatic())
                .param("now", time(clock.instant()))
                .query(Long.class)
                .optional();
    }

    boolean has(String key) {
        return sql.sql("select exists (select from letter where key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    Optional<Claimed> claim() {
        Instant now = clock.instant();
        return sql.sql("""
                        update letter set next_try_at = :lease, tries = tries + 1
                         where id = (select id from letter where sent_at is null and given_up_at is null and next_try_at <= :now
                                      order by next_try_at, id limit 1 for update skip locked)
                        returning id, key, person_id, to_address, message_id, thread, reply_to, unsubscribe, subject, plain, html, automatic,
                                  tries
                        """)
                .param("lease", time(now.plus(LEASE)))
                .param("now", time(now))
                .query(Outbox::claimed)
                .optional();
    }

    /** The mail server has it. Its texts are not needed any longer. */
    void sent(Claimed letter) {
        sql.sql("update letter set sent_at = ?, plain = '', html = '', trouble = '' where id = ?")
                .params(time(clock.instant()), letter.id())
                .update();
    }

    /** @return whether it was given up */
    boolean failed(Claimed letter, String trouble) {
        Instant now = clock.instant();
        boolean last = letter.tries() > PATIENCE.size();
        sql.sql("update letter set next_try_at = :next, given_up_at = :gone, trouble = :trouble where id = :id")
                .param("next", time(last ? now : now.plus(PATIENCE.get(letter.tries() - 1))))
                .param("gone", last ? time(now) : null)
                .param("trouble", trouble.length() > 500 ? trouble.substring(0, 500) : trouble)
                .param("id", letter.id())
                .update();
        return last;
    }

    private static Claimed claimed(ResultSet row, int index) throws SQLException {
        Long person = row.getObject("person_id", Long.class);
        return new Claimed(
                row.getLong("id"),
                row.getString("message_id"),
                row.getInt("tries"),
                new Letter(
                        row.getString("key"),
                        person == null ? null : new PersonId(person),
                        row.getString("to_address"),
                        row.getString("thread"),
                        row.getString("reply_to"),
                        row.getString("unsubscribe"),
                        row.getString("subject"),
                        row.getString("plain"),
                        row.getString("html"),
                        row.getBoolean("automatic")));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
