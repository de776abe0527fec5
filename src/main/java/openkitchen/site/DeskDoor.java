package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openkitchen.desk.Desk;
import openkitchen.desk.Desks;
import openkitchen.desk.Matter;
import openkitchen.id.CommentId;
import openkitchen.id.TurnId;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Mate;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import openkitchen.talk.Comment;
import openkitchen.talk.Comments;
import openkitchen.talk.Question;
import openkitchen.talk.Triage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own desk: what waits, and what can be done with it without going there. */
@Controller
@RequestMapping("/desk")
class DeskDoor {

    private final Desks desks;
    private final DeskWords words;
    private final Projects projects;
    private final Team team;
    private final NextAnswers answers;
    private final Triage triage;
    private final Comments comments;
    private final Views views;

    DeskDoor(
            Desks desks,
            DeskWords words,
            Projects projects,
            Team team,
            NextAnswers answers,
            Triage triage,
            Comments comments,
            Views views) {
        this.desks = desks;
        this.words = words;
        this.projects = projects;
        this.team = team;
        this.answers = answers;
        this.triage = triage;
        this.comments = comments;
        this.views = views;
    }

    @GetMapping
    ResponseEntity<String> desk(Visit visit, Viewer viewer) {
        Desk desk = desks.of(viewer);
        return views.page("desk/page", Map.of("visit", visit, "view", words.of(visit, desk)));
    }

    /** The number beside the desk's name, alone. */
    @GetMapping("/waits")
    ResponseEntity<String> waits(Viewer viewer) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Integer.toString(desks.count(viewer)));
    }

    /** What can be done with something instead of answering it: {@code pass}, {@code card}, {@code off} or {@code merge}. */
    @GetMapping("/turns/{turn}/acts")
    ResponseEntity<String> acts(
            Visit visit,
            Viewer viewer,
            @PathVariable long turn,
            @RequestParam(name = "do", defaultValue = "") String act,
            @RequestParam(defaultValue = "") String back) {
        Matter matter = desks.one(viewer, new TurnId(turn)).orElseThrow(NotFound::new);
        Seat seat = projects.seat(viewer, matter.card().projectKey());
        boolean merges = act.equals("merge") && seat.manages() && matter.question() != null;
        List<Mate> mates = act.equals("pass") ? others(seat) : List.of();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("view", words.of(visit, desks.none()));
        parameters.put("matter", matter);
        parameters.put("act", act);
        String path = back.isEmpty() ? "/desk" : OwnPath.of(back);
        parameters.put("back", path);
        parameters.put("query", URLEncoder.encode(path, StandardCharsets.UTF_8));
        parameters.put("manages", seat.manages());
        parameters.put("mates", mates);
        parameters.put("answers", answers.of(visit, mates));
        parameters.put("earlier", merges ? earlier(seat, matter.said().id()) : List.of());
        return views.page("desk/acts", parameters);
    }

    /** To whom a question may be passed on: the agency's people on the project, and oneself when it waits for somebody else. */
    private List<Mate> others(Seat seat) {
        return team.of(seat).stream()
                .filter(mate -> mate.side() == Side.AGENCY && !mate.person().left())
                .limit(20)
                .toList();
    }

    private List<Comment> earlier(Seat seat, CommentId question) {
        List<CommentId> before =
                triage.before(seat, question).stream().map(Question::id).toList();
        return comments.these(seat, before).reversed();
    }

    @PostMapping("/turns/{turn}/snooze")
    ResponseEntity<String> snooze(Viewer viewer, @PathVariable long turn, HttpServletRequest request) {
        desks.snooze(viewer, new TurnId(turn));
        return back(request);
    }

    @PostMapping("/turns/{turn}/wake")
    ResponseEntity<String> wake(Viewer viewer, @PathVariable long turn, HttpServletRequest request) {
        desks.wake(viewer, new TurnId(turn));
        return back(request);
    }

    private static ResponseEntity<String> back(HttpServletRequest request) {
        String back = request.getParameter("back");
        return Views.goTo(back == null ? "/desk" : OwnPath.of(back));
    }
}
