package openkitchen.material;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SHA-256 by which a version is known. Of one file it is the file's own, so that anybody can make it with any tool. Of several
 * it is over the list that {@code sha256sum} prints of them, in the order of their names: a line each of the file's SHA-256, two
 * spaces and its name, ended by a line feed, in UTF-8. Of a text and of a link's address it is over their characters in UTF-8.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /** A file by its name and its SHA-256 in hexadecimal. */
    public record Named(String name, String sha256) {}

    public static byte[] ofText(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] ofFiles(List<Named> files) {
        if (files.size() == 1) {
            return HexFormat.of().parseHex(files.getFirst().sha256());
        }
        return ofText(list(files));
    }

    /** What the SHA-256 of several files is over. */
    public static String list(List<Named> files) {
        return files.stream()
                .sorted(Comparator.comparing(Named::name).thenComparing(Named::sha256))
                .map(file -> file.sha256() + "  " + file.name() + "\n")
                .collect(Collectors.joining());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
