package openkitchen.store;

import openkitchen.id.FileId;
import org.jspecify.annotations.Nullable;

/**
 * A large file that comes piece by piece.
 *
 * @param token names it, for whoever began it only
 * @param size in bytes, all that will come
 * @param offset how many of them are safe; the next piece begins there
 * @param file what became of it, null as long as it is not whole
 */
public record Upload(
        String token,
        String name,
        long size,
        long offset,
        @Nullable FileId file) {

    static Upload of(UploadRows.Row row) {
        return new Upload(row.token(), row.name(), row.size(), row.received(), row.file());
    }
}
