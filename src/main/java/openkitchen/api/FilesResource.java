package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import openkitchen.store.Files;
import openkitchen.store.StoredFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/files")
@Tag(name = "Files")
class FilesResource {

    private final Files files;

    FilesResource(Files files) {
        this.files = files;
    }

    @Schema(name = "File")
    record FileView(
            long id,
            String name,

            @Schema(description = "Found from the content, never taken from the name.")
            String contentType,

            @Schema(description = "In bytes.") long size,
            String sha256,
            @Nullable Integer width,
            @Nullable Integer height) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "uploadFile",
            summary = "Bring a file in, to say it with a comment",
            description = "Until it is said with a comment, nobody can read it.")
    FileView upload(Asking asking, @RequestPart MultipartFile file) throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            StoredFile kept = files.keep(
                    bytes,
                    Input.text(file.getOriginalFilename()),
                    asking.viewer().person());
            return new FileView(
                    kept.id().value(),
                    kept.name(),
                    kept.contentType(),
                    kept.size(),
                    kept.sha256(),
                    kept.width(),
                    kept.height());
        }
    }
}
