package openkitchen.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Files on this machine's disk. */
final class Disk implements Shelf {

    private final Path folder;

    Disk(Path folder) {
        this.folder = folder;
    }

    Path path(String location) {
        return folder.resolve(location);
    }

    /** Links rather than moves: until the row is written, what came keeps its own name, by which a sweep finds it. */
    @Override
    public void put(String location, Path bytes) throws IOException {
        Path place = path(location);
        Path shelf = Files.createDirectories(Objects.requireNonNull(place.getParent()));
        if (Files.exists(place) && Files.isSameFile(place, bytes)) {
            return;
        }
        Path link = place.resolveSibling(place.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            try {
                Files.createLink(link, bytes);
            } catch (UnsupportedOperationException | IOException noLinks) {
                Files.copy(bytes, link, StandardCopyOption.REPLACE_EXISTING);
                sync(link, StandardOpenOption.WRITE);
            }
            Files.move(link, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(shelf, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(link);
        }
    }

    @Override
    public void put(String location, byte[] bytes) throws IOException {
        Path waiting = Files.createTempFile(Files.createDirectories(path(INCOMING)), "small", "");
        try {
            Files.write(waiting, bytes);
            sync(waiting, StandardOpenOption.WRITE);
            put(location, waiting);
        } finally {
            Files.deleteIfExists(waiting);
        }
    }

    @Override
    public void copy(String from, String to) throws IOException {
        put(to, path(from));
    }

    @Override
    public long size(String location) throws IOException {
        try {
            return Files.size(path(location));
        } catch (NoSuchFileException none) {
            return -1;
        }
    }

    @Override
    public InputStream open(String location, long from, long length) throws IOException {
        FileChannel channel = FileChannel.open(path(location), StandardOpenOption.READ);
        channel.position(from);
        return new FirstBytes(Channels.newInputStream(channel), length);
    }

    @Override
    public <T> T withPath(String location, Function<Path, T> reader) throws IOException {
        Path path = path(location);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(location);
        }
        return reader.apply(path);
    }

    @Override
    public void remove(String location) throws IOException {
        Files.deleteIfExists(path(location));
    }

    @Override
    public void each(Consumer<String> seen) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(location -> !location.startsWith(INCOMING))
                    .forEach(seen);
        }
    }

    /** Makes what was written to a file or a folder durable. */
    static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** Ends after so many bytes. */
    private static final class FirstBytes extends FilterInputStream {

        private long left;

        FirstBytes(InputStream bytes, long length) {
            super(bytes);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int read = left > 0 ? super.read() : -1;
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return length == 0 ? 0 : -1;
            }
            int read = super.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(super.available(), left);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
