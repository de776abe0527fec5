package openkitchen.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A part of a page that is kept both as it is and deflated. A deflated part ends at a byte boundary (a sync flush) and looks
 * back at nothing before it, so parts can be sent one after another as one gzip stream without being packed again.
 */
final class Segment {

    private final byte[] plain;
    private final byte[] packed;
    private final int crc;
    private final Crc32Shift shift;

    private Segment(byte[] plain, byte[] packed) {
        this.plain = plain;
        this.packed = packed;
        CRC32 sum = new CRC32();
        sum.update(plain);
        this.crc = (int) sum.getValue();
        this.shift = Crc32Shift.over(plain.length);
    }

    /** A part that will be sent many times. */
    static Segment kept(String html) {
        return pack(html, 6);
    }

    /** A part that will be sent once. */
    static Segment once(String html) {
        return pack(html, 1);
    }

    private static Segment pack(String html, int level) {
        byte[] plain = html.getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater(level, true);
        try {
            deflater.setInput(plain);
            ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4 + 64);
            byte[] buffer = new byte[16 * 1024];
            int length;
            do {
                length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
                packed.write(buffer, 0, length);
            } while (length == buffer.length);
            return new Segment(plain, packed.toByteArray());
        } finally {
            deflater.end();
        }
    }

    /** How much memory it takes, in bytes. */
    int size() {
        return plain.length + packed.length + 256;
    }

    byte[] plain() {
        return plain;
    }

    byte[] packed() {
        return packed;
    }

    /** The checksum of what came before, with this part behind it. */
    int crcAfter(int before) {
        return shift.apply(before) ^ crc;
    }
}
