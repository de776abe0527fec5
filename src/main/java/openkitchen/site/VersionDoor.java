package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.material.Approvals;
import openkitchen.material.Material;
import openkitchen.material.Pins;
import openkitchen.material.Place;
import openkitchen.material.Version;
import openkitchen.material.Versions;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.text.CleanText;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A version of a material: to look at, and to say what is to be said about places in it. */
@Controller
@RequestMapping("/p/{key}/materials/{id}")
class VersionDoor {

    private final Projects projects;
    private final Versions versions;
    private final Approvals approvals;
    private final Pins pins;
    private final People people;
    private final Previews previews;
    private final PinViews pinViews;
    private final Placing placing;
    private final Mentionables mentionables;
    private final Views views;

    VersionDoor(
            Projects projects,
            Versions versions,
            Approvals approvals,
            Pins pins,
            People people,
            Previews previews,
            PinViews pinViews,
            Placing placing,
            Mentionables mentionables,
            Views views) {
        this.projects = projects;
        this.versions = versions;
        this.approvals = approvals;
        this.pins = pins;
        this.people = people;
        this.previews = previews;
        this.pinViews = pinViews;
        this.placing = placing;
        this.mentionables = mentionables;
        this.views = views;
    }

    @GetMapping
    ResponseEntity<String> newest(Visit visit, Viewer viewer, @PathVariable String key, @PathVariable long id) {
        Seat seat = projects.seat(viewer, key);
        Material material = versions.material(seat, new MaterialId(id));
        return page(visit, seat, material, material.versions(), 0, "");
    }

    /** The page, or one of its frames when that alone is wanted. */
    @GetMapping("/{number}")
    ResponseEntity<String> one(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int file,
            @RequestHeader(name = "Turbo-Frame", defaultValue = "") String frame) {
        Seat seat = projects.seat(viewer, key);
        return page(visit, seat, versions.material(seat, new MaterialId(id)), number, file, frame);
    }

    private ResponseEntity<String> page(Visit visit, Seat seat, Material material, int number, int file, String frame) {
        Version version = versions.one(seat, material.id(), number);
        VersionPage page = of(visit, seat, material, version, previews.of(version, file));
        Map<String, Object> parameters = new HashMap<>(Map.of("visit", visit, "page", page));
        String template = switch (frame) {
            case "pins" -> "viewer/pins";
            case "preview" -> "viewer/preview";
            default -> {
                parameters.put("live", Live.of(seat));
                parameters.put("people", mentionables.json(page.board()));
                yield "viewer/page";
            }
        };
        ResponseEntity<String> answer = views.page(template, parameters);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.VARY, "Turbo-Frame")
                .body(answer.getBody());
    }

    private VersionPage of(Visit visit, Seat seat, Material material, Version version, Preview preview) {
        List<Version> all = versions.of(seat, material.id());
        PinViews.Pinned pinned = pinViews.on(visit, seat, material, version);
        Set<PersonId> authors = new HashSet<>();
        all.forEach(each -> authors.add(each.by()));
        return new VersionPage(
                pinned.board(),
                material,
                version,
                all,
                approvals.last(seat, all.stream().map(Version::id).toList()),
                people.these(authors),
                preview,
                pinned.pins(),
                pinned.json());
    }

    /** Says something about a place in it: a remark, or a question to the team. */
    @PostMapping("/{number}/pins")
    ResponseEntity<String> pin(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String text,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        Material material = versions.material(seat, new MaterialId(id));
        Version version = versions.one(seat, material.id(), number);
        Place where = placing.filled(version, Place.read(place));
        pins.say(seat, material.id(), number, where, Intents.of(form), CleanText.body(text));
        String path = VersionPage.path(key, material) + "/" + number;
        if (!Views.wantsStreams(request)) {
            return Views.goTo(where.file() == 0 ? path : path + "?file=" + where.file());
        }
        VersionPage page = of(visit, seat, material, version, previews.of(version, where.file()));
        return Views.streams("<turbo-stream action=\"replace\" target=\"pins\"><template>"
                + views.piece("viewer/pins", Map.of("visit", visit, "page", page)) + "</template></turbo-stream>");
    }
}
