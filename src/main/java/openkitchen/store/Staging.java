package openkitchen.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import openkitchen.problem.Fault;
import openkitchen.problem.Invalid;

/** The folder in which what is on its way is a file for a moment. Whoever is killed leaves it there, to be swept. */
final class Staging {

    private static final long LOOK_EVERY = 16 << 20;

    private final Path folder;
    private final Space space;
    private final long limit;

    Staging(Path folder, Space space, long limit) {
        this.folder = folder;
        this.space = space;
        this.limit = limit;
    }

    /** Bytes on this machine's disk, whole and synced; they are thrown away when this is closed. */
    record Staged(Path path, long size, byte[] sha256) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /** @throws Invalid when it is empty, larger than the installation allows, or would fill the disk */
    Staged take(InputStream bytes) throws IOException {
        space.onDisk(0);
        Path path = Files.createTempFile(Files.createDirectories(folder), "upload", "");
        try {
            MessageDigest digest = Hashes.sha256();
            long size = write(bytes, digest, path);
            if (size == 0) {
                throw new Invalid("file", "error.file_empty");
            }
            return new Staged(path, size, digest.digest());
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    private long write(InputStream bytes, MessageDigest digest, Path to) throws IOException {
        long size = 0;
        long looked = 0;
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[Hashes.BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw tooLarge(limit);
                }
                if (size - looked > LOOK_EVERY) {
                    space.onDisk(0);
                    looked = size;
                }
                digest.update(buffer, 0, read);
                ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
                while (chunk.hasRemaining()) {
                    channel.write(chunk);
                }
            }
            channel.force(true);
        }
        return size;
    }

    static Invalid tooLarge(long limit) {
        return new Invalid(List.of(new Fault("file", "error.file_too_large", Map.of("limit", limit / (1 << 20)))));
    }

    /** What lies here, is not named, and was not written to since. */
    List<Path> leftovers(Set<String> named, Instant before) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> old = new java.util.ArrayList<>();
            for (Path one : all.toList()) {
                if (!named.contains(one.getFileName().toString()) && DiskIntake.olderThan(one, before)) {
                    old.add(one);
                }
            }
            return old;
        }
    }
}
