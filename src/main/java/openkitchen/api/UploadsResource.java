package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import openkitchen.store.Upload;
import openkitchen.store.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Large files, piece by piece, in the manner of tus 1.0. */
@RestController
@RequestMapping("/api/v1/uploads")
@Tag(name = "Files")
class UploadsResource {

    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private final Uploads uploads;

    UploadsResource(Uploads uploads) {
        this.uploads = uploads;
    }

    @Schema(name = "NewUpload")
    record NewUpload(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 255) @Nullable
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "In bytes.") @Nullable
            Long size) {}

    @Schema(name = "Upload")
    record UploadView(
            String token,
            String name,

            @Schema(description = "In bytes.") long size,

            @Schema(description = "How many bytes are safe; the next piece begins there.")
            long offset,

            @Schema(description = "The file that it has become, once all bytes have come.") @Nullable
            Long file) {

        static UploadView of(Upload upload) {
            return new UploadView(
                    upload.token(),
                    upload.name(),
                    upload.size(),
                    upload.offset(),
                    upload.file() == null ? null : upload.file().value());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "beginUpload",
            summary = "Begin to bring in a large file piece by piece",
            description = "At most 20 may be under way. One that nothing comes for in 24 hours is thrown away.")
    ResponseEntity<UploadView> begin(
            Asking asking, @org.springframework.web.bind.annotation.RequestBody NewUpload wanted) {
        Upload upload = uploads.begin(
                Input.needed("name", wanted.name()),
                Input.needed("size", wanted.size()),
                asking.viewer().person());
        return told(ResponseEntity.created(URI.create("/api/v1/uploads/" + upload.token())), upload)
                .body(UploadView.of(upload));
    }

    @GetMapping("/{token}")
    @Operation(
            operationId = "readUpload",
            summary = "Read how far an upload has got",
            description = "Only whoever began it finds it. HEAD says the same by headers.")
    ResponseEntity<UploadView> read(Asking asking, @PathVariable String token) {
        Upload upload = uploads.one(token, asking.viewer().person());
        return told(ResponseEntity.ok(), upload).body(UploadView.of(upload));
    }

    @PatchMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "continueUpload",
            summary = "Send the next piece of an upload",
            description = "What came before a broken connection counts: ask how far it has got, and go on there."
                    + " Pieces of 8 MB are a good size. 409 says with Upload-Offset where the next piece begins.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Threshold.PIECE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "204", description = "What came is safe; Upload-Offset says how far that is.")
    @ApiResponse(responseCode = "423", description = "Another request is writing to it; try again in a moment.")
    ResponseEntity<Void> go(
            Asking asking,
            @PathVariable String token,
            @RequestHeader(name = OFFSET) long offset,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!Threshold.piece(request)) {
            throw new Refused(415, "media-type", "api.media_type", Map.of("types", Threshold.PIECE));
        }
        Uploads.Receipt receipt = uploads.receive(token, asking.viewer().person(), offset, request.getInputStream());
        Upload upload = receipt.upload();
        return switch (receipt) {
            case Uploads.Receipt.Taken taken ->
                told(ResponseEntity.status(HttpStatus.NO_CONTENT), upload).build();
            case Uploads.Receipt.WrongOffset wrong -> {
                response.setHeader(OFFSET, Long.toString(upload.offset()));
                throw new Refused(409, "offset", "api.upload_offset", Map.of("offset", upload.offset()));
            }
            case Uploads.Receipt.Busy busy -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                throw new Refused(423, "busy", "api.upload_busy", Map.of());
            }
        };
    }

    @DeleteMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "dropUpload",
            summary = "Throw an upload away",
            description = "A file that it has become stays.")
    void drop(Asking asking, @PathVariable String token) {
        uploads.drop(token, asking.viewer().person());
    }

    private static ResponseEntity.BodyBuilder told(ResponseEntity.BodyBuilder answer, Upload upload) {
        return answer.header(OFFSET, Long.toString(upload.offset()))
                .header(LENGTH, Long.toString(upload.size()))
                .cacheControl(CacheControl.noStore());
    }
}
