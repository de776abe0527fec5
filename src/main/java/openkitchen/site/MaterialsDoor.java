package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openkitchen.history.History;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Content;
import openkitchen.material.Material;
import openkitchen.material.Materials;
import openkitchen.material.Versions;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The materials of a project: all of them on a page, and what is done with them on their cards. */
@Controller
@RequestMapping("/p/{key}")
class MaterialsDoor {

    private final Projects projects;
    private final Materials materials;
    private final Versions versions;
    private final Approvals approvals;
    private final MaterialLines lines;
    private final MaterialForm form;
    private final History history;
    private final BoardPieces boards;
    private final Changes changes;
    private final Views views;

    MaterialsDoor(
            Projects projects,
            Materials materials,
            Versions versions,
            Approvals approvals,
            MaterialLines lines,
            MaterialForm form,
            History history,
            BoardPieces boards,
            Changes changes,
            Views views) {
        this.projects = projects;
        this.materials = materials;
        this.versions = versions;
        this.approvals = approvals;
        this.lines = lines;
        this.form = form;
        this.history = history;
        this.boards = boards;
        this.changes = changes;
        this.views = views;
    }

    /** All materials of the project, with how each stands; {@code state} shows only those that stand so. */
    @GetMapping("/materials")
    ResponseEntity<String> all(
            Visit visit, Viewer viewer, @PathVariable String key, @RequestParam(defaultValue = "") String state) {
        Seat seat = projects.seat(viewer, key);
        List<MaterialLine> all = lines.in(seat);
        List<MaterialLine> used =
                all.stream().filter(line -> line.material().archived() == null).toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("live", Live.of(seat));
        parameters.put("board", boards.viewAt(seat, seat.version(), visit.language(), List.of()));
        parameters.put("state", state);
        parameters.put("all", used);
        parameters.put("shown", shown(used, state));
        parameters.put(
                "away",
                all.stream().filter(line -> line.material().archived() != null).toList());
        return views.page("material/list", parameters);
    }

    private static List<MaterialLine> shown(List<MaterialLine> lines, String state) {
        return state.isEmpty()
                ? lines
                : lines.stream()
                        .filter(line -> Standing.of(line).code().equals(state))
                        .toList();
    }

    /** How materials are sorted out on their page. */
    enum Standing {
        WAITS,
        CHANGES,
        APPROVED,
        NONE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Standing of(MaterialLine line) {
            Approval approval = line.approval();
            if (approval == null) {
                return NONE;
            }
            return switch (approval.state()) {
                case ASKED -> WAITS;
                case APPROVED, REMARKS -> APPROVED;
                case CHANGES -> CHANGES;
                case WITHDRAWN, SUPERSEDED -> NONE;
            };
        }
    }

    /** Puts a material on a card, and asks for its approval at once where that is wished. */
    @PostMapping("/cards/{number}/materials")
    ResponseEntity<String> add(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "files") String kind,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam(defaultValue = "") List<String> upload,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable String ask,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        Content content = form.content(viewer, new MaterialForm.Sent(kind, file, upload, text, url));
        history.change(seat.project(), viewer.person(), pen -> {
            Materials.Kept kept = materials.add(seat, number, CleanText.line(name), content, CleanText.body(note));
            if (ask != null && seat.side() == Side.AGENCY) {
                ask(seat, number, kept);
            }
            return true;
        });
        return changes.answer(seat, visit, request, CardDoor.path(key, number));
    }

    private void ask(Seat seat, int number, Materials.Kept kept) {
        approvals.ask(
                seat,
                number,
                List.of(new Approvals.Seen(kept.material(), kept.number())),
                new Approvals.Wanted(Approval.Needs.ANY, null, ""));
    }

    /** Adds a version, and asks for its approval at once where that is wished. */
    @PostMapping("/materials/{id}/versions")
    ResponseEntity<String> version(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(defaultValue = "files") String kind,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam(defaultValue = "") List<String> upload,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "0") int base,
            @RequestParam(required = false) @Nullable String ask,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        MaterialId material = new MaterialId(id);
        int number = versions.material(seat, material).card();
        Content content = form.content(viewer, new MaterialForm.Sent(kind, file, upload, text, url));
        history.change(seat.project(), viewer.person(), pen -> {
            Materials.Kept kept = materials.addVersion(seat, material, base, content, CleanText.body(note));
            if (ask != null && seat.side() == Side.AGENCY) {
                ask(seat, number, kept);
            }
            return true;
        });
        return changes.answer(seat, visit, request, CardDoor.path(key, number));
    }

    /** The newest version's text in the form of the next one, where it is to be written on. */
    @GetMapping("/materials/{id}/text")
    ResponseEntity<String> text(Visit visit, Viewer viewer, @PathVariable String key, @PathVariable long id) {
        Seat seat = projects.seat(viewer, key);
        Material material = versions.material(seat, new MaterialId(id));
        return views.page(
                "material/text",
                Map.of("visit", visit, "version", versions.one(seat, material.id(), material.versions())));
    }

    @PostMapping("/materials/{id}/name")
    ResponseEntity<String> rename(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam String name,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        materials.rename(seat, new MaterialId(id), CleanText.line(name));
        return answer(visit, seat, id, request);
    }

    @PostMapping("/materials/{id}/archive")
    ResponseEntity<String> archive(
            Visit visit, Viewer viewer, @PathVariable String key, @PathVariable long id, HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        materials.archive(seat, new MaterialId(id));
        return answer(visit, seat, id, request);
    }

    @PostMapping("/materials/{id}/restore")
    ResponseEntity<String> restore(
            Visit visit, Viewer viewer, @PathVariable String key, @PathVariable long id, HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        materials.restore(seat, new MaterialId(id));
        return answer(visit, seat, id, request);
    }

    private ResponseEntity<String> answer(Visit visit, Seat seat, long id, HttpServletRequest request) {
        int number = versions.material(seat, new MaterialId(id)).card();
        return changes.answer(seat, visit, request, CardDoor.path(seat.key(), number));
    }
}
