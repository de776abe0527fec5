package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.BiConsumer;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.project.Seat;
import openkitchen.talk.Address;
import openkitchen.talk.Question;
import openkitchen.talk.Questions;
import openkitchen.talk.Triage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done with questions. Every step makes something new and answers with the question as it then is. */
@RestController
@RequestMapping("/api/v1/projects/{key}/questions")
@Tag(
        name = "Questions",
        description =
                "A question is a comment of that kind and has its id. To answer a question that is settled meanwhile adds the "
                        + "words as a plain reply.")
class QuestionsResource {

    private final Questions questions;
    private final Triage triage;
    private final TalkViews views;

    QuestionsResource(Questions questions, Triage triage, TalkViews views) {
        this.questions = questions;
        this.triage = triage;
        this.views = views;
    }

    @Schema(name = "NewAnswer")
    record NewAnswer(
            @Schema(description = "Markdown. May be left out when there are files.", maxLength = 20_000) @Nullable
            String body,

            @Schema(description = "Ids of files that were uploaded before, at most 20.") @Nullable
            List<Long> files,

            @Schema(description = "Contact time that it took, in minutes.", minimum = "0", maximum = "600") @Nullable
            Integer minutes,

            @Schema(
                    description = "How big the question was.",
                    allowableValues = {"quick", "deep"})
            @Nullable
            String depth) {}

    @Schema(name = "NewReply")
    record NewReply(
            @Schema(description = "Markdown. May be left out when there are files.", maxLength = 20_000) @Nullable
            String body,

            @Schema(description = "Ids of files that were uploaded before, at most 20.") @Nullable
            List<Long> files) {}

    @Schema(name = "Reopening")
    record Reopening(
            @Schema(description = "What was meant, in Markdown.", maxLength = 20_000) @Nullable
            String body) {}

    @Schema(name = "Redirection")
    record Redirection(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "To whom: team, client, a role's code, or person:ID.")
            @Nullable
            String to,

            @Schema(description = "Why, for the asker and the next.", maxLength = 2000) @Nullable
            String note) {}

    @Schema(name = "Merger")
    record Merger(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The earlier question of the project that asks the same.")
            @Nullable
            Long into) {}

    @Schema(name = "Dismissal")
    record Dismissal(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Why it does not belong here.",
                    maxLength = 2000)
            @Nullable
            String reason) {}

    @Schema(name = "QuestionCard")
    record QuestionCard(
            @Schema(description = "Left out: the question's beginning.", maxLength = 500) @Nullable
            String title) {}

    @GetMapping
    @Operation(
            operationId = "listQuestions",
            summary = "List a project's questions, in the order in which they came in")
    ResponseEntity<Page<QuestionView>> list(
            Asking asking,
            @PathVariable String key,
            @Parameter(description = "Only such as still wait for an answer.") @RequestParam(defaultValue = "false")
                    boolean open,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Seat seat = asking.seat(key);
        int most = Page.limit(limit, Page.LIMIT);
        long after = Page.after("questions", cursor);
        return asking.answer(
                seat,
                () -> Page.of(
                        "questions",
                        views.questions(seat, questions.page(seat, open, after, most + 1)),
                        most,
                        QuestionView::id,
                        view -> view));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readQuestion", summary = "Read what became of a question, and who is waited for")
    ResponseEntity<QuestionView> read(Asking asking, @PathVariable String key, @PathVariable long id) {
        Seat seat = asking.seat(key);
        return asking.answer(view(seat, new CommentId(id)));
    }

    private QuestionView view(Seat seat, CommentId id) {
        return views.questions(seat, List.of(questions.one(seat, id))).getFirst();
    }

    private QuestionView after(Asking asking, String key, long id, BiConsumer<Seat, CommentId> step) {
        Seat seat = asking.seat(key);
        CommentId question = new CommentId(id);
        step.accept(seat, question);
        return view(seat, question);
    }

    private static List<FileId> files(@Nullable List<Long> ids) {
        return Input.ids("files", ids, FileId::new);
    }

    @PostMapping("/{id}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "answerQuestion",
            summary = "Answer a question",
            description =
                    "Anybody of the side that is asked may. An account's answer to what was put to a specialist counts as a relay.")
    QuestionView answer(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody NewAnswer wanted) {
        return after(
                asking,
                key,
                id,
                (seat, question) -> questions.answer(
                        seat,
                        question,
                        Input.text(wanted.body()),
                        files(wanted.files()),
                        wanted.minutes(),
                        Input.choiceOrNone("depth", wanted.depth(), Question.Depth::find)));
    }

    @PostMapping("/{id}/requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "askBack",
            summary = "Ask the asker to say more",
            description =
                    "Anybody of the side that is asked may. The clock stands still until the asker has said more.")
    QuestionView askBack(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody NewReply wanted) {
        return after(
                asking,
                key,
                id,
                (seat, question) ->
                        questions.askBack(seat, question, Input.text(wanted.body()), files(wanted.files())));
    }

    @PostMapping("/{id}/clarifications")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "clarifyQuestion",
            summary = "Say more about a question",
            description = "The asker may, and others of their side. The clock runs on, with a new promise.")
    QuestionView clarify(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody NewReply wanted) {
        return after(
                asking,
                key,
                id,
                (seat, question) ->
                        questions.clarify(seat, question, Input.text(wanted.body()), files(wanted.files())));
    }

    @PostMapping("/{id}/reopenings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "reopenQuestion",
            summary = "Say that the answer was not what was asked",
            description = "The asker may, and others of their side. Whoever answered is asked again.")
    QuestionView reopen(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody Reopening wanted) {
        return after(asking, key, id, (seat, question) -> questions.reopen(seat, question, Input.text(wanted.body())));
    }

    @PostMapping("/{id}/redirections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "redirectQuestion",
            summary = "Put a question to somebody else",
            description = "Anybody of the agency may.")
    QuestionView redirect(
            Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody Redirection wanted) {
        return after(
                asking,
                key,
                id,
                (seat, question) -> triage.redirect(
                        seat, question, Input.choice("to", wanted.to(), Address::find), Input.line(wanted.note())));
    }

    @PostMapping("/{id}/mergers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "mergeQuestion",
            summary = "Say that an earlier question asks the same",
            description = "The project's account and the owner may.")
    QuestionView merge(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody Merger wanted) {
        return after(
                asking,
                key,
                id,
                (seat, question) -> triage.merge(seat, question, new CommentId(Input.needed("into", wanted.into()))));
    }

    @PostMapping("/{id}/dismissals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "dismissQuestion",
            summary = "Say that a question is off-topic, and why",
            description = "The project's account and the owner may.")
    QuestionView dismiss(
            Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody Dismissal wanted) {
        return after(asking, key, id, (seat, question) -> triage.offTopic(seat, question, Input.line(wanted.reason())));
    }

    @PostMapping("/{id}/cards")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "makeCardOfQuestion",
            summary = "Make a card of a question that is bigger than an answer",
            description = "Anybody of the agency may.")
    QuestionView intoCard(
            Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody QuestionCard wanted) {
        return after(asking, key, id, (seat, question) -> triage.intoCard(seat, question, Input.line(wanted.title())));
    }
}
