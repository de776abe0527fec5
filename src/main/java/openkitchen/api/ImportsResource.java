package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openkitchen.bridge.ImportChoices;
import openkitchen.bridge.ImportChoices.ForWhom;
import openkitchen.bridge.ImportChoices.Who;
import openkitchen.bridge.ImportReport;
import openkitchen.bridge.TrelloImport;
import openkitchen.id.ClientId;
import openkitchen.id.PersonId;
import openkitchen.people.Side;
import openkitchen.problem.Fault;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@RestController
@Tag(name = "Imports", description = "Boards from elsewhere.")
class ImportsResource {

    static final String TRELLO = "/api/v1/imports/trello";

    private final TrelloImport imports;
    private final Projects projects;
    private final ObjectMapper json;

    ImportsResource(TrelloImport imports, Projects projects, ObjectMapper json) {
        this.imports = imports;
        this.projects = projects;
        this.json = json;
    }

    @Schema(name = "Import")
    record ImportView(ProjectView project, ImportReport report) {}

    @PostMapping(path = TRELLO, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @AdminScope
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "importTrelloBoard",
            summary = "Bring a Trello board's JSON export in",
            description =
                    "Comes whole or not at all. A board that came before comes into its project again: what is new is added, nothing is changed; 200 when nothing was new. At most 64 MB.")
    ResponseEntity<ImportView> trello(
            Asking asking,
            @RequestPart MultipartFile file,
            @Parameter(description = "The project's name; left out: the board's.") @RequestParam(defaultValue = "")
                    String name,
            @Parameter(description = "The project's key; left out: made from the name.")
                    @RequestParam(defaultValue = "")
                    String key,
            @Parameter(description = "The client's id; left out for an inner project.")
                    @RequestParam(required = false)
                    @Nullable
                    Long client,
            @Parameter(description = "The project's services, parted by commas.") @RequestParam(defaultValue = "")
                    List<String> services,
            @Parameter(
                            description =
                                    "JSON: by the id of a Trello member a person's id, \"agency\" or \"agency:<role>\" for a new person of the agency, \"client\" or \"client:<role>\" for a new contact, \"nobody\" for who is left out. Who is not named is guessed.",
                            example =
                                    "{\"54f0c7fc0f5ae7a6a2a0e4b1\": 12, \"54f0c7fc0f5ae7a6a2a0e4b2\": \"agency:seo\"}")
                    @RequestParam(defaultValue = "{}")
                    String people)
            throws IOException {
        ImportChoices choices = new ImportChoices(
                name,
                key,
                client == null ? new ForWhom.Nobody() : new ForWhom.Known(new ClientId(client)),
                Input.disciplines("services", services),
                Map.of(),
                people(people));
        try (InputStream bytes = file.getInputStream()) {
            TrelloImport.Brought brought = imports.bring(asking.viewer(), bytes, choices, step -> {});
            Seat seat = projects.seat(asking.viewer(), brought.seat().key());
            URI project = URI.create("/api/v1/projects/" + seat.key());
            return (brought.report().broughtNothing()
                            ? ResponseEntity.ok().location(project)
                            : ResponseEntity.created(project))
                    .eTag(Asking.quoted(Long.toString(seat.version())))
                    .body(new ImportView(ProjectView.of(projects.one(seat)), brought.report()));
        }
    }

    private Map<String, Who> people(String text) {
        try {
            JsonNode node = json.readTree(text);
            if (!node.isObject()) {
                throw new Invalid("people", "error.people_json");
            }
            Map<String, Who> people = new HashMap<>();
            for (Map.Entry<String, JsonNode> one : node.properties()) {
                people.put(one.getKey(), who(one.getValue()));
            }
            return people;
        } catch (JacksonException unreadable) {
            throw new Invalid("people", "error.people_json");
        }
    }

    private static Who who(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return new Who.Known(new PersonId(value.longValue()));
        }
        String[] words = value.isString() ? value.stringValue().split(":", 2) : new String[] {""};
        return switch (words[0]) {
            case "agency" -> new Who.OfAgency(role(words, Side.AGENCY));
            case "client" -> new Who.OfClient(role(words, Side.CLIENT));
            case "nobody" -> new Who.LeftOut();
            default -> throw wrong();
        };
    }

    private static @Nullable Role role(String[] words, Side side) {
        if (words.length == 1) {
            return null;
        }
        return Role.find(words[1]).filter(role -> role.side() == side).orElseThrow(ImportsResource::wrong);
    }

    private static Invalid wrong() {
        return new Invalid(List.of(new Fault("people", "error.choice")));
    }

    @GetMapping("/api/v1/projects/{key}/import")
    @Operation(
            operationId = "readImport",
            summary = "Read the report of the last import into a project",
            description = "The project's account and the owner may.")
    ResponseEntity<ImportReport> report(Asking asking, @PathVariable String key) {
        Seat seat = asking.seat(key);
        seat.mustManage();
        ImportReport report = imports.report(seat).orElseThrow(NotFound::new);
        return asking.answer(report);
    }
}
