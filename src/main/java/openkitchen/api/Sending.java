package openkitchen.api;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import openkitchen.id.FileId;
import openkitchen.store.Files;
import openkitchen.store.StoredFile;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends files. A file never changes, so its hash is its tag; a part of it may be asked for. */
final class Sending {

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private Sending() {}

    static ResponseEntity<Resource> whole(Files files, FileId id) {
        StoredFile file = files.one(id);
        return ResponseEntity.ok()
                .contentType(type(file))
                .eTag(Asking.quoted(file.sha256()))
                .cacheControl(KEPT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileSystemResource(files.path(id)));
    }

    private static MediaType type(StoredFile file) {
        try {
            return MediaType.parseMediaType(file.contentType());
        } catch (InvalidMediaTypeException unknown) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    static ResponseEntity<Resource> small(Files files, FileId id) {
        Path path = files.thumbnail(id);
        return ResponseEntity.ok()
                .contentType(png(path) ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                .eTag(Asking.quoted(files.one(id).sha256() + "-small"))
                .cacheControl(KEPT)
                .body(new FileSystemResource(path));
    }

    private static boolean png(Path path) {
        try (var bytes = java.nio.file.Files.newInputStream(path)) {
            return bytes.read() == 0x89;
        } catch (java.io.IOException lost) {
            throw new java.io.UncheckedIOException(lost);
        }
    }
}
