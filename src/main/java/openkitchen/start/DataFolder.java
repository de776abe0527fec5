package openkitchen.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder in which one installation keeps everything, held by one running Open Kitchen at a time. */
record DataFolder(Path root, FileChannel lock) implements AutoCloseable {

    /** Characters that PostgreSQL's own start script would not take literally. */
    private static final String UNSAFE = ".*[\"$`\\\\\\n].*";

    static DataFolder hold(Path wanted) {
        Path folder = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            Path root = folder.toRealPath();
            if (root.toString().matches(UNSAFE)
                    && root.getFileSystem().getSeparator().equals("/")) {
                throw new CannotStart(
                        "The data folder's path must not contain any of \" $ ` \\: " + root,
                        "В пути к папке данных не должно быть знаков \" $ ` \\: " + root);
            }
            return new DataFolder(root, lock(root));
        } catch (IOException failure) {
            throw CannotStart.because(failure, folder);
        }
    }

    Path programs() {
        return root.resolve("bin");
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw CannotStart.because(failure, root);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // told below like any other holder
        }
        channel.close();
        throw new CannotStart(
                "Open Kitchen is already running on the data folder %s: stop it first, or name another folder with --data."
                        .formatted(root),
                "«Общая кухня» уже работает с папкой данных %s: сначала остановите её или укажите другую папку через --data."
                        .formatted(root));
    }
}
