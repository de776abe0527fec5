package openkitchen.text;

import java.text.Normalizer;

/**
 * Input as it is kept. Every text that comes in passes here, before its length is checked: what cannot be stored (NUL,
 * half a character) or would deceive the eye (control characters) goes.
 */
public final class CleanText {

    private CleanText() {}

    /**
     * A title or a name: one line in Unicode's composed form (NFC), without white space at its ends; line breaks and
     * tabs become one space. Marks that turn the direction of writing go too, for they could disguise a name.
     */
    public static String line(String input) {
        StringBuilder line = new StringBuilder(input.length());
        input.codePoints().forEach(c -> {
            if (breaks(c)) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (c == ' ' && !line.isEmpty() && line.charAt(line.length() - 1) == ' ') {
                return;
            } else if (!control(c) && !turns(c)) {
                line.appendCodePoint(c);
            }
        });
        return trimmed(Normalizer.normalize(line, Normalizer.Form.NFC));
    }

    /** A text of many lines, its characters as they were typed: line ends become {@code \n}; tabs stay. */
    public static String body(String input) {
        StringBuilder body = new StringBuilder(input.length());
        int[] points = input.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (c == '\r') {
                if (i + 1 == points.length || points[i + 1] != '\n') {
                    body.append('\n');
                }
            } else if (c == '\n' || c == '\t' || !control(c)) {
                body.appendCodePoint(c);
            }
        }
        return body.toString();
    }

    private static boolean breaks(int c) {
        return c == '\n' || c == '\r' || c == '\t' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean control(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.SURROGATE || c == 0xfeff;
    }

    private static boolean turns(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
    }

    private static String trimmed(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && blank(line.charAt(start))) {
            start++;
        }
        while (end > start && blank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200b;
    }
}
