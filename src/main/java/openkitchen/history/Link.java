package openkitchen.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One link of a project's chain as it is kept: SHA-256 over the hash before it and everything that the event says. */
record Link(
        long project,
        long number,
        Instant at,
        @Nullable Long actor,
        String kind,
        @Nullable Long card,
        @Nullable String source,
        String data) {

    byte[] hash(byte[] before) {
        MessageDigest digest = sha256();
        digest.update(before);
        number(digest, project);
        number(digest, number);
        number(digest, at.getEpochSecond());
        number(digest, at.getNano() / 1000);
        number(digest, actor == null ? 0 : actor);
        number(digest, card == null ? 0 : card);
        text(digest, kind);
        text(digest, source == null ? "" : source);
        text(digest, data);
        return digest.digest();
    }

    private static void number(MessageDigest digest, long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(digest, bytes.length);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
