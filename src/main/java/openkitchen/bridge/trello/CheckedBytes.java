package openkitchen.bridge.trello;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The file's bytes on their way to the parser: counted against a limit, held to strict UTF-8, a byte order mark dropped.
 * Nothing is kept, so a file that is far too large costs no more than the limit's reading.
 */
final class CheckedBytes extends InputStream {

    /** Leaves the parser untouched on its way out; never seen outside {@link TrelloFile}. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
        final transient TrelloRefusal why;

        Stop(TrelloRefusal why) {
            super(why.messageKey(), null, false, false);
            this.why = why;
        }
    }

    private static final int SNIFFED = 4;

    private final InputStream in;
    private final long limit;
    private final byte[] head;
    private int headAt;
    private long passed;
    private boolean ended;

    // the UTF-8 sequence that is being read: bytes still to come, and the range of the next one
    private int pending;
    private int low;
    private int high;
    private long sequenceAt;

    CheckedBytes(InputStream in, long limit) throws IOException {
        this.in = in;
        this.limit = limit;
        this.head = in.readNBytes(SNIFFED);
        if (startsWith('P', 'K', 3, 4) || startsWith('P', 'K', 5, 6)) {
            throw new Stop(new TrelloRefusal.Zip());
        }
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            headAt = 3;
            passed = 3;
        }
        // a parser given bytes takes zeros at the start for UTF-16 or UTF-32
        for (int i = headAt; i < head.length; i++) {
            if (head[i] == 0) {
                throw new Stop(new TrelloRefusal.NotUtf8(i));
            }
        }
    }

    private boolean startsWith(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        int count;
        if (headAt < head.length) {
            count = Math.min(length, head.length - headAt);
            System.arraycopy(head, headAt, bytes, offset, count);
            headAt += count;
        } else {
            count = in.read(bytes, offset, length);
        }
        if (count < 0) {
            ended = true;
            return -1;
        }
        if (passed + count > limit) {
            throw new Stop(new TrelloRefusal.TooLarge(limit >> 20));
        }
        check(bytes, offset, count);
        passed += count;
        return count;
    }

    /** Whether the stream has ended, and so late that a fault at this byte can only be that the rest is missing. */
    boolean cutAt(long byteOffset) {
        return ended && (pending > 0 || byteOffset >= delivered());
    }

    /** How many bytes the parser was given. */
    private long delivered() {
        return startsWith(0xEF, 0xBB, 0xBF) ? passed - 3 : passed;
    }

    private void check(byte[] bytes, int offset, int count) {
        for (int i = 0; i < count; i++) {
            int b = bytes[offset + i] & 0xFF;
            if (pending > 0) {
                if (b < low || b > high) {
                    throw new Stop(new TrelloRefusal.NotUtf8(sequenceAt));
                }
                pending--;
                low = 0x80;
                high = 0xBF;
            } else if (b >= 0x80) {
                sequenceAt = passed + i;
                begin(b);
            }
        }
    }

    /** The well-formed sequences of the Unicode standard, table 3-7. */
    private void begin(int b) {
        if (b >= 0xC2 && b <= 0xDF) {
            expect(1, 0x80, 0xBF);
        } else if (b == 0xE0) {
            expect(2, 0xA0, 0xBF);
        } else if (b == 0xED) {
            expect(2, 0x80, 0x9F);
        } else if (b >= 0xE1 && b <= 0xEF) {
            expect(2, 0x80, 0xBF);
        } else if (b == 0xF0) {
            expect(3, 0x90, 0xBF);
        } else if (b >= 0xF1 && b <= 0xF3) {
            expect(3, 0x80, 0xBF);
        } else if (b == 0xF4) {
            expect(3, 0x80, 0x8F);
        } else {
            throw new Stop(new TrelloRefusal.NotUtf8(sequenceAt));
        }
    }

    private void expect(int bytes, int from, int to) {
        pending = bytes;
        low = from;
        high = to;
    }
}
