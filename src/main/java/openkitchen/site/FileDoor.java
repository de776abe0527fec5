package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import org.springframework.core.io.Resource;
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

    private final Projects projects;
    private final Attachments attachments;
    private final Files files;
    private final People people;
    private final Changes changes;
    private final Sending sending;

    FileDoor(Projects projects, Attachments attachments, Files files, People people, Changes changes, Sending sending) {
        this.projects = projects;
        this.attachments = attachments;
        this.files = files;
        this.people = people;
        this.changes = changes;
        this.sending = sending;
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
        return sending.file(stored, attachment.title(), download != null);
    }

    @GetMapping("/p/{key}/files/{id}/small")
    ResponseEntity<Resource> small(Viewer viewer, @PathVariable String key, @PathVariable long id) {
        Card.Attachment attachment = attachments.one(projects.seat(viewer, key), new AttachmentId(id));
        return sending.small(attachment.file());
    }

    @GetMapping("/p/{key}/cards/{number}/cover")
    ResponseEntity<Resource> cover(Viewer viewer, @PathVariable String key, @PathVariable int number) {
        return sending.small(
                attachments.cover(projects.seat(viewer, key), number).orElseThrow(NotFound::new));
    }

    /** A person's picture, for whoever shares a project with them. */
    @GetMapping("/people/{id}/picture")
    ResponseEntity<Resource> picture(Viewer viewer, @PathVariable long id) {
        PersonId person = new PersonId(id);
        if (!projects.share(viewer, person)) {
            throw new NotFound();
        }
        return sending.small(people.one(person).picture());
    }
}
