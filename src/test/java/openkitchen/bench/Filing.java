package openkitchen.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;

/** A file of 100 MB that goes up and comes down, beside a copy of it on the same disk; and what one of 1 GB takes of memory. */
final class Filing {

    private static final int MEGABYTES = 100;
    private static final long SIZE = MEGABYTES * 1_000_000L;
    private static final String SESSION = Seed.token(0, 0);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Installation server;
    private final Database database;
    private final Rounds rounds;
    private final Path folder;
    private long sent;

    /** @param folder on the disk on which the server keeps files */
    Filing(Installation server, Database database, Rounds rounds, Path folder) {
        this.server = server;
        this.database = database;
        this.rounds = rounds;
        this.folder = folder;
    }

    /** @param large how many megabytes the file has that is to take no more memory than a small one */
    void measure(Board board, int large, Report report) throws Exception {
        Path file = file();
        try (FileChannel bytes = FileChannel.open(file);
                Wire wire = new Wire(server.port())) {
            Carrier carrier = new Carrier(wire, SESSION);
            report.throughput(
                    "bring in a file of %d MB, in pieces of 8 MB".formatted(MEGABYTES),
                    MEGABYTES,
                    rounds.compare(() -> up(carrier, bytes), () -> copy(file)),
                    "copy it, with fsync",
                    "≥ 50 %");
            byte[] fetch = Wire.get(put(carrier, bytes, board) + "?download=1", SESSION);
            report.throughput(
                    "fetch it from its material",
                    MEGABYTES,
                    rounds.compare(() -> down(wire, fetch), () -> copy(file)),
                    "copy it, with fsync",
                    "≥ 100 %");
            memory(carrier, bytes, large, report);
        } finally {
            Files.delete(file);
        }
    }

    private Path file() throws IOException {
        Path file = folder.resolve("random");
        Random random = new Random(42);
        byte[] bytes = new byte[1_000_000];
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < MEGABYTES; i++) {
                random.nextBytes(bytes);
                out.write(ByteBuffer.wrap(bytes));
            }
            out.force(true);
        }
        return file;
    }

    /** The file with another beginning each time, since the same bytes are kept once; over and over when more is asked for. */
    private Carrier.Source source(FileChannel bytes) {
        long stamp = ++sent;
        return (piece, offset) -> {
            int begin = piece.position();
            while (piece.hasRemaining()) {
                bytes.read(piece, (offset + piece.position() - begin) % SIZE);
            }
            if (offset == 0) {
                piece.putLong(begin, stamp);
            }
        };
    }

    private Figures up(Carrier carrier, FileChannel bytes) throws IOException {
        Carrier.Source source = source(bytes);
        long start = System.nanoTime();
        carrier.send(carrier.begin("Ролик.bin", SIZE), SIZE, source, PATIENCE);
        return once(System.nanoTime() - start);
    }

    private String put(Carrier carrier, FileChannel bytes, Board board) throws Exception {
        String token = carrier.begin("Ролик.bin", SIZE);
        carrier.send(token, SIZE, source(bytes), PATIENCE);
        return carrier.put(database, board, 1, token);
    }

    private static Figures down(Wire wire, byte[] fetch) throws IOException {
        long start = System.nanoTime();
        long came = wire.pass(fetch);
        if (came != SIZE) {
            throw new IOException(came + " bytes came of " + SIZE);
        }
        return once(System.nanoTime() - start);
    }

    /** By reading and writing, as no file system can shorten it. */
    private Figures copy(Path file) throws IOException {
        Path to = folder.resolve("copy");
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
        long start = System.nanoTime();
        try (FileChannel in = FileChannel.open(file);
                FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (in.read(buffer.clear()) >= 0) {
                out.write(buffer.flip());
            }
            out.force(true);
        }
        long took = System.nanoTime() - start;
        Files.delete(to);
        return once(took);
    }

    private static Figures once(long nanos) {
        return Figures.of(new long[] {nanos}, nanos / 1e9);
    }

    private void memory(Carrier carrier, FileChannel bytes, int large, Report report) throws IOException {
        long before = server.mostMegabytes();
        long size = large * 1_000_000L;
        long came = carrier.send(carrier.begin("Запись встречи.bin", size), size, source(bytes), PATIENCE);
        long after = server.mostMegabytes();
        report.beside(
                "most memory of the JVM, after a file of %d MB".formatted(came / 1_000_000),
                after + " MB",
                "before it: " + before + " MB",
                "+ %d MB".formatted(after - before),
                "≤ + 64 MB");
    }
}
