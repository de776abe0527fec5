package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import openkitchen.board.Cards;
import openkitchen.id.CommentId;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.Stale;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.talk.Comment;
import openkitchen.talk.Comments;
import openkitchen.talk.Intent;
import openkitchen.talk.Speaking;
import openkitchen.talk.Turning;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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
    private final Speaking speaking;
    private final Turning turning;
    private final Cards cards;
    private final Answering answering;
    private final Conversations conversations;
    private final BoardPieces boards;
    private final CardPieces pieces;
    private final TalkPieces talkPieces;
    private final Changes changes;
    private final Versus versus;
    private final Views views;

    TalkDoor(
            Projects projects,
            Comments comments,
            Speaking speaking,
            Turning turning,
            Cards cards,
            Answering answering,
            Conversations conversations,
            BoardPieces boards,
            CardPieces pieces,
            TalkPieces talkPieces,
            Changes changes,
            Versus versus,
            Views views) {
        this.projects = projects;
        this.comments = comments;
        this.speaking = speaking;
        this.turning = turning;
        this.cards = cards;
        this.answering = answering;
        this.conversations = conversations;
        this.boards = boards;
        this.pieces = pieces;
        this.talkPieces = talkPieces;
        this.changes = changes;
        this.versus = versus;
        this.views = views;
    }

    /** Says something as a message, a question, a remark or a decision. */
    @PostMapping("/cards/{number}/comments")
    ResponseEntity<String> say(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String answers,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        speaking.say(seat, number, Intents.of(form), comment(answers), CleanText.body(text), List.of());
        return changes.answer(seat, visit, request, CardDoor.path(key, number));
    }

    /** Says something on a card that is chosen with the words, and goes there. */
    @PostMapping("/comments")
    ResponseEntity<String> sayOn(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String text,
            @RequestParam MultiValueMap<String, String> form) {
        Seat seat = projects.seat(viewer, key);
        if (!card.matches("[0-9]{1,9}")) {
            throw new Invalid("card", "error.choice");
        }
        int number = Integer.parseInt(card);
        speaking.say(seat, number, Intents.of(form), null, CleanText.body(text), List.of());
        return Views.goTo(CardDoor.path(key, number));
    }

    private static @Nullable CommentId comment(String id) {
        if (id.isEmpty()) {
            return null;
        }
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFound();
        }
        return new CommentId(Long.parseLong(id));
    }

    /** The form in which a comment is made one of another kind. */
    @GetMapping("/comments/{id}/kind")
    ResponseEntity<String> kinds(Visit visit, Viewer viewer, @PathVariable String key, @PathVariable long id) {
        Seat seat = projects.seat(viewer, key);
        Comment comment = comments.one(seat, new CommentId(id));
        BoardView board = boards.view(seat, visit.language(), List.of());
        return views.page(
                "card/kind",
                Map.of(
                        "visit",
                        visit,
                        "board",
                        board,
                        "number",
                        cards.numberOf(seat, comment.card()).orElseThrow(NotFound::new),
                        "comment",
                        comment));
    }

    /** Makes a comment one of another kind. */
    @PostMapping("/comments/{id}/kind")
    ResponseEntity<String> turn(
            Visit visit,
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request) {
        Intent intent = Intents.of(form);
        return answering.after(
                visit,
                key,
                new CommentId(id),
                request,
                (seat, comment) -> comments.one(seat, comment).card(),
                (seat, comment) -> turning.turn(seat, comment, intent));
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
        Conversation talk = conversations.about(seat, List.of(said));
        BoardView board = talk.on(boards.view(seat, visit.language(), List.of()));
        return views.page(
                "card/versions",
                Map.of(
                        "visit", visit,
                        "board", board,
                        "number", number,
                        "comment", talkPieces.view(board, number, said, talk),
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
