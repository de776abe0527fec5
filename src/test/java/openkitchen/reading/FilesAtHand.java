package openkitchen.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import openkitchen.id.FileId;
import openkitchen.problem.NotFound;
import openkitchen.store.StoredFile;
import org.apache.tika.Tika;

/** Files in a folder, told apart by content like those of the store, without a database. */
final class FilesAtHand implements Source {

    private final Tika tika = new Tika();
    private final AtomicLong ids = new AtomicLong();
    private final Map<FileId, StoredFile> files = new ConcurrentHashMap<>();
    private final Path folder;
    final AtomicLong opened = new AtomicLong();
    final AtomicLong asked = new AtomicLong();

    FilesAtHand(Path folder) {
        this.folder = folder;
    }

    FileId put(String name, byte[] bytes) {
        try {
            FileId id = new FileId(ids.incrementAndGet());
            Files.write(folder.resolve(id.toString()), bytes);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            String type = tika.detect(bytes, name);
            files.put(id, new StoredFile(id, name, type, bytes.length, hash, null, null, false));
            return id;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public StoredFile one(FileId file) {
        asked.incrementAndGet();
        StoredFile found = files.get(file);
        if (found == null) {
            throw new NotFound();
        }
        return found;
    }

    @Override
    public List<StoredFile> these(Collection<FileId> ids) {
        asked.incrementAndGet();
        return ids.stream().map(files::get).filter(Objects::nonNull).toList();
    }

    @Override
    public <T> T withPath(FileId file, Function<Path, T> work) {
        opened.incrementAndGet();
        return work.apply(folder.resolve(file.toString()));
    }
}
