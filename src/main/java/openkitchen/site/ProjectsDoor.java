package openkitchen.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.people.Viewer;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.project.Clients;
import openkitchen.project.Discipline;
import openkitchen.project.Project;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.project.Stage;
import openkitchen.project.Status;
import openkitchen.text.CleanText;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of one's projects, and starting one. */
@Controller
class ProjectsDoor {

    /** From so many projects on they can be searched. */
    private static final int MANY = 7;

    private final Projects projects;
    private final Clients clients;
    private final ProjectStarts starts;
    private final Views views;

    ProjectsDoor(Projects projects, Clients clients, ProjectStarts starts, Views views) {
        this.projects = projects;
        this.clients = clients;
        this.starts = starts;
        this.views = views;
    }

    @GetMapping("/projects")
    ResponseEntity<String> list(
            Visit visit,
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String closed) {
        String asked = CleanText.line(q);
        List<Project> all = projects.seenBy(viewer, asked);
        List<Project> open = all.stream()
                .filter(project -> project.status() != Status.CLOSED)
                .toList();
        boolean everything = !closed.isEmpty() || !asked.isEmpty() || open.isEmpty();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("asked", asked);
        parameters.put("closed", !closed.isEmpty());
        parameters.put("projects", everything ? all : open);
        parameters.put("hidden", everything ? 0 : all.size() - open.size());
        parameters.put("many", !asked.isEmpty() || all.size() >= MANY || all.size() > open.size());
        return views.page("project/list", parameters);
    }

    @GetMapping("/projects/new")
    ResponseEntity<String> form(Visit visit, Viewer viewer, @RequestParam(defaultValue = "") String client) {
        ProjectStarts.Wanted blank =
                new ProjectStarts.Wanted("", CleanText.line(client), "", EnumSet.noneOf(Discipline.class), Stage.BRIEF);
        return form(visit, viewer, HttpStatus.OK, blank, Form.with(Map.of("client", CleanText.line(client))));
    }

    private ResponseEntity<String> form(
            Visit visit, Viewer viewer, HttpStatus status, ProjectStarts.Wanted wanted, Form form) {
        if (!viewer.leads()) {
            throw new Forbidden("error.only_leads");
        }
        return views.page(
                status,
                "project/fresh",
                Map.of("visit", visit, "wanted", wanted, "clients", clients.seenBy(viewer), "form", form));
    }

    @PostMapping("/projects/new")
    ResponseEntity<String> start(
            Visit visit,
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String client,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") List<String> service,
            @RequestParam(defaultValue = "") String stage) {
        ProjectStarts.Wanted wanted = new ProjectStarts.Wanted(
                name, client, key, services(service), Stage.find(stage).orElse(Stage.BRIEF));
        try {
            Seat seat = starts.start(viewer, wanted);
            return Views.goTo("/p/" + seat.key());
        } catch (Invalid wrong) {
            Map<String, String> typed = Map.of("name", name, "client", client, "key", key);
            return form(visit, viewer, HttpStatus.UNPROCESSABLE_CONTENT, wanted, Form.wrong(visit, typed, wrong));
        }
    }

    static Set<Discipline> services(List<String> codes) {
        return codes.stream()
                .flatMap(code -> Discipline.find(code).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Discipline.class)));
    }

    /** Makes a client, and goes on to a project for it. */
    @PostMapping("/clients")
    ResponseEntity<String> client(Viewer viewer, @RequestParam String name) {
        clients.add(viewer, CleanText.line(name));
        return Views.goTo("/projects/new?client=" + URLEncoder.encode(CleanText.line(name), StandardCharsets.UTF_8));
    }
}
