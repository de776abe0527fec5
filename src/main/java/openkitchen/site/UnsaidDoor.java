package openkitchen.site;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.id.ApprovalId;
import openkitchen.material.Approvals;
import openkitchen.material.Material;
import openkitchen.material.Pins;
import openkitchen.material.Place;
import openkitchen.material.Versions;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.talk.Intent;
import openkitchen.talk.Remark;
import openkitchen.text.CleanText;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was written for a decision that came too late is said after all: as a remark on the newest version. */
@Controller
@RequestMapping("/p/{key}/approvals/{ask}/{id}")
class UnsaidDoor {

    private final Projects projects;
    private final Approvals approvals;
    private final Versions versions;
    private final Pins pins;

    UnsaidDoor(Projects projects, Approvals approvals, Versions versions, Pins pins) {
        this.projects = projects;
        this.approvals = approvals;
        this.versions = versions;
        this.pins = pins;
    }

    @PostMapping("/remarks")
    ResponseEntity<String> say(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(defaultValue = "must") String weight,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String evidence) {
        Seat seat = projects.seat(viewer, key);
        Material material =
                versions.material(seat, approvals.one(seat, new ApprovalId(id)).material());
        Remark.Weight heavy = Remark.Weight.find(weight).orElseThrow(() -> new Invalid("weight", "error.choice"));
        String text = Stream.of(comment, evidence)
                .map(CleanText::body)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n\n"));
        if (text.isEmpty()) {
            throw new Invalid("comment", "error.required");
        }
        pins.say(seat, material.id(), material.versions(), new Place.Whole(), new Intent.Remark(heavy), text);
        return Views.goTo(VersionPage.path(key, material) + "/" + material.versions());
    }
}
