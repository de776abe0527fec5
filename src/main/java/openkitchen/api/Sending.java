package openkitchen.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import openkitchen.id.FileId;
import openkitchen.store.Files;
import openkitchen.store.StoredFile;
import org.springframework.core.io.ByteArrayResource;
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
                .body(files.bytes(id));
    }

    private static MediaType type(StoredFile file) {
        try {
            return MediaType.parseMediaType(file.contentType());
        } catch (InvalidMediaTypeException unknown) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    static ResponseEntity<Resource> small(Files files, FileId id) {
        byte[] picture = picture(files, id);
        boolean png = picture.length > 0 && picture[0] == (byte) 0x89;
        return ResponseEntity.ok()
                .contentType(png ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                .eTag(Asking.quoted(files.one(id).sha256() + "-small"))
                .cacheControl(KEPT)
                .body(new ByteArrayResource(picture));
    }

    private static byte[] picture(Files files, FileId id) {
        try (InputStream bytes = files.small(id).open()) {
            return bytes.readAllBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
