package openkitchen.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals what goes out in letters and comes back, so that nobody else can make it: HMAC-SHA-256 by a key kept in the database. */
@Component
public class Seals {

    /** Bytes of a seal: 80 bits, against guessing through a mailbox or a page. */
    public static final int LENGTH = 10;

    private static final String HMAC = "HmacSHA256";

    private final JdbcClient sql;
    private volatile byte @Nullable [] key;

    Seals(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param purpose what the content is for: a seal for one thing is none for another */
    public byte[] seal(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key(), HMAC));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(content), LENGTH);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public boolean right(String purpose, byte[] content, byte[] seal) {
        return MessageDigest.isEqual(seal(purpose, content), seal);
    }

    /** The content with its seal before it, as a part of a link. */
    String link(String purpose, String content) {
        byte[] said = content.getBytes(StandardCharsets.US_ASCII);
        byte[] seal = seal(purpose, said);
        byte[] both = Arrays.copyOf(seal, seal.length + said.length);
        System.arraycopy(said, 0, both, seal.length, said.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** What such a part of a link says; empty for what is none of ours. */
    Optional<String> unlink(String purpose, String link) {
        byte[] both;
        try {
            both = Base64.getUrlDecoder().decode(link);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
        if (both.length <= LENGTH) {
            return Optional.empty();
        }
        byte[] said = Arrays.copyOfRange(both, LENGTH, both.length);
        return right(purpose, said, Arrays.copyOf(both, LENGTH))
                ? Optional.of(new String(said, StandardCharsets.US_ASCII))
                : Optional.empty();
    }

    private byte[] key() {
        byte[] known = key;
        if (known == null) {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            sql.sql("insert into seal (key) values (?) on conflict do nothing")
                    .param(fresh)
                    .update();
            known = sql.sql("select key from seal").query(byte[].class).single();
            key = known;
        }
        return known;
    }
}
