package openkitchen.store;

import openkitchen.id.FileId;
import org.jspecify.annotations.Nullable;

/**
 * A kept file.
 *
 * @param contentType found from its content, never taken from its name or sender
 * @param size in bytes
 * @param width in pixels, null when it is not a picture
 */
public record StoredFile(
        FileId id,
        String name,
        String contentType,
        long size,
        String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean thumbnail) {

    public boolean picture() {
        return contentType.startsWith("image/");
    }
}
