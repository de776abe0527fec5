package openkitchen.reading;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of one sheet where {@link TableWriter} left them. Positions count its rows below the header, from 0. */
final class TableFiles implements AutoCloseable {

    private static final int ENTRY = 5 * Integer.BYTES;

    private final FileChannel channel;
    private final Part[] parts;

    /** @param from the position of its first row */
    private record Part(int from, int count, long offset, int shown, int shownWhole, int folded, int foldedWhole) {}

    private TableFiles(FileChannel channel, Part[] parts) {
        this.channel = channel;
        this.parts = parts;
    }

    static Path rows(Path folder, int sheet) {
        return folder.resolve("sheet-" + sheet);
    }

    static Path index(Path folder, int sheet) {
        return folder.resolve("sheet-" + sheet + ".index");
    }

    static Path first(Path folder) {
        return folder.resolve("first");
    }

    /** The first sheet's beginning, when it is there by now. */
    static Optional<First> readFirst(Path folder) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(first(folder))))) {
            Sheet sheet = ResultFile.sheet(in);
            int count = in.readInt();
            return Optional.of(new First(sheet, Chunk.rows(in.readNBytes(in.readInt()), count, null), false));
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        }
    }

    static TableFiles open(Path folder, int sheet) throws IOException {
        ByteBuffer index = ByteBuffer.wrap(Files.readAllBytes(index(folder, sheet)));
        Part[] parts = new Part[index.remaining() / ENTRY];
        int from = 0;
        long offset = 0;
        for (int at = 0; at < parts.length; at++) {
            Part part = new Part(
                    from, index.getInt(), offset, index.getInt(), index.getInt(), index.getInt(), index.getInt());
            parts[at] = part;
            from += part.count();
            offset += part.shown() + part.folded();
        }
        return new TableFiles(FileChannel.open(rows(folder, sheet)), parts);
    }

    private int size() {
        return parts.length == 0 ? 0 : parts[parts.length - 1].from() + parts[parts.length - 1].count();
    }

    List<Row> rows(int from, int count) {
        return rows(IntStream.range(Math.min(from, size()), Math.min(from + count, size()))
                .toArray());
    }

    /** @param positions in order */
    List<Row> rows(int[] positions) {
        List<Row> rows = new ArrayList<>(positions.length);
        int at = 0;
        for (Part part : parts) {
            int end = at;
            while (end < positions.length && positions[end] < part.from() + part.count()) {
                end++;
            }
            if (end > at) {
                int[] places = IntStream.range(at, end)
                        .map(position -> positions[position] - part.from())
                        .toArray();
                rows.addAll(Chunk.rows(shown(part), part.count(), places));
            }
            at = end;
        }
        return rows;
    }

    /** All rows, a part at a time. */
    Stream<Row> all() {
        return Arrays.stream(parts).flatMap(part -> Chunk.rows(shown(part), part.count(), null).stream());
    }

    /** The positions of the rows some cell of which contains the query and that pass all filters. */
    int[] matching(String query, Map<Integer, String> filters) {
        Sought any = new Sought(query);
        Map<Integer, Sought> byColumn = filters.entrySet().stream()
                .filter(filter -> !filter.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, filter -> new Sought(filter.getValue())));
        IntStream.Builder found = IntStream.builder();
        for (Part part : parts) {
            byte[] folded = folded(part);
            if (any.in(folded, 0, folded.length)) {
                match(part, folded, any, byColumn, found);
            }
        }
        return found.build().toArray();
    }

    private static void match(
            Part part, byte[] folded, Sought any, Map<Integer, Sought> byColumn, IntStream.Builder found) {
        int start = 0;
        for (int row = 0; row < part.count(); row++) {
            int end = start;
            while (folded[end] != Chunk.ROW) {
                end++;
            }
            if (any.in(folded, start, end) && passes(folded, start, end, byColumn)) {
                found.add(part.from() + row);
            }
            start = end + 1;
        }
    }

    private static boolean passes(byte[] folded, int start, int end, Map<Integer, Sought> byColumn) {
        int left = byColumn.size();
        int column = 0;
        for (int cell = start; left > 0 && cell < end; column++) {
            int cellEnd = cell;
            while (folded[cellEnd] != Chunk.CELL) {
                cellEnd++;
            }
            Sought sought = byColumn.get(column);
            if (sought != null) {
                if (!sought.in(folded, cell, cellEnd)) {
                    return false;
                }
                left--;
            }
            cell = cellEnd + 1;
        }
        return left == 0;
    }

    private byte[] shown(Part part) {
        return Chunk.inflate(read(part.offset(), part.shown()), part.shownWhole());
    }

    private byte[] folded(Part part) {
        return Chunk.inflate(read(part.offset() + part.shown(), part.folded()), part.foldedWhole());
    }

    private byte[] read(long offset, int length) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offset + bytes.position()) < 0) {
                    throw new IOException("a sheet ends too early");
                }
            }
            return bytes.array();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Bytes looked for in bytes, by Horspool's rule. */
    private static final class Sought {

        private final byte[] bytes;
        private final int[] steps = new int[256];

        Sought(String text) {
            bytes = Folded.of(text).getBytes(StandardCharsets.UTF_8);
            Arrays.fill(steps, bytes.length);
            for (int at = 0; at < bytes.length - 1; at++) {
                steps[bytes[at] & 0xFF] = bytes.length - 1 - at;
            }
        }

        boolean in(byte[] all, int from, int to) {
            if (bytes.length == 0) {
                return true;
            }
            int last = bytes.length - 1;
            for (int start = from; start + last < to; start += steps[all[start + last] & 0xFF]) {
                int at = last;
                while (all[start + at] == bytes[at]) {
                    if (at == 0) {
                        return true;
                    }
                    at--;
                }
            }
            return false;
        }
    }
}
