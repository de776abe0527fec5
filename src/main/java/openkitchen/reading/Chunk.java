package openkitchen.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A few hundred rows as they lie on disk, twice: as they are shown, and folded to be searched. Numbers are written seven
 * bits a byte; folded cells end with {@link #CELL}, folded rows with {@link #ROW}, which occur in no folded text.
 */
final class Chunk {

    static final int ROWS = 256;
    static final byte CELL = 0x1F;
    static final byte ROW = 0x1E;

    private Chunk() {}

    static void add(Row row, ByteArrayOutputStream shown, ByteArrayOutputStream folded) {
        number(row.number(), shown);
        number(row.cells().size(), shown);
        for (String cell : row.cells()) {
            byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
            number(bytes.length, shown);
            shown.writeBytes(bytes);
            folded.writeBytes(foldedAlready(bytes) ? bytes : Folded.of(cell).getBytes(StandardCharsets.UTF_8));
            folded.write(CELL);
        }
        folded.write(ROW);
    }

    /** Figures and small Latin letters are most of a table. */
    private static boolean foldedAlready(byte[] utf8) {
        for (byte letter : utf8) {
            if (letter < ' ' || (letter >= 'A' && letter <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static void number(int number, ByteArrayOutputStream to) {
        int rest = number;
        for (; rest > 0x7F; rest >>>= 7) {
            to.write(rest & 0x7F | 0x80);
        }
        to.write(rest);
    }

    /** The rows of a chunk that are at these places in it, in order; all of them for null. */
    static List<Row> rows(byte[] shown, int count, int @Nullable [] places) {
        List<Row> rows = new ArrayList<>();
        Cursor cursor = new Cursor(shown);
        int next = 0;
        for (int place = 0; place < count && (places == null || next < places.length); place++) {
            if (places == null || places[next] == place) {
                rows.add(cursor.row());
                next++;
            } else {
                cursor.pass();
            }
        }
        return rows;
    }

    static byte[] deflate(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
            byte[] buffer = new byte[1 << 13];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    static byte[] inflate(byte[] bytes, int length) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes);
            byte[] out = new byte[length];
            int at = 0;
            while (at < length) {
                int read = inflater.inflate(out, at, length - at);
                if (read == 0) {
                    throw new IllegalStateException("a chunk ends too early");
                }
                at += read;
            }
            return out;
        } catch (DataFormatException broken) {
            throw new IllegalStateException("a chunk is broken", broken);
        }
    }

    private static final class Cursor {

        private final byte[] bytes;
        private int at;

        Cursor(byte[] bytes) {
            this.bytes = bytes;
        }

        Row row() {
            int number = number();
            int count = number();
            String[] cells = new String[count];
            for (int cell = 0; cell < count; cell++) {
                int length = number();
                cells[cell] = length == 0 ? "" : new String(bytes, at, length, StandardCharsets.UTF_8);
                at += length;
            }
            return new Row(number, List.of(cells));
        }

        void pass() {
            number();
            for (int left = number(); left > 0; left--) {
                int length = number();
                at += length;
            }
        }

        private int number() {
            int number = 0;
            for (int shift = 0; ; shift += 7) {
                byte part = bytes[at++];
                number |= (part & 0x7F) << shift;
                if (part >= 0) {
                    return number;
                }
            }
        }
    }
}
