package openkitchen.site;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.bridge.TrelloImport;
import openkitchen.id.ClientId;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.Stale;
import openkitchen.project.Client;
import openkitchen.project.Clients;
import openkitchen.project.Discipline;
import openkitchen.project.Invitations;
import openkitchen.project.Knowledge;
import openkitchen.project.Project;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.project.Stage;
import openkitchen.project.Status;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What everybody on a project should know: its facts, strategy, the client's business, links, and the team. */
@Controller
@RequestMapping("/p/{key}")
class AboutDoor {

    private final Projects projects;
    private final Knowledge knowledge;
    private final Clients clients;
    private final Invitations invitations;
    private final People people;
    private final ProjectStarts starts;
    private final TrelloImport imports;
    private final BoardPieces boards;
    private final CardPieces pieces;
    private final Mentionables mentionables;
    private final NextAnswers answers;
    private final Views views;

    AboutDoor(
            Projects projects,
            Knowledge knowledge,
            Clients clients,
            Invitations invitations,
            People people,
            ProjectStarts starts,
            TrelloImport imports,
            BoardPieces boards,
            CardPieces pieces,
            Mentionables mentionables,
            NextAnswers answers,
            Views views) {
        this.projects = projects;
        this.knowledge = knowledge;
        this.clients = clients;
        this.invitations = invitations;
        this.people = people;
        this.starts = starts;
        this.imports = imports;
        this.boards = boards;
        this.pieces = pieces;
        this.mentionables = mentionables;
        this.answers = answers;
        this.views = views;
    }

    @GetMapping("/about")
    ResponseEntity<String> about(Visit visit, Viewer viewer, @PathVariable String key) {
        Seat seat = projects.seat(viewer, key);
        BoardView board = boards.view(seat, visit.language(), List.of());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("live", Live.of(seat));
        parameters.put("board", board);
        parameters.put("people", mentionables.json(board));
        parameters.put("manages", seat.manages());
        parameters.put("imported", seat.manages() && imports.report(seat).isPresent());
        parameters.put("business", newest(seat, board, Knowledge.Kind.BUSINESS));
        parameters.put("strategy", newest(seat, board, Knowledge.Kind.STRATEGY));
        parameters.put("links", knowledge.links(seat));
        parameters.put("clients", seat.manages() ? clients.seenBy(viewer) : List.of());
        parameters.put("invitations", invitations.of(seat));
        parameters.put("answers", answers.of(visit, board.team()));
        parameters.put("free", seat.manages() ? free(board.project()) : List.of());
        return views.page("project/about", parameters);
    }

    private KnowledgeView newest(Seat seat, BoardView board, Knowledge.Kind kind) {
        return view(board, kind, List.of(knowledge.text(seat, kind))).getFirst();
    }

    private List<KnowledgeView> view(BoardView board, Knowledge.Kind kind, List<Knowledge.Text> texts) {
        Map<PersonId, Person> authors = authors(board, texts);
        return texts.stream()
                .map(text -> new KnowledgeView(
                        kind, text, pieces.html(board, text.body()), text.by() == null ? null : authors.get(text.by())))
                .toList();
    }

    private Map<PersonId, Person> authors(BoardView board, Collection<Knowledge.Text> texts) {
        Set<PersonId> ids =
                texts.stream().map(Knowledge.Text::by).filter(Objects::nonNull).collect(Collectors.toSet());
        return board.people().keySet().containsAll(ids) ? board.people() : people.these(ids);
    }

    /** Those who may be put on the team and are not on it: the agency's people and the client's contacts. */
    private List<Person> free(Project project) {
        Set<PersonId> there =
                project.team().stream().map(mate -> mate.person().id()).collect(Collectors.toSet());
        Client client = project.client();
        return java.util.stream.Stream.concat(
                        people.ofAgency().stream(),
                        client == null ? java.util.stream.Stream.of() : people.ofClient(client.id()).stream())
                .filter(person -> !person.left() && !there.contains(person.id()))
                .toList();
    }

