package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import openkitchen.board.Attachments;
import openkitchen.board.Card;
import openkitchen.board.Cards;
import openkitchen.board.Faces;
import openkitchen.id.AttachmentId;
import openkitchen.id.FileId;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import openkitchen.store.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/projects/{key}/cards/{number}")
@Tag(name = "Files", description = "Files and links on cards.")
class AttachmentsResource {

    private final Attachments attachments;
    private final Cards cards;
    private final Faces faces;
    private final Files files;

    AttachmentsResource(Attachments attachments, Cards cards, Faces faces, Files files) {
        this.attachments = attachments;
        this.cards = cards;
        this.faces = faces;
        this.files = files;
    }

    @Schema(name = "NewCardLink")
    record NewLink(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 2000) @Nullable
            String url,

            @Schema(maxLength = 300) @Nullable String title) {}

    @GetMapping("/attachments")
    @Operation(operationId = "listAttachments", summary = "List the files and links on a card, oldest first")
    ResponseEntity<Page<AttachmentView>> list(Asking asking, @PathVariable String key, @PathVariable int number) {
        Seat seat = asking.seat(key);
        List<Card.Attachment> found = cards.number(seat, number).attachments();
        return asking.answer(
                seat,
                () -> Page.whole(found.stream()
                        .map(attachment -> AttachmentView.of(seat.key(), number, attachment))
                        .toList()));
    }

    @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "attachFile", summary = "Put a file on a card")
    ResponseEntity<AttachmentView> attach(
            Asking asking, @PathVariable String key, @PathVariable int number, @RequestPart MultipartFile file)
            throws IOException {
        Seat seat = asking.seat(key);
        faces.number(seat, number);
        try (InputStream bytes = file.getInputStream()) {
            FileId kept = files.keep(
                            bytes,
                            Input.text(file.getOriginalFilename()),
                            asking.viewer().person())
                    .id();
            return made(seat, number, attachments.attach(seat, number, kept));
        }
    }

    private ResponseEntity<AttachmentView> made(Seat seat, int number, AttachmentId id) {
        AttachmentView view = AttachmentView.of(seat.key(), number, attachments.one(seat, id));
        return ResponseEntity.created(
                        URI.create("/api/v1/projects/" + seat.key() + "/cards/" + number + "/attachments/" + id))
                .body(view);
    }

    @PostMapping("/links")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "attachLink", summary = "Put a link on a card", description = "It is never fetched.")
    ResponseEntity<AttachmentView> link(
            Asking asking, @PathVariable String key, @PathVariable int number, @RequestBody NewLink wanted) {
        Seat seat = asking.seat(key);
        return made(seat, number, attachments.link(seat, number, Input.line(wanted.url()), Input.line(wanted.title())));
    }

    @GetMapping("/attachments/{id}")
    @Operation(operationId = "readAttachment", summary = "Read what is known of a file or link")
    ResponseEntity<AttachmentView> read(
            Asking asking, @PathVariable String key, @PathVariable int number, @PathVariable long id) {
        Seat seat = asking.seat(key);
        Card.Attachment found = one(seat, number, id);
        return asking.answer(seat, () -> AttachmentView.of(seat.key(), number, found));
    }

    private Card.Attachment one(Seat seat, int number, long id) {
        return cards.number(seat, number).attachments().stream()
                .filter(attachment -> attachment.id().value() == id)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/attachments/{id}/content")
    @Operation(
            operationId = "downloadAttachment",
            summary = "Download a file",
            description = "A part of it may be asked for by Range.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> content(
            Asking asking, @PathVariable String key, @PathVariable int number, @PathVariable long id) {
        return Sending.whole(files, file(one(asking.seat(key), number, id)));
    }

    @GetMapping("/attachments/{id}/thumbnail")
    @Operation(
            operationId = "readThumbnail",
            summary = "Get a small picture of a picture",
            description = "JPEG or PNG, at most 640 pixels.")
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> thumbnail(
            Asking asking, @PathVariable String key, @PathVariable int number, @PathVariable long id) {
        return Sending.small(files, file(one(asking.seat(key), number, id)));
    }

    private static FileId file(Card.Attachment attachment) {
        FileId file = attachment.file();
        if (file == null) {
            throw new NotFound();
        }
        return file;
    }

    @DeleteMapping("/attachments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeAttachment", summary = "Take a file or link off a card")
    void remove(Asking asking, @PathVariable String key, @PathVariable int number, @PathVariable long id) {
        attachments.remove(asking.seat(key), number, new AttachmentId(id));
    }
}
