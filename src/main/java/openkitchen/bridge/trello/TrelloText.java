package openkitchen.bridge.trello;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes Trello's texts fit for us, without taking anything that one can see. */
final class TrelloText {

    private static final Pattern OTHER_LINE_BREAKS = Pattern.compile("[\\u2028\\u2029\\u0085\\u000B\\f]");
    /** Titles by which the editor marks its own links: {@code [url](url "smartCard-inline")}, {@code [x](url "‌")}. */
    private static final Pattern EDITOR_TITLE =
            Pattern.compile("(?<![ \\t])[ \\t]++\"(?:smartCard-(?:inline|block|embed)|\\u200C+)\"[ \\t]*\\)");
    /** How the editor keeps an empty paragraph. */
    private static final Pattern EMPTY_PARAGRAPH = Pattern.compile("^[ \\t]*\\u200C[ \\t\\u200C]*$", Pattern.MULTILINE);

    private static final int HEX = 16;

    private TrelloText() {}

    /** A name: one line, nothing before and after it. */
    static String line(String raw) {
        String name = raw.strip();
        return breaks(name)
                ? OTHER_LINE_BREAKS
                        .matcher(name)
                        .replaceAll("\n")
                        .lines()
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "))
                : name;
    }

    /** Whether it is more than one line. */
    static boolean breaks(String name) {
        return name.indexOf('\n') >= 0
                || name.indexOf('\r') >= 0
                || OTHER_LINE_BREAKS.matcher(name).find();
    }

    /** A text in Markdown. */
    static String body(String raw) {
        String text = raw.replace("\r\n", "\n").replace('\r', '\n');
        if (text.indexOf('"') >= 0) {
            text = EDITOR_TITLE.matcher(text).replaceAll(")");
        }
        if (text.indexOf('\u200C') >= 0) {
            text = EMPTY_PARAGRAPH.matcher(text).replaceAll("");
        }
        return text;
    }

    /** Without NUL, which PostgreSQL refuses, and with � for half a surrogate pair, which UTF-8 cannot say. */
    static String storable(String raw) {
        int i = 0;
        while (i < raw.length() && raw.charAt(i) != 0 && !Character.isSurrogate(raw.charAt(i))) {
            i++;
        }
        if (i == raw.length()) {
            return raw;
        }
        StringBuilder clean = new StringBuilder(raw.length()).append(raw, 0, i);
        raw.codePoints().skip(i).forEach(c -> {
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if (c != 0) {
                clean.appendCodePoint(half ? 0xFFFD : c);
            }
        });
        return clean.toString();
    }

    static String upTo(int characters, String text) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters)) + "…";
    }

    /** A stored file's name as people wrote it; what is not percent-encoded UTF-8 stays. Only the last part of a path. */
    static String fileName(String encoded) {
        String name = percentDecoded(encoded);
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return line(last);
    }

    private static String percentDecoded(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%' && i + 2 < raw.length) {
                int high = Character.digit(raw[i + 1], HEX);
                int low = Character.digit(raw[i + 2], HEX);
                if (high >= 0 && low >= 0) {
                    bytes.write(high * HEX + low);
                    i += 2;
                    continue;
                }
            }
            bytes.write(raw[i]);
        }
        String decoded = bytes.toString(StandardCharsets.UTF_8);
        return decoded.indexOf('\uFFFD') >= 0 && encoded.indexOf('\uFFFD') < 0 ? encoded : decoded;
    }
}
