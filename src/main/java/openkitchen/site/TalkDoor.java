package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import openkitchen.id.CommentId;
import openkitchen.people.Viewer;
import openkitchen.problem.Stale;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.talk.Comment;
import openkitchen.talk.Comments;
import openkitchen.text.CleanText;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The talk on a card. */
@Controller
@RequestMapping("/p/{key}")
class TalkDoor {

    private final Projects projects;
    private final Comments comments;
    private final BoardPieces boards;
    private final CardPieces pieces;
    private final Changes changes;
    private final Versus versus;
    private final Views views;

    TalkDoor(
            Projects projects,
            Comments comments,
            BoardPieces boards,
            CardPieces pieces,
            Changes changes,
            Versus versus,
            Views views) {
        this.projects = projects;
        this.comments = comments;
        this.boards = boards;
        this.pieces = pieces;
        this.changes = changes;
        this.versus = versus;
        this.views = views;
    }

    /** Questions, remarks and decisions come with their rules; until then everything said is a message. */
    @PostMapping("/cards/{number}/comments")
    ResponseEntity<String> say(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam String text,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        comments.say(seat, number, null, CleanText.body(text), List.of());
        return changes.answer(seat, visit, request, CardDoor.path(key, number));
    }

    @PostMapping("/cards/{number}/comments/{comment}")
    ResponseEntity<String> edit(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long comment,
            @RequestParam int version,
            @RequestParam String text,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        try {
            comments.edit(seat, new CommentId(comment), version, CleanText.body(text));
            return changes.answer(seat, visit, request, CardDoor.path(key, number));
        } catch (Stale stale) {
            return versus.answer(
                    visit,
                    seat,
                    request,
                    "comment-" + comment,
                    CardDoor.path(key, number) + "/comments/" + comment,
                    "body",
                    text,
                    stale);
        }
    }

    @PostMapping("/cards/{number}/comments/{comment}/delete")
    ResponseEntity<String> delete(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long comment,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        comments.delete(seat, new CommentId(comment));
        return changes.answer(seat, visit, request, CardDoor.path(key, number));
    }

    /** What a comment said before each edit. */
    @GetMapping("/cards/{number}/comments/{comment}/versions")
    ResponseEntity<String> versions(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long comment) {
        Seat seat = projects.seat(viewer, key);
        Comment said = comments.one(seat, new CommentId(comment));
        BoardView board = boards.view(seat, visit.language(), List.of());
        return views.page(
                "card/versions",
                Map.of(
                        "visit", visit,
                        "board", board,
                        "number", number,
                        "comment", pieces.view(board, said),
                        "before", comments.before(seat, said.id())));
    }

    /** How a text will look. */
    @PostMapping("/preview")
    ResponseEntity<String> preview(Visit visit, Viewer viewer, @PathVariable String key, @RequestParam String text) {
        Seat seat = projects.seat(viewer, key);
        BoardView board = boards.view(seat, visit.language(), List.of());
        return ResponseEntity.ok()
                .header("Content-Type", Views.HTML)
                .body(pieces.html(board, CleanText.body(text)).markup());
    }
}
