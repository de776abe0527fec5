package openkitchen.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openkitchen.id.MaterialId;
import openkitchen.material.Material;
import openkitchen.material.Version;
import openkitchen.material.Versions;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Two versions of a material side by side. */
@Controller
class CompareDoor {

    private final Projects projects;
    private final Versions versions;
    private final Differences differences;
    private final BoardPieces boards;
    private final Views views;

    CompareDoor(Projects projects, Versions versions, Differences differences, BoardPieces boards, Views views) {
        this.projects = projects;
        this.versions = versions;
        this.differences = differences;
        this.boards = boards;
        this.views = views;
    }

    /**
     * @param from the version before; without it the one before the last
     * @param to the version after; without it the newest
     * @param file which of the files that both have
     */
    @GetMapping("/p/{key}/materials/{id}/compare")
    ResponseEntity<String> compare(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            @RequestParam(defaultValue = "0") int file) {
        Seat seat = projects.seat(viewer, key);
        Material material = versions.material(seat, new MaterialId(id));
        int after = to == null ? material.versions() : to;
        int before = from == null ? Math.max(1, after - 1) : from;
        Version old = versions.one(seat, material.id(), before);
        Version fresh = versions.one(seat, material.id(), after);
        List<Difference.Pair> pairs = differences.pairs(old, fresh);
        if (file < 0 || file >= pairs.size()) {
            throw new NotFound();
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("live", Live.of(seat));
        parameters.put("board", boards.viewAt(seat, seat.version(), visit.language(), List.of()));
        parameters.put("material", material);
        parameters.put("all", versions.of(seat, material.id()));
        parameters.put("before", old);
        parameters.put("after", fresh);
        parameters.put("pairs", pairs);
        parameters.put("pair", pairs.get(file));
        parameters.put("difference", differences.of(old, fresh, pairs.get(file)));
        return views.page("viewer/compare", parameters);
    }
}
