package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import openkitchen.board.Attachments;
import openkitchen.board.Card;
import openkitchen.id.AttachmentId;
import openkitchen.id.FileId;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.store.Files;
import openkitchen.store.StoredFile;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files: brought onto cards, shown and fetched by whoever may see what they are attached to. */
@Controller
class FileDoor {

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
            "audio/mpeg",
            "audio/ogg",
            "text/plain");

    private final Projects projects;
    private final Attachments attachments;
    private final Files files;
    private final People people;
    private final Changes changes;

    FileDoor(Projects projects, Attachments attachments, Files files, People people, Changes changes) {
        this.projects = projects;
        this.attachments = attachments;
        this.files = files;
        this.people = people;
        this.changes = changes;
    }

    @PostMapping("/p/{key}/cards/{number}/files")
    ResponseEntity<String> add(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        Seat seat = projects.seat(viewer, key);
        String name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
        StoredFile stored = files.keep(file.getInputStream(), name, viewer.person());
        AttachmentId id = attachments.attach(seat, number, stored.id());
        ResponseEntity<String> answer = changes.answer(seat, visit, request, CardDoor.path(key, number));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.LOCATION, "/p/" + key + "/files/" + id.value())
                .body(answer.getBody());
    }

    @PostMapping("/p/{key}/cards/{number}/links")
    ResponseEntity<String> link(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam String url,
            @RequestParam(defaultValue = "") String title,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        attachments.link(seat, number, url, title);
        return changes.answer(seat, visit, request, CardDoor.path(key, number));
    }

    @PostMapping("/p/{key}/cards/{number}/files/{id}/delete")
    ResponseEntity<String> remove(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long id,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        attachments.remove(seat, number, new AttachmentId(id));
        return changes.answer(seat, visit, request, CardDoor.path(key, number));
    }

    @GetMapping("/p/{key}/files/{id}")
    ResponseEntity<Resource> file(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String download) {
        Card.Attachment attachment = attachments.one(projects.seat(viewer, key), new AttachmentId(id));
        FileId file = attachment.file();
        if (file == null) {
            throw new NotFound();
        }
        StoredFile stored = files.one(file);
        return send(stored, files.path(file), stored.contentType(), attachment.title(), download != null);
    }

    @GetMapping("/p/{key}/files/{id}/small")
    ResponseEntity<Resource> small(Viewer viewer, @PathVariable String key, @PathVariable long id) {
        Card.Attachment attachment = attachments.one(projects.seat(viewer, key), new AttachmentId(id));
        return small(attachment.file());
    }

    @GetMapping("/p/{key}/cards/{number}/cover")
    ResponseEntity<Resource> cover(Viewer viewer, @PathVariable String key, @PathVariable int number) {
        return small(attachments.cover(projects.seat(viewer, key), number).orElseThrow(NotFound::new));
    }

    /** A person's picture, for whoever shares a project with them. */
    @GetMapping("/people/{id}/picture")
    ResponseEntity<Resource> picture(Viewer viewer, @PathVariable long id) {
        PersonId person = new PersonId(id);
        if (!projects.share(viewer, person)) {
            throw new NotFound();
        }
        return small(people.one(person).picture());
    }

    private ResponseEntity<Resource> small(@Nullable FileId file) {
        if (file == null) {
            throw new NotFound();
        }
        StoredFile stored = files.one(file);
        Path path = files.thumbnail(file);
        return send(stored, path, smallType(path), stored.name(), false);
    }

    private static String smallType(Path path) {
        try (java.io.InputStream bytes = java.nio.file.Files.newInputStream(path)) {
            return bytes.read() == 0x89 ? "image/png" : "image/jpeg";
        } catch (IOException gone) {
            throw new NotFound();
        }
    }

    private static ResponseEntity<Resource> send(
            StoredFile stored, Path path, String type, String name, boolean download) {
        boolean shown = !download && SHOWN.contains(type);
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        shown
                                ? (type.equals("text/plain") ? "text/plain; charset=utf-8" : type)
                                : "application/octet-stream")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; sandbox")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .eTag(stored.sha256())
                .body(new FileSystemResource(path));
    }
}
