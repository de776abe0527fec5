package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import openkitchen.people.Viewer;
import openkitchen.store.Upload;
import openkitchen.store.Uploads;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Large files, piece by piece, in the manner of tus 1.0: begin, ask how far it has got, send the next piece. Only whoever began
 * an upload finds it. Forms elsewhere name a finished one by its token.
 */
@Controller
@RequestMapping("/uploads")
class UploadDoor {

    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String PIECE = "application/offset+octet-stream";

    private final Uploads uploads;

    UploadDoor(Uploads uploads) {
        this.uploads = uploads;
    }

    @PostMapping
    ResponseEntity<Void> begin(Viewer viewer, @RequestParam String name, @RequestParam long size) {
        Upload upload = uploads.begin(name, size, viewer.person());
        return told(ResponseEntity.created(URI.create("/uploads/" + upload.token())), upload);
    }

    @RequestMapping(path = "/{token}", method = RequestMethod.HEAD)
    ResponseEntity<Void> look(Viewer viewer, @PathVariable String token) {
        return told(ResponseEntity.ok(), uploads.one(token, viewer.person()));
    }

    @PatchMapping("/{token}")
    ResponseEntity<Void> go(
            Viewer viewer, @PathVariable String token, @RequestHeader(OFFSET) long offset, HttpServletRequest request)
            throws IOException {
        if (!Objects.requireNonNullElse(request.getContentType(), "").startsWith(PIECE)) {
            return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
        }
        return switch (uploads.receive(token, viewer.person(), offset, request.getInputStream())) {
            case Uploads.Receipt.Taken(Upload upload) -> told(ResponseEntity.noContent(), upload);
            case Uploads.Receipt.WrongOffset(Upload upload) -> told(ResponseEntity.status(HttpStatus.CONFLICT), upload);
            case Uploads.Receipt.Busy(Upload upload) ->
                told(ResponseEntity.status(HttpStatus.LOCKED).header(HttpHeaders.RETRY_AFTER, "1"), upload);
        };
    }

    @DeleteMapping("/{token}")
    ResponseEntity<Void> drop(Viewer viewer, @PathVariable String token) {
        uploads.drop(token, viewer.person());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Void> told(ResponseEntity.HeadersBuilder<?> answer, Upload upload) {
        return answer.header(OFFSET, Long.toString(upload.offset()))
                .header(LENGTH, Long.toString(upload.size()))
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
