package openkitchen.reading;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import openkitchen.text.Clip;
import org.jspecify.annotations.Nullable;

/** Writes a table's sheets, row by row, into a folder that {@link TableFiles} reads. */
final class TableWriter {

    static final int MOST_SHEETS = 200;
    static final int MOST_ROWS = 1_000_000;
    static final int MOST_COLUMNS = 1_000;
    static final int MOST_LETTERS = 32_767;
    static final int FIRST = 500;
    private static final long MOST_BYTES = 1L << 29;
    private static final int MOST_IN_CHUNK = 1 << 20;
    private static final long MOST_WAITING = 1 << 21;

    private static final int MOST_AHEAD = 4;

    private final Path folder;
    private final Executor packing = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().unstarted(work));
    private final Semaphore ahead = new Semaphore(MOST_AHEAD);
    private final List<Sheet> sheets = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final AtomicLong written = new AtomicLong();
    private boolean cut;

    TableWriter(Path folder) {
        this.folder = folder;
    }

    OneSheet sheet(String name, boolean headed) {
        say(name);
        return new OneSheet(name, headed);
    }

    void cut() {
        cut = true;
    }

    Reading.Table done() {
        return new Reading.Table(List.copyOf(sheets), cut, Clip.to(words.toString(), Reading.MOST_WORDS));
    }

    private void say(String text) {
        if (!text.isEmpty() && words.length() < Reading.MOST_WORDS) {
            words.append(text).append(' ');
        }
    }

    /** A sheet while it is being written. */
    final class OneSheet {

        private final String name;
        private final boolean headed;
        private final Path place = TableFiles.rows(folder, sheets.size());
        private final OutputStream out;
        private final ByteArrayOutputStream index = new ByteArrayOutputStream();
        private final DataOutputStream indexed = new DataOutputStream(index);
        private List<Row> waiting = new ArrayList<>();
        private boolean open;
        private List<String> header = List.of();
        private int headerRow;
        private List<Integer> widths = List.of();
        private int rows;
        private int seen;
        private int columns;
        private List<Row> chunk = new ArrayList<>(Chunk.ROWS);
        private long chunkLetters;
        private CompletableFuture<@Nullable Void> packed = CompletableFuture.completedFuture(null);
        private long waitingLetters;

        private OneSheet(String name, boolean headed) {
            this.name = name;
            this.headed = headed;
            try {
                out = new BufferedOutputStream(Files.newOutputStream(place), 1 << 16);
            } catch (IOException failed) {
                throw new NotWritten(failed);
            }
        }

        /** False when no more rows are taken. An empty row is passed over. */
        boolean row(int number, List<String> given) {
            List<String> cells = clean(given);
            if (cells.isEmpty()) {
                return true;
            }
            if (seen == MOST_ROWS || written.get() > MOST_BYTES) {
                cut = true;
                return false;
            }
            seen++;
            columns = Math.max(columns, cells.size());
            cells.forEach(TableWriter.this::say);
            Row row = new Row(number, cells);
            if (open) {
                write(row);
            } else {
                waiting.add(row);
                waitingLetters += cells.stream().mapToInt(String::length).sum();
                if (waiting.size() == FIRST || waitingLetters > MOST_WAITING) {
                    open();
                }
            }
            return true;
        }

        private List<String> clean(List<String> given) {
            int size = given.size();
            while (size > 0 && given.get(size - 1).isBlank()) {
                size--;
            }
            if (size > MOST_COLUMNS) {
                cut = true;
                size = MOST_COLUMNS;
            }
            String[] cells = new String[size];
            for (int at = 0; at < size; at++) {
                String cell = given.get(at);
                cells[at] = cell.isBlank() ? "" : Clip.to(cell.replace('\0', ' '), MOST_LETTERS);
            }
            return List.of(cells);
        }

        /** The first rows are there, or all of them: tells the header, and leaves a note for who cannot wait. */
        private void open() {
            open = true;
            int found = waiting.isEmpty() ? -1 : headed ? 0 : Headers.find(waiting);
            if (found >= 0) {
                header = waiting.get(found).cells();
                headerRow = waiting.get(found).number();
            }
            List<Row> below = waiting.subList(found + 1, waiting.size());
            widths = Headers.widths(header, below);
            waiting = List.of();
            if (sheets.isEmpty()) {
                note(below);
            }
            below.forEach(this::write);
        }

        private void note(List<Row> below) {
            try {
                Path draft = folder.resolve("first.draft");
                try (DataOutputStream note =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
                    ResultFile.write(sheet(below.size()), note);
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    ByteArrayOutputStream unused = new ByteArrayOutputStream();
                    below.forEach(row -> Chunk.add(row, bytes, unused));
                    note.writeInt(below.size());
                    note.writeInt(bytes.size());
                    bytes.writeTo(note);
                }
                Files.move(draft, TableFiles.first(folder), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failed) {
                throw new NotWritten(failed);
            }
        }

        private void write(Row row) {
            chunk.add(row);
            rows++;
            for (String cell : row.cells()) {
                chunkLetters += cell.length();
            }
            if (chunk.size() == Chunk.ROWS || chunkLetters > MOST_IN_CHUNK) {
                hand();
            }
        }

        /** To another thread, which packs them while the next ones are read. */
        private void hand() {
            if (chunk.isEmpty()) {
                return;
            }
            List<Row> full = chunk;
            CompletableFuture<@Nullable Void> before = packed;
            chunk = new ArrayList<>(Chunk.ROWS);
            chunkLetters = 0;
            ahead.acquireUninterruptibly();
            packed = CompletableFuture.runAsync(
                    () -> {
                        try {
                            before.join();
                            pack(full);
                        } finally {
                            ahead.release();
                        }
                    },
                    packing);
        }

        private void pack(List<Row> full) {
            ByteArrayOutputStream shown = new ByteArrayOutputStream(1 << 16);
            ByteArrayOutputStream folded = new ByteArrayOutputStream(1 << 16);
            full.forEach(row -> Chunk.add(row, shown, folded));
            byte[] rowsPart = Chunk.deflate(shown.toByteArray());
            byte[] foldedPart = Chunk.deflate(folded.toByteArray());
            try {
                indexed.writeInt(full.size());
                indexed.writeInt(rowsPart.length);
                indexed.writeInt(shown.size());
                indexed.writeInt(foldedPart.length);
                indexed.writeInt(folded.size());
                out.write(rowsPart);
                out.write(foldedPart);
            } catch (IOException failed) {
                throw new NotWritten(failed);
            }
            written.addAndGet(rowsPart.length + foldedPart.length);
        }

        void done() {
            if (!open) {
                open();
            }
            hand();
            try {
                packed.join();
                out.close();
                Files.write(TableFiles.index(folder, sheets.size()), index.toByteArray());
            } catch (IOException | CompletionException failed) {
                throw new NotWritten(failed);
            }
            sheets.add(sheet(rows));
        }

        private Sheet sheet(int count) {
            List<String> names = new ArrayList<>(header);
            if (headerRow > 0) {
                names.addAll(Collections.nCopies(Math.max(0, columns - names.size()), ""));
            }
            List<Integer> wide = new ArrayList<>(widths);
            wide.addAll(Collections.nCopies(Math.max(0, columns - wide.size()), 10));
            return new Sheet(name, count, columns, List.copyOf(names), headerRow, List.copyOf(wide));
        }
    }
}
