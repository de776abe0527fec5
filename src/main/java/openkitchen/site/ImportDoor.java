package openkitchen.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openkitchen.bridge.ImportChoices;
import openkitchen.bridge.ImportJobs;
import openkitchen.bridge.ImportJobs.State;
import openkitchen.bridge.ImportPlan;
import openkitchen.bridge.TrelloImport;
import openkitchen.bridge.WaitingExports;
import openkitchen.people.Viewer;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Discipline;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/** Bringing a board from Trello: the file, who is who, and the way over. */
@Controller
@RequestMapping("/import/trello")
class ImportDoor {

    /** So long a browser waits for an import before it is shown how far it has come. */
    private static final Duration AT_ONCE = Duration.ofMillis(1500);

    private final TrelloImport imports;
    private final WaitingExports exports;
    private final ImportJobs jobs;
    private final ImportForms forms;
    private final Visits visits;
    private final Views views;

    ImportDoor(
            TrelloImport imports,
            WaitingExports exports,
            ImportJobs jobs,
            ImportForms forms,
            Visits visits,
            Views views) {
        this.imports = imports;
        this.exports = exports;
        this.jobs = jobs;
        this.forms = forms;
        this.visits = visits;
        this.views = views;
    }

    @GetMapping
    ResponseEntity<String> ask(Visit visit, Viewer viewer) {
        mustLead(viewer);
        return ask(visit, HttpStatus.OK, "");
    }

    private static void mustLead(Viewer viewer) {
        if (!viewer.leads()) {
            throw new Forbidden("error.only_leads");
        }
    }

    private ResponseEntity<String> ask(Visit visit, HttpStatus status, String wrong) {
        return views.page(status, "bridge/file", Map.of("visit", visit, "wrong", wrong));
    }

    /** Looks at a file and keeps it for the next step. */
    @PostMapping
    ResponseEntity<String> look(Visit visit, Viewer viewer, @RequestParam MultipartFile file) throws IOException {
        mustLead(viewer);
        String token;
        try (InputStream bytes = file.getInputStream()) {
            token = exports.put(viewer.person(), bytes).token();
        }
        try {
            plan(viewer, token);
        } catch (Invalid refused) {
            exports.drop(viewer.person(), token);
            String why = Problems.sentence(visit, refused.faults().getFirst());
            return ask(visit, HttpStatus.UNPROCESSABLE_CONTENT, why);
        }
        return Views.goTo("/import/trello/" + token);
    }

    @ExceptionHandler
    ResponseEntity<String> tooLarge(
            MaxUploadSizeExceededException large, jakarta.servlet.http.HttpServletRequest request) {
        Visit visit = visits.of(request);
        return ask(
                visit,
                HttpStatus.CONTENT_TOO_LARGE,
                visit.say("trello.refusal.too-large", "megabytes", TrelloImport.MEGABYTES));
    }

    private ImportPlan plan(Viewer viewer, String token) {
        try (InputStream export = exports.open(viewer.person(), token)) {
            return imports.plan(viewer, export);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @GetMapping("/{token}")
    ResponseEntity<String> choose(Visit visit, Viewer viewer, @PathVariable String token) {
        mustLead(viewer);
        Optional<State> state = jobs.state(viewer.person(), token);
        if (state.isPresent() && (state.get() instanceof State.Running || state.get() instanceof State.Done)) {
            return Views.goTo("/import/trello/" + token + "/progress");
        }
        return choose(visit, viewer, token, HttpStatus.OK, Map.of(), Set.of(), FieldFaults.NONE);
    }

    private ResponseEntity<String> choose(
            Visit visit,
            Viewer viewer,
            String token,
            HttpStatus status,
            Map<String, String> typed,
            Set<Discipline> services,
            FieldFaults faults) {
        ImportPage page = forms.page(viewer, visit, token, plan(viewer, token), typed, services, faults);
        return views.page(status, "bridge/people", Map.of("visit", visit, "page", page));
    }

    @PostMapping("/{token}")
    ResponseEntity<String> bring(
            Visit visit,
            Viewer viewer,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> fields) {
        mustLead(viewer);
        Map<String, String> typed = fields.toSingleValueMap();
        Set<Discipline> services = ProjectsDoor.services(fields.getOrDefault("service", List.of()));
        ImportChoices choices = forms.choices(viewer, typed, services);
        jobs.start(viewer, token, choices);
        return switch (jobs.await(viewer.person(), token, AT_ONCE).orElseThrow(NotFound::new)) {
            case State.Running _ -> Views.goTo("/import/trello/" + token + "/progress");
            case State.Done(String project) -> Views.goTo("/p/" + project + "/import");
            case State.Refused(openkitchen.problem.Problem why) -> {
                if (why instanceof Invalid wrong) {
                    FieldFaults faults = FieldFaults.of(visit, wrong);
                    yield choose(visit, viewer, token, HttpStatus.UNPROCESSABLE_CONTENT, typed, services, faults);
                }
                throw why;
            }
            case State.Broken() -> {
                FieldFaults faults = new FieldFaults(Map.of("file", visit.say("error.server.more")));
                yield choose(visit, viewer, token, HttpStatus.INTERNAL_SERVER_ERROR, typed, services, faults);
            }
        };
    }

    @GetMapping("/{token}/progress")
    ResponseEntity<String> progress(
            Visit visit,
            Viewer viewer,
            @PathVariable String token,
            @RequestHeader(name = "Turbo-Frame", defaultValue = "") String frame) {
        mustLead(viewer);
        Optional<State> state = jobs.state(viewer.person(), token);
        if (state.isEmpty()) {
            if (exports.has(viewer.person(), token)) {
                return Views.goTo("/import/trello/" + token);
            }
            throw new NotFound();
        }
        if (state.get() instanceof State.Done(String project)) {
            return frame.isEmpty() ? Views.goTo("/p/" + project + "/import") : views.page("bridge/arrived", Map.of());
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("token", token);
        parameters.put(
                "step",
                state.get() instanceof State.Running(openkitchen.bridge.ImportProgress.Step step)
                        ? step.ordinal()
                        : -1);
        parameters.put("wrong", wrong(visit, state.get()));
        return views.page("bridge/progress", parameters);
    }

    private static String wrong(Visit visit, State state) {
        return switch (state) {
            case State.Running _, State.Done _ -> "";
            case State.Broken() -> visit.say("error.server.more");
            case State.Refused(Invalid why) ->
                Problems.sentence(visit, why.faults().getFirst());
            case State.Refused(Forbidden why) -> visit.say(why.key());
            case State.Refused _ -> visit.say("error.not_found.more");
        };
    }
}
