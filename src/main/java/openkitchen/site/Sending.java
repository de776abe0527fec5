package openkitchen.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import openkitchen.id.FileId;
import openkitchen.problem.NotFound;
import openkitchen.store.Files;
import openkitchen.store.StoredFile;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Sends files so that none can run a script here, whatever it is. Parts may be asked for by {@code Range}. Who may have the file
 * is for the door to know.
 */
@Component
class Sending {

    /** What a browser may show by itself; everything else is handed over as a file. None of these can run a script. */
    private static final Set<String> SHOWN = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/bmp",
            "application/pdf",
            "video/mp4",
            "video/webm",
            "video/quicktime",
            "audio/mpeg",
            "audio/ogg",
            "audio/mp4",
            "audio/wav",
            "text/plain");

    /** By these names the content's detection calls what browsers know by another. */
    private static final Map<String, String> ALIASES = Map.of(
            "audio/vnd.wave", "audio/wav",
            "audio/x-wav", "audio/wav",
            "audio/x-m4a", "audio/mp4",
            "audio/vorbis", "audio/ogg",
            "audio/opus", "audio/ogg",
            "text/markdown", "text/plain",
            "text/x-web-markdown", "text/plain",
            "text/csv", "text/plain");

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; sandbox";

    private final Files files;

    Sending(Files files) {
        this.files = files;
    }

    /**
     * The file itself.
     *
     * @param name as it shall be called when it is saved
     * @param download whether it shall be saved, not shown
     */
    ResponseEntity<Resource> file(StoredFile stored, String name, boolean download) {
        String type = ALIASES.getOrDefault(stored.contentType(), stored.contentType());
        return send(files.bytes(stored.id()), type, stored.sha256(), name, download);
    }

    /** The small picture of a picture. @throws NotFound when there is none */
    ResponseEntity<Resource> small(@Nullable FileId file) {
        if (file == null) {
            throw new NotFound();
        }
        StoredFile stored = files.one(file);
        try (InputStream bytes = files.small(file).open()) {
            byte[] picture = bytes.readAllBytes();
            String type = picture.length > 0 && picture[0] == (byte) 0x89 ? "image/png" : "image/jpeg";
            return send(new ByteArrayResource(picture), type, stored.sha256() + "-small", stored.name(), false);
        } catch (IOException gone) {
            throw new NotFound();
        }
    }

    /** A JPEG that stands for the file. */
    ResponseEntity<Resource> picture(StoredFile stored, Path jpeg) {
        return send(new FileSystemResource(jpeg), "image/jpeg", stored.sha256() + "-first", stored.name(), false);
    }

    private static ResponseEntity<Resource> send(
            Resource bytes, String type, String tag, String name, boolean download) {
        boolean shown = !download && SHOWN.contains(type);
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, shown ? shownAs(type) : "application/octet-stream")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", POLICY)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .eTag(tag)
                .body(bytes);
    }

    private static String shownAs(String type) {
        return type.equals("text/plain") ? "text/plain; charset=utf-8" : type;
    }
}
