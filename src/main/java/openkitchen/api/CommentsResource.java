package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.history.History;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import openkitchen.talk.Address;
import openkitchen.talk.Comment;
import openkitchen.talk.CommentKind;
import openkitchen.talk.Comments;
import openkitchen.talk.Intent;
import openkitchen.talk.Remark;
import openkitchen.talk.Speaking;
import openkitchen.talk.Turning;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/cards/{number}/comments")
@Tag(name = "Talk", description = "What is said on cards.")
class CommentsResource {

    private final Comments comments;
    private final Speaking speaking;
    private final Turning turning;
    private final TalkViews views;
    private final Faces faces;
    private final History history;

    CommentsResource(
            Comments comments, Speaking speaking, Turning turning, TalkViews views, Faces faces, History history) {
        this.comments = comments;
        this.speaking = speaking;
        this.turning = turning;
        this.views = views;
        this.faces = faces;
        this.history = history;
    }

    @Schema(name = "NewComment")
    record NewComment(
            @Schema(description = "Markdown. May be left out when there are files.", maxLength = 20_000) @Nullable
            String body,

            @Schema(
                    allowableValues = {"message", "question", "remark", "decision"},
                    defaultValue = "message")
            @Nullable
            String kind,

            @Schema(description = "The comment that a message answers.") @Nullable
            Long answers,

            @Schema(
                    description =
                            "To whom a question is put: team, client, a role's code, or person:ID. The team when left out.")
            @Nullable
            String to,

            @Schema(description = "Whether a question is urgent.") @Nullable
            Boolean urgent,

            @Schema(
                    description = "Whether a remark holds the card back from being done.",
                    allowableValues = {"must", "suggestion"},
                    defaultValue = "must")
            @Nullable
            String weight,

            @Schema(description = "Why a decision was made.", maxLength = 2000) @Nullable
            String why,

            @Schema(description = "The disciplines that a decision affects: each is asked.") @Nullable
            List<String> affects,

            @Schema(description = "Ids of files that were uploaded before, at most 20.") @Nullable
            List<Long> files) {

        Wanted wanted() {
            return new Wanted(kind == null ? CommentKind.MESSAGE.code() : kind, to, urgent, weight, why, affects);
        }
    }

