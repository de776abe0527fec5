package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.BiConsumer;
import openkitchen.id.CommentId;
import openkitchen.problem.Invalid;
import openkitchen.project.Seat;
import openkitchen.talk.Address;
import openkitchen.talk.Question;
import openkitchen.talk.Questions;
import openkitchen.talk.Triage;
import openkitchen.text.CleanText;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done with a question. */
@Controller
@RequestMapping("/p/{key}/questions/{id}")
class QuestionDoor {

    private final Questions questions;
    private final Triage triage;
    private final Answering answering;

    QuestionDoor(Questions questions, Triage triage, Answering answering) {
        this.questions = questions;
        this.triage = triage;
        this.answering = answering;
    }

    private ResponseEntity<String> with(
            Visit visit, String key, long id, HttpServletRequest request, BiConsumer<Seat, CommentId> act) {
        return answering.after(
                visit,
                key,
                new CommentId(id),
                request,
                (seat, comment) -> questions.one(seat, comment).card(),
                act);
    }

    @PostMapping("/answer")
    ResponseEntity<String> answer(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String depth,
            HttpServletRequest request) {
        Integer spent = minutes.isBlank() ? null : minutes(minutes);
        return with(
                visit,
                key,
                id,
                request,
                (seat, question) -> questions.answer(
                        seat,
                        question,
                        CleanText.body(text),
                        List.of(),
                        spent,
                        Question.Depth.find(depth).orElse(null)));
    }

    private static int minutes(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            throw new Invalid("minutes", "error.minutes");
        }
    }

    @PostMapping("/back")
    ResponseEntity<String> askBack(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam String text,
            HttpServletRequest request) {
        return with(
                visit,
                key,
                id,
                request,
                (seat, question) -> questions.askBack(seat, question, CleanText.body(text), List.of()));
    }

    @PostMapping("/clarify")
    ResponseEntity<String> clarify(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam String text,
            HttpServletRequest request) {
        return with(
                visit,
                key,
                id,
                request,
                (seat, question) -> questions.clarify(seat, question, CleanText.body(text), List.of()));
    }

    @PostMapping("/reopen")
    ResponseEntity<String> reopen(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        return with(
                visit, key, id, request, (seat, question) -> questions.reopen(seat, question, CleanText.body(text)));
    }

    @PostMapping("/redirect")
    ResponseEntity<String> redirect(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        Address address = Address.find(to).orElseThrow(() -> new Invalid("to", "error.choice"));
        return with(
                visit,
                key,
                id,
                request,
                (seat, question) -> triage.redirect(seat, question, address, CleanText.line(note)));
    }

    @PostMapping("/merge")
    ResponseEntity<String> merge(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam long into,
            HttpServletRequest request) {
        return with(visit, key, id, request, (seat, question) -> triage.merge(seat, question, new CommentId(into)));
    }

    @PostMapping("/off-topic")
    ResponseEntity<String> offTopic(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return with(
                visit, key, id, request, (seat, question) -> triage.offTopic(seat, question, CleanText.line(reason)));
    }

    @PostMapping("/card")
    ResponseEntity<String> intoCard(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String title,
            HttpServletRequest request) {
        return with(
                visit, key, id, request, (seat, question) -> triage.intoCard(seat, question, CleanText.line(title)));
    }
}
