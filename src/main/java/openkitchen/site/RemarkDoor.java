package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiConsumer;
import openkitchen.id.CommentId;
import openkitchen.project.Seat;
import openkitchen.talk.Remarks;
import openkitchen.text.CleanText;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done with a remark. */
@Controller
@RequestMapping("/p/{key}/remarks/{id}")
class RemarkDoor {

    private final Remarks remarks;
    private final Answering answering;

    RemarkDoor(Remarks remarks, Answering answering) {
        this.remarks = remarks;
        this.answering = answering;
    }

    private ResponseEntity<String> with(
            Visit visit, String key, long id, HttpServletRequest request, BiConsumer<Seat, CommentId> act) {
        return answering.after(
                visit,
                key,
                new CommentId(id),
                request,
                (seat, comment) -> remarks.one(seat, comment).card(),
                act);
    }

    @PostMapping("/fix")
    ResponseEntity<String> fix(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(name = "in", defaultValue = "") String where,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        return with(
                visit,
                key,
                id,
                request,
                (seat, remark) -> remarks.fix(seat, remark, CleanText.line(where), CleanText.body(text)));
    }

    @PostMapping("/confirm")
    ResponseEntity<String> confirm(
            Visit visit, @PathVariable String key, @PathVariable long id, HttpServletRequest request) {
        return with(visit, key, id, request, remarks::confirm);
    }

    @PostMapping("/raise")
    ResponseEntity<String> raise(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        return with(visit, key, id, request, (seat, remark) -> remarks.raiseAgain(seat, remark, CleanText.body(text)));
    }

    @PostMapping("/decline")
    ResponseEntity<String> decline(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return with(visit, key, id, request, (seat, remark) -> remarks.decline(seat, remark, CleanText.body(reason)));
    }

    @PostMapping("/appeal")
    ResponseEntity<String> appeal(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return with(visit, key, id, request, (seat, remark) -> remarks.appeal(seat, remark, CleanText.body(reason)));
    }

    @PostMapping("/settle")
    ResponseEntity<String> settle(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam boolean todo,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return with(
                visit, key, id, request, (seat, remark) -> remarks.settle(seat, remark, todo, CleanText.body(reason)));
    }
}
