package openkitchen.site;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import openkitchen.id.MaterialId;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The certificate of a material: as a page, and on paper. For whoever may see the project. */
@Controller
class CertificateDoor {

    private final Projects projects;
    private final Certificates certificates;
    private final Paper paper;
    private final Views views;

    CertificateDoor(Projects projects, Certificates certificates, Paper paper, Views views) {
        this.projects = projects;
        this.certificates = certificates;
        this.paper = paper;
        this.views = views;
    }

    @GetMapping("/p/{key}/materials/{id}/certificate")
    ResponseEntity<String> page(Visit visit, Viewer viewer, @PathVariable String key, @PathVariable long id) {
        Seat seat = projects.seat(viewer, key);
        Certificate it = certificates.of(visit, seat, new MaterialId(id));
        return views.page("certificate/page", Map.of("visit", visit, "live", Live.of(seat), "it", it));
    }

    @GetMapping("/p/{key}/materials/{id}/certificate.pdf")
    ResponseEntity<byte[]> pdf(Visit visit, Viewer viewer, @PathVariable String key, @PathVariable long id) {
        Certificate it = certificates.of(visit, projects.seat(viewer, key), new MaterialId(id));
        byte[] bytes = paper.pdf(views.piece("certificate/paper", Map.of("it", it)), it.title(), visit.language());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName(it.title()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    /** A name that every file system takes. */
    private static String fileName(String title) {
        String name = title.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return (name.length() <= 120 ? name : name.substring(0, 120).strip()) + ".pdf";
    }
}
