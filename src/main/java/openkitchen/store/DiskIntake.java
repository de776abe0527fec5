package openkitchen.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Appends what comes to a file. One request at a time writes to it: in this process by a set of those that are being written,
 * among processes by a lock on the file, which ends with whoever holds it.
 */
final class DiskIntake implements Intake {

    private static final long SAFE_EVERY = 8 << 20;

    private final Path folder;
    private final UploadRows rows;
    private final Space space;
    private final Set<String> writing = ConcurrentHashMap.newKeySet();

    DiskIntake(Path folder, UploadRows rows, Space space) {
        this.folder = folder;
        this.rows = rows;
        this.space = space;
    }

    private interface Work<T> {
        T on(FileChannel file) throws IOException;
    }

    /** Null when somebody else has the file in hand. */
    private <T> @Nullable T alone(String token, Work<T> work) throws IOException {
        if (!writing.add(token)) {
            return null; // and the file stays shut: closing it a second time would end the other's lock
        }
        try (FileChannel file = FileChannel.open(
                Files.createDirectories(folder).resolve(token), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = file.tryLock();
            return lock == null ? null : work.on(file);
        } finally {
            writing.remove(token);
        }
    }

    @Override
    public Outcome receive(String token, long offset, InputStream body) throws IOException {
        Outcome outcome = alone(token, file -> {
            Optional<UploadRows.Row> row = rows.find(token);
            if (row.isEmpty()) {
                Files.deleteIfExists(folder.resolve(token));
                return Outcome.WRONG_OFFSET;
            }
            UploadRows.Row upload = row.get();
            if (file.size() < upload.received()) {
                rows.advance(token, upload.received(), file.size());
                return Outcome.WRONG_OFFSET;
            }
            if (offset != upload.received() || upload.file() != null) {
                return Outcome.WRONG_OFFSET;
            }
            if (offset == 0) {
                Disk.sync(folder, StandardOpenOption.READ);
            }
            return append(file, upload, new UntilItBreaks(body));
        });
        return outcome == null ? Outcome.BUSY : outcome;
    }

    private Outcome append(FileChannel file, UploadRows.Row upload, InputStream body) throws IOException {
        long safe = upload.received();
        long reached = safe;
        file.truncate(safe).position(safe);
        byte[] buffer = new byte[Hashes.BUFFER];
        int read = 0;
        while (reached < upload.size() && read >= 0) {
            read = body.read(buffer, 0, (int) Math.min(buffer.length, upload.size() - reached));
            ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, Math.max(0, read));
            while (chunk.hasRemaining()) {
                reached += file.write(chunk);
            }
            if (reached - safe >= SAFE_EVERY || (reached > safe && (read < 0 || reached == upload.size()))) {
                file.force(true);
                if (!rows.advance(upload.token(), safe, reached)) {
                    return Outcome.WRONG_OFFSET;
                }
                safe = reached;
                space.onDisk(0); // others may have filled it since the beginning
            }
        }
        return Outcome.TAKEN;
    }

    @Override
    public void assemble(UploadRows.Row upload) throws IOException {
        Path file = folder.resolve(upload.token());
        if (Files.size(file) != upload.size()) {
            throw new IOException("the upload " + upload.token() + " is not as long as it was");
        }
    }

    @Override
    public boolean drop(UploadRows.Row upload) throws IOException {
        Path file = folder.resolve(upload.token());
        if (!Files.exists(file)) {
            return !writing.contains(upload.token());
        }
        return Boolean.TRUE.equals(alone(upload.token(), channel -> {
            Files.deleteIfExists(file);
            return true;
        }));
    }

    @Override
    public void sweep(Instant before, List<String> named) {
        // what no row names is a leftover among all others in the folder, which Staging sweeps
    }

    static boolean olderThan(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }
}