    @Schema(
            name = "CommentKind",
            description = "As what a comment is meant; only what goes with the kind is looked at.")
    record Wanted(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"message", "question", "remark", "decision"})
            @Nullable
            String kind,

            @Schema(
                    description =
                            "To whom a question is put: team, client, a role's code, or person:ID. The team when left out.")
            @Nullable
            String to,

            @Schema(description = "Whether a question is urgent.") @Nullable
            Boolean urgent,

            @Schema(
                    description = "Whether a remark holds the card back from being done.",
                    allowableValues = {"must", "suggestion"},
                    defaultValue = "must")
            @Nullable
            String weight,

            @Schema(description = "Why a decision was made.", maxLength = 2000) @Nullable
            String why,

            @Schema(description = "The disciplines that a decision affects: each is asked.") @Nullable
            List<String> affects) {

        Intent intent() {
            return switch (Input.choice("kind", kind, CommentKind::chosen)) {
                case MESSAGE -> new Intent.Message();
                case QUESTION ->
                    new Intent.Question(
                            to == null ? new Address.Team() : Input.choice("to", to, Address::find),
                            Boolean.TRUE.equals(urgent));
                case REMARK ->
                    new Intent.Remark(
                            weight == null ? Remark.Weight.MUST : Input.choice("weight", weight, Remark.Weight::find));
                case DECISION -> new Intent.Decision(Input.text(why), Input.disciplines("affects", affects));
                case APPROVAL -> throw new Invalid("kind", "error.choice");
            };
        }
    }

    @Schema(name = "CommentChange")
    record CommentChange(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 20_000) @Nullable
            String body,

            @Schema(
                    description =
                            "The version that was edited. When it was edited since, the answer is 409 with both texts.")
            @Nullable
            Integer version) {}

    @Schema(name = "CommentVersion")
    record WordingView(int version, String body, Instant at) {}

    @GetMapping
    @Operation(
            operationId = "listComments",
            summary = "List the talk on a card",
            description = "In the order in which it came in. Its files are among the card's attachments.")
    ResponseEntity<Page<CommentView>> list(
            Asking asking,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Seat seat = asking.seat(key);
        faces.number(seat, number);
        int most = Page.limit(limit, Page.LIMIT);
        long after = Page.after("comments", cursor);
        return asking.answer(
                seat,
                () -> Page.of(
                        "comments",
                        views.comments(seat, comments.page(seat, number, after, most + 1)),
                        most,
                        CommentView::id,
                        view -> view));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addComment", summary = "Say something on a card")
    ResponseEntity<CommentView> add(
            Asking asking, @PathVariable String key, @PathVariable int number, @RequestBody NewComment wanted) {
        Seat seat = asking.seat(key);
        List<FileId> files = Input.ids("files", wanted.files(), FileId::new);
        CommentId made = speaking.say(
                seat,
                number,
                wanted.wanted().intent(),
                Input.id(wanted.answers(), CommentId::new),
                Input.text(wanted.body()),
                files);
        CommentView view = views.comment(seat, comments.one(seat, made));
        return ResponseEntity.created(
                        URI.create("/api/v1/projects/" + seat.key() + "/cards/" + number + "/comments/" + made))
                .eTag(Asking.quoted(view.tag(asking)))
                .body(view);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readComment", summary = "Read a comment")
    ResponseEntity<CommentView> read(
            Asking asking, @PathVariable String key, @PathVariable int number, @PathVariable long id) {
        Seat seat = asking.seat(key);
        CommentView view = views.comment(seat, one(seat, number, id));
        return asking.answer(view.tag(asking), () -> view);
    }

    private Comment one(Seat seat, int number, long id) {
        Face card = faces.number(seat, number);
        Comment comment = comments.one(seat, new CommentId(id));
        if (!comment.card().equals(card.id())) {
            throw new NotFound();
        }
        return comment;
    }

    @PatchMapping("/{id}")
    @Operation(
            operationId = "editComment",
            summary = "Edit a comment",
            description = "Its author may. The wording before is kept.")
    ResponseEntity<CommentView> edit(
            Asking asking,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long id,
            @RequestBody CommentChange wanted) {
        Seat seat = asking.seat(key);
        under(
                asking,
                seat,
                number,
                id,
                now -> comments.edit(
                        seat,
                        now.id(),
                        wanted.version() == null ? now.version() : wanted.version(),
                        Input.text(wanted.body())));
        return fresh(asking, seat, number, id);
    }

    private ResponseEntity<CommentView> fresh(Asking asking, Seat seat, int number, long id) {
        CommentView view = views.comment(seat, one(seat, number, id));
        return ResponseEntity.ok().eTag(Asking.quoted(view.tag(asking))).body(view);
    }

    private void under(Asking asking, Seat seat, int number, long id, java.util.function.Consumer<Comment> work) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Comment now = one(seat, number, id);
            if (asking.conditional()) {
                asking.mustMatch(views.comment(seat, now).tag(asking), now.version(), () -> Map.of("body", now.body()));
            }
            work.accept(now);
            return now;
        });
    }

    @PutMapping("/{id}/kind")
    @Operation(
            operationId = "setCommentKind",
            summary = "Turn a comment into a message, a question, a remark or a decision",
            description =
                    "Its author may, the project's account and the owner. What it asked for as it was is taken back. One that "
                            + "is of this kind already stays as it is.")
    ResponseEntity<CommentView> turn(
            Asking asking,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long id,
            @RequestBody Wanted wanted) {
        Seat seat = asking.seat(key);
        under(asking, seat, number, id, now -> turning.turn(seat, now.id(), wanted.intent()));
        return fresh(asking, seat, number, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteComment",
            summary = "Delete a comment; a mark stays where it stood",
            description = "Its author may, the project's account and the owner.")
    void delete(Asking asking, @PathVariable String key, @PathVariable int number, @PathVariable long id) {
        Seat seat = asking.seat(key);
        under(asking, seat, number, id, now -> comments.delete(seat, now.id()));
    }

    @GetMapping("/{id}/versions")
    @Operation(
            operationId = "listCommentVersions",
            summary = "List what a comment said before it was edited, oldest first")
    ResponseEntity<Page<WordingView>> versions(
            Asking asking, @PathVariable String key, @PathVariable int number, @PathVariable long id) {
        Seat seat = asking.seat(key);
        Comment comment = one(seat, number, id);
        return asking.answer(
                seat,
                () -> Page.whole(comments.before(seat, comment.id()).stream()
                        .map(wording -> new WordingView(wording.version(), wording.body(), wording.at()))
                        .toList()));
    }
}
