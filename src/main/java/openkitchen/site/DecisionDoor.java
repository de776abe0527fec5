package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiConsumer;
import openkitchen.id.CommentId;
import openkitchen.problem.Invalid;
import openkitchen.project.Discipline;
import openkitchen.project.Seat;
import openkitchen.talk.Decisions;
import openkitchen.text.CleanText;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What those whom a decision affects say to it. */
@Controller
@RequestMapping("/p/{key}/decisions/{id}")
class DecisionDoor {

    private final Decisions decisions;
    private final Answering answering;

    DecisionDoor(Decisions decisions, Answering answering) {
        this.decisions = decisions;
        this.answering = answering;
    }

    private ResponseEntity<String> with(
            Visit visit, String key, long id, HttpServletRequest request, BiConsumer<Seat, CommentId> act) {
        return answering.after(
                visit,
                key,
                new CommentId(id),
                request,
                (seat, comment) -> decisions.one(seat, comment).card(),
                act);
    }

    @PostMapping("/check")
    ResponseEntity<String> check(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam String discipline,
            @RequestParam boolean fine,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Discipline asked = Discipline.find(discipline).orElseThrow(() -> new Invalid("discipline", "error.choice"));
        return with(
                visit,
                key,
                id,
                request,
                (seat, decision) -> decisions.check(seat, decision, asked, fine, CleanText.body(reason)));
    }

    @PostMapping("/settle")
    ResponseEntity<String> settle(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return with(
                visit, key, id, request, (seat, decision) -> decisions.settle(seat, decision, CleanText.body(reason)));
    }
}
