package openkitchen.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/**
 * The bytes of a kept file, wherever they are. As a resource it opens only what is read: whoever skips to the middle first is
 * sent from there. For those who may read the file; that is for the caller to know.
 */
public final class Bytes extends AbstractResource {

    private final Shelf shelf;
    private final String location;
    private final long size;

    Bytes(Shelf shelf, String location, long size) {
        this.shelf = shelf;
        this.location = location;
        this.size = size;
    }

    public long size() {
        return size;
    }

    /** All of them. @throws IOException when they cannot be read */
    public InputStream open() throws IOException {
        return open(0, size);
    }

    /**
     * {@code length} bytes from {@code from} on, fewer when the file ends before.
     *
     * @throws IOException when they cannot be read
     */
    public InputStream open(long from, long length) throws IOException {
        return shelf.open(location, from, Math.min(length, size - from));
    }

    /**
     * Gives them as a file on this machine for the time of the call. It may be the only copy: it must not be changed or kept.
     *
     * @throws IOException when they cannot be read
     */
    public <T> T withPath(Function<Path, T> reader) throws IOException {
        return shelf.withPath(location, reader);
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getDescription() {
        return location;
    }

    @Override
    public InputStream getInputStream() {
        return new FromWhereItIsRead();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && bytes.location.equals(location);
    }

    @Override
    public int hashCode() {
        return location.hashCode();
    }

    private final class FromWhereItIsRead extends InputStream {

        private long position;
        private @Nullable InputStream opened;

        private InputStream opened() throws IOException {
            InputStream there = opened;
            if (there == null) {
                there = open(position, size - position);
                opened = there;
            }
            return there;
        }

        @Override
        public int read() throws IOException {
            return opened().read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return opened().read(buffer, offset, length);
        }

        @Override
        public long skip(long count) throws IOException {
            if (opened != null) {
                return opened.skip(count);
            }
            long skipped = Math.clamp(count, 0, size - position);
            position += skipped;
            return skipped;
        }

        @Override
        public void close() throws IOException {
            if (opened != null) {
                opened.close();
            }
        }
    }
}
