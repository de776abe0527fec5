package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import openkitchen.history.History;
import openkitchen.id.MaterialId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Content;
import openkitchen.material.Material;
import openkitchen.material.Materials;
import openkitchen.material.Standing;
import openkitchen.material.Versions;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.problem.Stale;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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

    private static final int ON_A_PAGE = 50;

    private final Projects projects;
    private final Materials materials;
    private final Versions versions;
    private final Approvals approvals;
    private final MaterialLines lines;
    private final MaterialForm form;
    private final History history;
    private final BoardPieces boards;
    private final Changes changes;
    private final Versus versus;
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
            Versus versus,
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
        this.versus = versus;
        this.views = views;
    }

    /**
     * The materials of the project, with how each stands, the latest first.
     *
     * @param state shows only those that stand so
     * @param before shows only what came before the material of this id
     */
    @GetMapping("/materials")
    ResponseEntity<String> all(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable Long before) {
        Seat seat = projects.seat(viewer, key);
        Standing standing = Standing.find(state).orElse(null);
        List<Material> found =
                versions.latest(seat, standing, before == null ? null : new MaterialId(before), ON_A_PAGE + 1);
        List<Material> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("live", Live.of(seat));
        parameters.put("board", boards.viewAt(seat, seat.version(), visit.language(), List.of()));
        parameters.put("standing", standing);
        parameters.put("count", versions.count(seat));
        parameters.put("shown", lines.of(seat, shown));
        parameters.put("first", before == null);
        parameters.put("earlier", found.size() > shown.size() ? shown.getLast().id() : null);
        return views.page("material/list", parameters);
    }

    /** Puts a material on a card, and asks for its approval at once where that is wished. */
    @PostMapping("/cards/{number}/materials")
    ResponseEntity<String> add(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String name,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        MaterialForm.Sent sent = MaterialForm.Sent.of(fields, file);
        Content content = form.content(viewer, sent);
        keep(seat, number, sent, () -> materials.add(seat, number, CleanText.line(name), content, sent.note()));
        return changes.answer(seat, visit, request, CardDoor.path(key, number));
    }

    /** Keeps a version, and asks for its approval in the same change where that is wished. */
    private void keep(Seat seat, int card, MaterialForm.Sent sent, Supplier<Materials.Kept> version) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Materials.Kept kept = version.get();
            if (sent.ask() && seat.side() == Side.AGENCY) {
                approvals.ask(
                        seat,
                        card,
                        List.of(new Approvals.Seen(kept.material(), kept.number())),
                        new Approvals.Wanted(Approval.Needs.ANY, null, ""));
            }
            return true;
        });
    }

    /**
     * Adds a version, and asks for its approval at once where that is wished.
     *
     * @param version on which text the new one was written; 0 for none
     */
    @PostMapping("/materials/{id}/versions")
    ResponseEntity<String> version(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        MaterialId material = new MaterialId(id);
        int number = versions.material(seat, material).card();
        MaterialForm.Sent sent = MaterialForm.Sent.of(fields, file);
        Content content = form.content(viewer, sent);
        try {
            keep(seat, number, sent, () -> materials.addVersion(seat, material, version, content, sent.note()));
        } catch (Stale stale) {
            if (content instanceof Content.Text(String mine)) {
                return both(visit, seat, number, material, sent, mine, stale, request);
            }
            throw stale;
        }
        return changes.answer(seat, visit, request, CardDoor.path(key, number));
    }

    /** Somebody else was quicker: their version stands beside what was written here. */
    private ResponseEntity<String> both(
            Visit visit,
            Seat seat,
            int number,
            MaterialId material,
            MaterialForm.Sent sent,
            String mine,
            Stale stale,
            HttpServletRequest request) {
        Map<String, String> rest = new LinkedHashMap<>(Map.of("kind", "text", "note", sent.note()));
        if (sent.ask()) {
            rest.put("ask", "true");
        }
        Versus.Sent form = new Versus.Sent(
                CardPart.MATERIALS.id(number),
                "version-" + material,
                "/p/" + seat.key() + "/materials/" + material + "/versions",
                "text",
                CardDoor.path(seat.key(), number),
                rest);
        String theirs = Objects.requireNonNull(stale.texts().get("text"));
        return versus.answer(visit, seat, request, form, mine, theirs, stale.version());
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
