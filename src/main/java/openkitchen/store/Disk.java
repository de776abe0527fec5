package openkitchen.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import openkitchen.problem.Fault;
import openkitchen.problem.Invalid;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Files on this machine's disk, named by the hash of their content, so that the same bytes are kept once. */
@Component
class Disk {

    private final Path folder;
    private final long limit;

    Disk(@Value("${openkitchen.data:data}") String data, @Value("${openkitchen.upload-limit:100MB}") DataSize limit) {
        this.folder = Path.of(data).toAbsolutePath().resolve("files");
        this.limit = limit.toBytes();
    }

    /** Bytes on disk, whole and synced. {@code location} names them within the store. */
    record Kept(Path path, String location, long size, byte[] sha256) {}

    Kept keep(InputStream bytes) throws IOException {
        Path waiting = Files.createTempFile(Files.createDirectories(folder.resolve("incoming")), "upload", "");
        try {
            MessageDigest digest = sha256();
            long size = write(new DigestInputStream(bytes, digest), waiting);
            if (size == 0) {
                throw new Invalid("file", "error.file_empty");
            }
            byte[] hash = digest.digest();
            String name = HexFormat.of().formatHex(hash);
            String location = name.substring(0, 2) + "/" + name;
            Path shelf = Files.createDirectories(folder.resolve(name.substring(0, 2)));
            Path path = shelf.resolve(name);
            Files.move(waiting, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(shelf);
            return new Kept(path, location, size, hash);
        } finally {
            Files.deleteIfExists(waiting);
        }
    }

    private long write(InputStream bytes, Path to) throws IOException {
        long size = 0;
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new Invalid(java.util.List.of(
                            new Fault("file", "error.file_too_large", Map.of("limit", limit / (1 << 20)))));
                }
                ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
                while (chunk.hasRemaining()) {
                    channel.write(chunk);
                }
            }
            channel.force(true);
        }
        return size;
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Keeps a small picture beside the file that it was made from. */
    String keepBeside(Kept kept, byte[] thumbnail) throws IOException {
        String location = kept.location() + ".small";
        Path waiting = Files.createTempFile(folder.resolve("incoming"), "small", "");
        Files.write(waiting, thumbnail);
        Files.move(waiting, path(location), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return location;
    }

    Path path(String location) {
        return folder.resolve(location);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
