package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import openkitchen.board.Starting;
import openkitchen.history.History;
import openkitchen.id.ClientId;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.project.Clients;
import openkitchen.project.Project;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.project.Stage;
import openkitchen.project.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "Projects", description = "The projects that one is on; for the owner, all. Others do not exist: 404.")
class ProjectsResource {

    private final Projects projects;
    private final Clients clients;
    private final History history;
    private final Starting starting;

    ProjectsResource(Projects projects, Clients clients, History history, Starting starting) {
        this.projects = projects;
        this.clients = clients;
        this.history = history;
        this.starting = starting;
    }

    @Schema(name = "NewProject")
    record NewProject(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
            String name,

            @Schema(description = "Left out: made from the name.", example = "north-star") @Nullable
            String key,

            @Schema(description = "The client's id; left out for an inner project.") @Nullable
            Long client,

            @Schema(
                    allowableValues = {
                        "seo",
                        "ppc",
                        "social",
                        "development",
                        "design",
                        "analytics",
                        "copywriting",
                        "account"
                    })
            @Nullable
            List<String> services,

            @Schema(
                    allowableValues = {"brief", "setup", "testing", "steady", "winding_down"},
                    defaultValue = "brief")
            @Nullable
            String stage,

            @Schema(description = "False for a board without columns.", defaultValue = "true") @Nullable
            Boolean board) {}

    @Schema(name = "ProjectChange", description = "What is left out stays as it is.")
    record ProjectChange(
            @Schema(maxLength = 200) @Nullable String name,

            @Schema(description = "The client's id, or null to make it an inner project.") @Nullable
            Change<Long> client,

            @Schema(
                    allowableValues = {
                        "seo",
                        "ppc",
                        "social",
                        "development",
                        "design",
                        "analytics",
                        "copywriting",
                        "account"
                    })
            @Nullable
            List<String> services,

            @Schema(allowableValues = {"brief", "setup", "testing", "steady", "winding_down"}) @Nullable
            String stage,

            @Schema(description = "Urgent questions a month.", minimum = "0", maximum = "1000") @Nullable
            Integer urgentQuota) {}

    @Schema(name = "ProjectStatus")
    record StatusChange(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"live", "paused", "closed"})
            @Nullable
            String status,

            @Schema(description = "Why, in words.", maxLength = 2000) @Nullable
            String reason) {}

    @GetMapping
    @Operation(
            operationId = "listProjects",
            summary = "List or search the projects that one sees",
            description = "In the order in which they were made.")
    ResponseEntity<Page<ProjectView>> list(
            Asking asking,
            @Parameter(description = "A part of the name, the key or the client's name.")
                    @RequestParam(defaultValue = "")
                    String q,
            @Parameter(schema = @Schema(allowableValues = {"live", "paused", "closed"}))
                    @RequestParam(required = false)
                    @Nullable
                    String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Page.limit(limit, Page.LIMIT);
        Status wanted = Input.choiceOrNone("status", status, Status::find);
        return asking.answer(Page.of(
                "projects",
                projects.pageSeenBy(asking.viewer(), q, wanted, Page.after("projects", cursor), most + 1),
                most,
                project -> project.id().value(),
                ProjectView::of));
    }

    @PostMapping
    @AdminScope
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "addProject",
            summary = "Make a project",
            description =
                    "One becomes its account manager. Its board has the usual columns, and for a client's project what its "
                            + "services bring from their templates, in one's own language.")
    ResponseEntity<ProjectView> add(Asking asking, @RequestBody NewProject wanted) {
        Projects.NewProject project = new Projects.NewProject(
                Input.line(wanted.name()),
                Input.line(wanted.key()),
                client(asking.viewer(), wanted.client(), null),
                Input.disciplines("services", wanted.services()),
                wanted.stage() == null ? Stage.BRIEF : Input.choice("stage", wanted.stage(), Stage::find));
        boolean empty = Boolean.FALSE.equals(wanted.board());
        Seat seat = empty ? projects.add(asking.viewer(), project) : starting.start(asking.viewer(), project);
        return ResponseEntity.created(URI.create("/api/v1/projects/" + seat.key()))
                .eTag(Asking.quoted(Long.toString(seat.version())))
                .body(ProjectView.of(projects.one(seat)));
    }

    /** The client that is meant: one that the viewer knows, or the one that is there already. */
    private @Nullable ClientId client(Viewer viewer, @Nullable Long wanted, @Nullable ClientId present) {
        ClientId id = Input.id(wanted, ClientId::new);
        if (id != null
                && !id.equals(present)
                && clients.seenBy(viewer).stream()
                        .noneMatch(client -> client.id().equals(id))) {
            throw new Invalid("client", "error.choice");
        }
        return id;
    }

    @GetMapping("/{key}")
    @Operation(operationId = "readProject", summary = "Read a project")
    ResponseEntity<ProjectView> read(Asking asking, @PathVariable String key) {
        Seat seat = asking.seat(key);
        return asking.answer(seat, () -> ProjectView.of(projects.one(seat)));
    }

    @PatchMapping("/{key}")
    @AdminScope
    @Operation(
            operationId = "changeProject",
            summary = "Change name, client, services, stage and the quota of urgent questions",
            description = "The project's account and the owner may.")
    ResponseEntity<ProjectView> change(Asking asking, @PathVariable String key, @RequestBody ProjectChange wanted) {
        Seat seat = asking.seat(key);
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Project now = projects.one(seat);
            asking.mustMatch(Long.toString(now.version()), now.version(), () -> Map.of("name", now.name()));
            ClientId present = now.client() == null ? null : now.client().id();
            Long client = Change.or(wanted.client(), present == null ? null : present.value());
            projects.change(
                    seat,
                    new Projects.Facts(
                            Input.line(wanted.name(), now.name()),
                            client(seat.viewer(), client, present),
                            wanted.services() == null
                                    ? now.services()
                                    : Input.disciplines("services", wanted.services()),
                            wanted.stage() == null ? now.stage() : Input.choice("stage", wanted.stage(), Stage::find),
                            wanted.urgentQuota() == null ? now.urgentQuota() : wanted.urgentQuota()));
            return now;
        });
        return fresh(asking, key);
    }

    private ResponseEntity<ProjectView> fresh(Asking asking, String key) {
        Seat seat = asking.seat(key);
        return ResponseEntity.ok()
                .eTag(Asking.quoted(Long.toString(seat.version())))
                .body(ProjectView.of(projects.one(seat)));
    }

    @PutMapping("/{key}/status")
    @AdminScope
    @Operation(
            operationId = "setProjectStatus",
            summary = "Open, pause or close a project",
            description = "The project's account and the owner may.")
    ResponseEntity<ProjectView> status(Asking asking, @PathVariable String key, @RequestBody StatusChange wanted) {
        projects.status(
                asking.seat(key), Input.choice("status", wanted.status(), Status::find), Input.text(wanted.reason()));
        return fresh(asking, key);
    }
}
