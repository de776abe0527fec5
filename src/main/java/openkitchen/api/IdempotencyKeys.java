package openkitchen.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * Keeps the answers to POSTs by their keys, for a day. Answers may hold an invitation's link, so their bodies are enciphered
 * with a key that only the request's token and key give together: neither stands in the database.
 */
@Component
class IdempotencyKeys {

    static final Duration LIFE = Duration.ofHours(24);
    private static final List<String> HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;
    private final Clock clock;
    private final ObjectMapper json;

    IdempotencyKeys(JdbcClient sql, Clock clock, ObjectMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
    }

    /** The place of an answer: what names it, and what enciphers it. */
    record Key(PersonId person, byte[] name, byte[] cipher) {

        String text() {
            return HexFormat.of().formatHex(name);
        }
    }

    record Answer(int status, Map<String, String> headers, byte[] body) {

        static Answer of(ContentCachingResponseWrapper response) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (String name : HEADERS) {
                String value = response.getHeader(name);
                if (value != null) {
                    headers.put(name, value);
                }
            }
            return new Answer(response.getStatus(), headers, response.getContentAsByteArray());
        }
    }

    record Kept(byte[] request, Answer answer) {}

    Key key(PersonId person, String token, String key) {
        return new Key(person, digest("name", token, key), digest("cipher", token, key));
    }

    private static byte[] digest(String purpose, String token, String key) {
        MessageDigest digest = RequestHash.sha256();
        for (String part : List.of(purpose, token, key)) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return digest.digest();
    }

    /** Holds the key until the end of the transaction; false when another request, on any node, holds it. */
    boolean hold(Key key) {
        return sql.sql("select pg_try_advisory_xact_lock(?)")
                .param(ByteBuffer.wrap(key.name()).getLong())
                .query(Boolean.class)
                .single();
    }

    @Nullable
    Kept find(Key key) {
        return sql.sql("""
                        select request, status, headers, body from idempotency_key
                         where person_id = :person and key = :key and status is not null and created_at > :since
                        """)
                .param("person", key.person().value())
                .param("key", key.text())
                .param("since", since())
                .query((row, index) -> new Kept(
                        row.getBytes("request"),
                        new Answer(
                                row.getInt("status"),
                                json.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {}),
                                opened(key, row.getBytes("body")))))
                .optional()
                .orElse(null);
    }

    void keep(Key key, byte[] request, Answer answer) {
        sql.sql("""
                        delete from idempotency_key where (person_id, key) in (
                            select person_id, key from idempotency_key where created_at <= :since limit 100
                               for update skip locked)
                        """).param("since", since()).update();
        sql.sql("""
                        insert into idempotency_key (person_id, key, request, status, headers, body, created_at)
                        values (:person, :key, :request, :status, :headers::jsonb, :body, :now)
                        on conflict (person_id, key) do update
                        set request = excluded.request, status = excluded.status, headers = excluded.headers,
                            body = excluded.body, created_at = excluded.created_at
                        """)
                .param("person", key.person().value())
                .param("key", key.text())
                .param("request", request)
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(answer.headers()))
                .param("body", sealed(key, answer.body()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime since() {
        return clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC);
    }

    private static byte[] sealed(Key key, byte[] body) {
        byte[] start = new byte[12];
        RANDOM.nextBytes(start);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, start, ByteBuffer.wrap(body));
        return ByteBuffer.allocate(start.length + sealed.length)
                .put(start)
                .put(sealed)
                .array();
    }

    private static byte[] opened(Key key, byte[] sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        byte[] start = new byte[12];
        bytes.get(start);
        return cipher(Cipher.DECRYPT_MODE, key, start, bytes);
    }

    private static byte[] cipher(int mode, Key key, byte[] start, ByteBuffer bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key.cipher(), "AES"), new GCMParameterSpec(128, start));
            byte[] rest = new byte[bytes.remaining()];
            bytes.get(rest);
            return cipher.doFinal(rest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
