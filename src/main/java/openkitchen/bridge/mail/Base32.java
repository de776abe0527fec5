package openkitchen.bridge.mail;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/** RFC 4648 without padding, in small letters: what mail servers do to the case of an address does no harm. */
final class Base32 {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    private Base32() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = buffer << 8 | (each & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(LETTERS.charAt(buffer >> bits & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(LETTERS.charAt(buffer << 5 - bits & 31)).toString();
    }

    static Optional<byte[]> read(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char each : text.toLowerCase(Locale.ROOT).toCharArray()) {
            int value = LETTERS.indexOf(each);
            if (value < 0) {
                return Optional.empty();
            }
            buffer = buffer << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        return Optional.of(bytes.toByteArray());
    }
}
