package openkitchen.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
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
 * Who is signed in where. A session is a random token in a cookie; its hash is kept in the database, so sessions survive
 * restarts, count on every node, and can be listed and revoked.
 *
 * <p>A node remembers whom a token stands for during {@link #REMEMBERED}: so long at most a revoked session may still be
 * taken by another node; the node that revokes forgets at once.
 */
@Component
public class Sessions {

    static final Duration LIFE = Duration.ofDays(60);
    static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    private final JdbcClient sql;
    private final Clock clock;
    private final Cache<ByteBuffer, Optional<Known>> remembered = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    Sessions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whom a token stands for. @param brief whether only for a visit */
    private record Known(Viewer viewer, boolean brief) {}

    /** A place where somebody is signed in; {@code id} names it without being the token. */
    public record Session(String id, String device, String address, Instant since, Instant seen, boolean current) {}

    /** Signs a person in and returns the token for the cookie. */
    public Secret open(PersonId person, String device, String address) {
        return open(person, device, address, LIFE);
    }

    /** The same for less time: it ends then, however often they come. @param life in whole days */
    public Secret open(PersonId person, String device, String address, Duration life) {
        Secret secret = Secret.fresh();
        sql.sql("""
                        insert into session (token_hash, person_id, created_at, last_seen_at, expires_at, device, address, life_days)
                        values (:hash, :person, :now, :now, :expires, :device, :address, :days)
                        """)
                .param("hash", secret.hash())
                .param("person", person.value())
                .param("now", at(clock.instant()))
                .param("expires", at(clock.instant().plus(life)))
                .param("days", life.toDays())
                .param("device", device.length() > 300 ? device.substring(0, 300) : device)
                .param("address", address)
                .update();
        return secret;
    }

    /** Whether somebody is signed in only for a visit: by a letter's link, which others may have seen. */
    public boolean brief(Secret secret) {
        return known(secret).map(Known::brief).orElse(false);
    }

    /** Whom the token stands for; empty when it is unknown, expired or revoked, or the person left. */
    public Optional<Viewer> viewer(Secret secret) {
        return known(secret).map(Known::viewer);
    }

    private Optional<Known> known(Secret secret) {
        return remembered.get(ByteBuffer.wrap(secret.hash()), hash -> find(hash.array()));
    }

    private Optional<Known> find(byte[] hash) {
        Instant now = clock.instant();
        Optional<Known> known = sql.sql("""
                        select p.id, p.name, p.handle, p.email, p.client_id, p.agency_role, p.title, p.language, p.time_zone,
                               p.theme, p.picture_id, true as signs_in, false as gone, s.life_days < 60 as brief
                          from session s join person p on p.id = s.person_id
                         where s.token_hash = :hash and s.expires_at > :now
                           and not exists (select from departure d where d.person_id = p.id)
                        """)
                .param("hash", hash)
                .param("now", at(now))
                .query((row, index) -> new Known(People.viewer(People.person(row, index)), row.getBoolean("brief")))
                .optional();
        if (known.isPresent()) {
            sql.sql("""
                            update session set last_seen_at = :now, expires_at = case when life_days < 60 then expires_at else :expires end
                             where token_hash = :hash and last_seen_at < :stale
                            """)
                    .param("now", at(now))
                    .param("expires", at(now.plus(LIFE)))
                    .param("hash", hash)
                    .param("stale", at(now.minus(SEEN_EVERY)))
                    .update();
        }
        return known;
    }

    /** Forgets what is remembered of a person, so that a change of theirs shows at once. */
    public void refresh(PersonId person) {
        remembered
                .asMap()
                .values()
                .removeIf(known ->
                        known.isPresent() && known.get().viewer().person().equals(person));
    }

    public List<Session> of(PersonId person, Secret current) {
        byte[] own = current.hash();
        return sql.sql("""
                        select token_hash, device, address, created_at, last_seen_at from session
                         where person_id = :person and expires_at > :now order by last_seen_at desc
                        """)
                .param("person", person.value())
                .param("now", at(clock.instant()))
                .query((row, index) -> new Session(
                        HexFormat.of().formatHex(row.getBytes("token_hash")),
                        row.getString("device"),
                        row.getString("address"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                        java.util.Arrays.equals(own, row.getBytes("token_hash"))))
                .list();
    }

    /** Ends one session of this person; another's is not found and nothing happens. */
    public void revoke(PersonId person, String id) {
        byte[] hash;
        try {
            hash = HexFormat.of().parseHex(id);
        } catch (IllegalArgumentException nonsense) {
            return;
        }
        sql.sql("delete from session where token_hash = ? and person_id = ?")
                .params(hash, person.value())
                .update();
        remembered.invalidate(ByteBuffer.wrap(hash));
    }

    public void close(Secret secret) {
        sql.sql("delete from session where token_hash = ?").param(secret.hash()).update();
        remembered.invalidate(ByteBuffer.wrap(secret.hash()));
    }

    /** Ends all sessions of a person but the given one. */
    public void revokeOthers(PersonId person, Secret kept) {
        sql.sql("delete from session where person_id = ? and token_hash <> ?")
                .params(person.value(), kept.hash())
                .update();
        refresh(person);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