    private static Knowledge.Kind kind(String code) {
        for (Knowledge.Kind kind : Knowledge.Kind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new NotFound();
    }

    @PostMapping("/about/{kind}")
    ResponseEntity<String> write(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable String kind,
            @RequestParam int version,
            @RequestParam String text) {
        Seat seat = projects.seat(viewer, key);
        try {
            knowledge.write(seat, kind(kind), version, CleanText.body(text));
            return Views.goTo(path(key) + "#" + kind);
        } catch (Stale stale) {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("visit", visit);
            parameters.put("live", Live.of(seat));
            parameters.put("action", path(key) + "/" + kind);
            parameters.put("back", path(key));
            parameters.put("field", "text");
            parameters.put("version", stale.version());
            parameters.put("mine", text);
            parameters.put("theirs", stale.texts().getOrDefault("body", ""));
            return views.page(HttpStatus.CONFLICT, "card/versus", parameters);
        }
    }

    /** All that a text has ever said, newest first. */
    @GetMapping("/about/{kind}/versions")
    ResponseEntity<String> versions(Visit visit, Viewer viewer, @PathVariable String key, @PathVariable String kind) {
        Seat seat = projects.seat(viewer, key);
        BoardView board = boards.view(seat, visit.language(), List.of());
        return views.page(
                "project/versions",
                Map.of(
                        "visit",
                        visit,
                        "board",
                        board,
                        "kind",
                        kind(kind),
                        "versions",
                        view(board, kind(kind), knowledge.texts(seat, kind(kind)))));
    }

    @PostMapping("/facts")
    ResponseEntity<String> facts(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String client,
            @RequestParam(defaultValue = "") List<String> service,
            @RequestParam String stage,
            @RequestParam(required = false) @Nullable String quota) {
        Seat seat = projects.seat(viewer, key);
        seat.mustManage();
        Set<Discipline> services = ProjectsDoor.services(service);
        Stage reached = Stage.find(stage).orElseThrow(() -> new Invalid("stage", "error.choice"));
        projects.change(
                seat,
                new Projects.Facts(
                        CleanText.line(name),
                        client(seat, client),
                        services,
                        reached,
                        quota == null ? projects.one(seat).urgentQuota() : number(quota)));
        return Views.goTo(path(key));
    }

    /** As typed; what is no number is out of range. */
    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /** Whoever may not know the agency's clients leaves the client as it is. */
    private @Nullable ClientId client(Seat seat, @Nullable String name) {
        Client now = projects.one(seat).client();
        if (name == null || !seat.viewer().leads() || (now != null && now.name().equals(CleanText.line(name)))) {
            return now == null ? null : now.id();
        }
        return starts.client(seat.viewer(), name);
    }

    /** Closes the project, or opens it again. */
    @PostMapping("/status")
    ResponseEntity<String> status(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam String status,
            @RequestParam(defaultValue = "") String reason) {
        Seat seat = projects.seat(viewer, key);
        seat.mustManage();
        Status wanted = Status.find(status)
                .filter(each -> each != Status.PAUSED)
                .orElseThrow(() -> new Invalid("status", "error.choice"));
        projects.status(seat, wanted, CleanText.body(reason).strip());
        return Views.goTo(path(key));
    }

    @PostMapping("/links")
    ResponseEntity<String> link(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam String title,
            @RequestParam String url,
            @RequestParam(defaultValue = "") String note) {
        Seat seat = projects.seat(viewer, key);
        String address = url.strip();
        String name = title.isBlank() ? address.replaceFirst("(?i)^https?://(www\\.)?", "") : title;
        knowledge.addLink(seat, CleanText.line(name), address, CleanText.line(note));
        return Views.goTo(path(key) + "#links");
    }

    @PostMapping("/links/{id}/delete")
    ResponseEntity<String> unlink(Viewer viewer, @PathVariable String key, @PathVariable long id) {
        knowledge.removeLink(projects.seat(viewer, key), id);
        return Views.goTo(path(key) + "#links");
    }

    static String path(String key) {
        return "/p/" + key + "/about";
    }
}
