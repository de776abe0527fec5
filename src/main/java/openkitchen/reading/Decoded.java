package openkitchen.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a text in whatever letters it is written: UTF-8, UTF-16, or else windows-1251. */
final class Decoded {

    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final int SAMPLE = 1 << 16;

    private Decoded() {}

    /** @throws Refused when it is no text */
    static Reader open(Path file) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE);
        }
        int mark = 0;
        Charset charset;
        if (starts(sample, 0xEF, 0xBB, 0xBF)) {
            charset = StandardCharsets.UTF_8;
            mark = 3;
        } else if (starts(sample, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (starts(sample, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else {
            charset = unmarked(file, sample);
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset);
    }

    private static boolean starts(byte[] sample, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (at >= sample.length || (sample[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    private static Charset unmarked(Path file, byte[] sample) throws IOException {
        int evenHigh = 0;
        int oddHigh = 0;
        int controls = 0;
        boolean zeros = false;
        for (int at = 0; at < sample.length; at++) {
            // the upper half of a Latin or Russian letter in UTF-16
            boolean high = sample[at] == 0 || sample[at] == 4;
            evenHigh += high && at % 2 == 0 ? 1 : 0;
            oddHigh += high && at % 2 == 1 ? 1 : 0;
            zeros |= sample[at] == 0;
            controls += sample[at] >= 0 && sample[at] < ' ' && !Character.isWhitespace(sample[at]) ? 1 : 0;
        }
        int pairs = sample.length / 2;
        if (zeros && oddHigh * 10 > pairs * 9 && evenHigh * 10 < pairs) {
            return StandardCharsets.UTF_16LE;
        }
        if (zeros && evenHigh * 10 > pairs * 9 && oddHigh * 10 < pairs) {
            return StandardCharsets.UTF_16BE;
        }
        if (zeros || controls * 50 > sample.length) {
            throw new Refused(Reading.Why.NOT_KNOWN);
        }
        return utf8(file) ? StandardCharsets.UTF_8 : CYRILLIC;
    }

    private static boolean utf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        byte[] bytes = new byte[1 << 16];
        CharBuffer letters = CharBuffer.allocate(1 << 16);
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int read = in.read(bytes, kept, bytes.length - kept);
                ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, kept + Math.max(read, 0));
                CoderResult result = decoder.decode(buffer, letters.clear(), read < 0);
                if (result.isError()) {
                    return false;
                }
                if (read < 0) {
                    return true;
                }
                kept = buffer.compact().position();
            }
        }
    }
}
