package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openkitchen.material.Launch;
import openkitchen.material.Launches;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.problem.Stale;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.text.CleanText;
import openkitchen.text.Moments;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Launches: all of a project over time, and what is done with one on its card. */
@Controller
@RequestMapping("/p/{key}")
class LaunchDoor {

    private final Projects projects;
    private final Launches launches;
    private final LaunchPieces pieces;
    private final BoardPieces boards;
    private final Changes changes;
    private final Moments moments;
    private final Clock clock;
    private final Views views;

    LaunchDoor(
            Projects projects,
            Launches launches,
            LaunchPieces pieces,
            BoardPieces boards,
            Changes changes,
            Moments moments,
            Clock clock,
            Views views) {
        this.projects = projects;
        this.launches = launches;
        this.pieces = pieces;
        this.boards = boards;
        this.changes = changes;
        this.moments = moments;
        this.clock = clock;
        this.views = views;
    }

    @GetMapping("/launches")
    ResponseEntity<String> all(Visit visit, Viewer viewer, @PathVariable String key) {
        Seat seat = projects.seat(viewer, key);
        LaunchesView shown = new LaunchesView(
                visit,
                moments.in(visit.language(), visit.zone()),
                LocalDate.ofInstant(clock.instant(), visit.zone()),
                List.copyOf(pieces.views(launches.in(seat)).values()));
        return views.page(
                "launch/page",
                Map.of("visit", visit, "live", Live.of(seat), "project", projects.one(seat), "shown", shown));
    }

    @PostMapping("/cards/{number}/launch/plan")
    ResponseEntity<String> plan(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String hypothesis,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String budget,
            @RequestParam(defaultValue = "RUB") String currency,
            @RequestParam(defaultValue = "") String starts,
            @RequestParam(defaultValue = "") String stops,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        LaunchForm form = new LaunchForm(hypothesis, channel, audience, budget, currency, starts, stops);
        try {
            launches.plan(seat, number, version, form.plan());
            return changes.answer(seat, visit, request, CardDoor.path(key, number));
        } catch (Stale stale) {
            return both(visit, seat, number, form, stale, request);
        }
    }

    /** Somebody else was quicker: what they wrote stands beside what was written here, and nothing is lost. */
    private ResponseEntity<String> both(
            Visit visit, Seat seat, int number, LaunchForm form, Stale stale, HttpServletRequest request) {
        Map<String, String> theirs = new LinkedHashMap<>();
        form.texts().forEach((field, mine) -> {
            String other = stale.texts().getOrDefault(field, "");
            if (!other.equals(mine)) {
                theirs.put(field, other);
            }
        });
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("mine", form.texts());
        parameters.put("theirs", theirs);
        return versus(visit, seat, number, stale, "", "launch/both", "launch/versus", parameters, request);
    }

    /** @param act which of the launch's forms was sent @param piece shows both in it @param page does so where there is none */
    private ResponseEntity<String> versus(
            Visit visit,
            Seat seat,
            int number,
            Stale stale,
            String act,
            String piece,
            String page,
            Map<String, Object> parameters,
            HttpServletRequest request) {
        if (Views.wantsStreams(request)) {
            return Views.conflict(
                    Versus.stream(CardPart.LAUNCH.id(number), act, stale.version(), views.piece(piece, parameters)));
        }
        parameters.put("live", Live.of(seat));
        parameters.put("board", boards.view(seat, visit.language(), List.of()));
        parameters.put("number", number);
        parameters.put("version", (int) stale.version());
        return views.page(HttpStatus.CONFLICT, page, parameters);
    }

    @PostMapping("/cards/{number}/launch/start")
    ResponseEntity<String> start(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        launches.launch(seat, number, CleanText.body(reason));
        return changes.answer(seat, visit, request, CardDoor.path(key, number));
    }

    @PostMapping("/cards/{number}/launch/stop")
    ResponseEntity<String> stop(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        launches.stop(seat, number);
        return changes.answer(seat, visit, request, CardDoor.path(key, number));
    }

    /**
     * What came of a run.
     *
     * @param run which one; 0 for the one that is on or was last
     * @param version which version of its result was edited, 0 for none
     */
    @PostMapping("/cards/{number}/launch/judge")
    ResponseEntity<String> judge(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int run,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String result,
            @RequestParam String verdict,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        Launch.Verdict said = Launch.Verdict.find(verdict).orElseThrow(() -> new Invalid("verdict", "error.choice"));
        String text = CleanText.body(result);
        try {
            launches.judge(seat, number, new Launches.Edited(run == 0 ? null : run, version), text, said);
        } catch (Stale stale) {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("visit", visit);
            parameters.put("run", run);
            parameters.put("mine", Map.of("result", text, "verdict", verdict));
            parameters.put("theirs", stale.texts());
            return versus(visit, seat, number, stale, "judge", "launch/results", "launch/judged", parameters, request);
        }
        ResponseEntity<String> answer = changes.answer(seat, visit, request, CardDoor.path(key, number));
        boolean earlier = run > 0 && run < launches.one(seat, number).run();
        return earlier && Views.wantsStreams(request)
                ? Views.streams(answer.getBody()
                        + views.piece(
                                "site/toast",
                                Map.of("wrong", false, "text", visit.say("launch.judged.earlier", "run", run))))
                : answer;
    }
}
