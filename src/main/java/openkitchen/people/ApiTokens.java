package openkitchen.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openkitchen.id.PersonId;
import openkitchen.problem.Faults;
import openkitchen.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens by which programs act for a person, within scopes. */
@Component
public class ApiTokens {

    /** What a token may be for: reading, writing, and managing projects and people. */
    public static final List<String> SCOPES = List.of("read", "write", "admin");

    private static final String PREFIX = "ok_";
    private static final Duration MARKED_EVERY = Duration.ofMinutes(5);

    private final JdbcClient sql;
    private final Clock clock;

    ApiTokens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public record ApiToken(
            long id,
            String name,
            List<String> scopes,
            Instant since,
            @Nullable Instant expires,
            @Nullable Instant used) {}

    /** A token just made: the only moment at which it can be read. */
    public record Made(long id, String token) {}

    /** Who asks by a token, and what for. */
    public record Bearer(Viewer viewer, Set<String> scopes) {}

    /** Makes a token. {@code life} null: until revoked. */
    public Made make(PersonId person, String name, List<String> scopes, @Nullable Duration life) {
        new Faults()
                .text("name", name, 100)
                .unless(!scopes.isEmpty() && SCOPES.containsAll(scopes), "scopes", "error.scopes")
                .stop();
        Secret secret = new Secret(PREFIX + Secret.fresh().token());
        Instant now = clock.instant();
        long id = sql.sql("""
                        insert into api_token (person_id, name, token_hash, scopes, created_at, expires_at)
                        values (:person, :name, :hash, :scopes, :now, :expires) returning id
                        """)
                .param("person", person.value())
                .param("name", name.strip())
                .param("hash", secret.hash())
                .param("scopes", scopes.stream().distinct().toArray(String[]::new))
                .param("now", at(now))
                .param("expires", life == null ? null : at(now.plus(life)))
                .query(Long.class)
                .single();
        return new Made(id, secret.token());
    }

    /** Whom a token stands for; empty when unknown, expired, revoked, or its person left. */
    public Optional<Bearer> bearer(String token) {
        if (!token.startsWith(PREFIX) || token.length() > 100) {
            return Optional.empty();
        }
        byte[] hash = new Secret(token).hash();
        Instant now = clock.instant();
        record Found(Bearer bearer, boolean unmarked) {}
        Optional<Found> found = sql.sql("""
                        select p.id, p.name, p.handle, p.email, p.client_id, p.agency_role, p.title, p.language, p.time_zone,
                               p.theme, p.picture_id, true as signs_in, false as gone, t.scopes,
                               t.last_used_at is null or t.last_used_at < :stale as unmarked
                          from api_token t join person p on p.id = t.person_id
                         where t.token_hash = :hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > :now)
                           and not exists (select from departure d where d.person_id = p.id)
                        """)
                .param("hash", hash)
                .param("now", at(now))
                .param("stale", at(now.minus(MARKED_EVERY)))
                .query((row, index) -> new Found(
                        new Bearer(People.viewer(People.person(row, index)), Set.of((String[])
                                row.getArray("scopes").getArray())),
                        row.getBoolean("unmarked")))
                .optional();
        if (found.isPresent() && found.get().unmarked()) {
            sql.sql("update api_token set last_used_at = :now where token_hash = :hash")
                    .param("now", at(now))
                    .param("hash", hash)
                    .update();
        }
        return found.map(Found::bearer);
    }

    public List<ApiToken> of(PersonId person) {
        return sql.sql("""
                        select id, name, scopes, created_at, expires_at, last_used_at from api_token
                         where person_id = ? and revoked_at is null order by id
                        """)
                .param(person.value())
                .query((row, index) -> new ApiToken(
                        row.getLong("id"),
                        row.getString("name"),
                        Arrays.asList((String[]) row.getArray("scopes").getArray()),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("expires_at", OffsetDateTime.class)),
                        instant(row.getObject("last_used_at", OffsetDateTime.class))))
                .list();
    }

    /** @throws NotFound when it is not a token of this person */
    public void revoke(PersonId person, long id) {
        int revoked = sql.sql(
                        "update api_token set revoked_at = :now where id = :id and person_id = :person and revoked_at is null")
                .param("now", at(clock.instant()))
                .param("id", id)
                .param("person", person.value())
                .update();
        if (revoked == 0) {
            throw new NotFound();
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
