package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import openkitchen.id.CommentId;
import openkitchen.project.Discipline;
import openkitchen.project.Seat;
import openkitchen.talk.Decision;
import openkitchen.talk.Decisions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What those whom decisions affect say to them. */
@RestController
@RequestMapping("/api/v1/projects/{key}/decisions/{id}")
@Tag(
        name = "Decisions",
        description =
                "A decision is a comment of that kind and has its id. Each discipline that it affects says that it is fine, or "
                        + "objects.")
class DecisionsResource {

    private final Decisions decisions;
    private final TalkViews views;

    DecisionsResource(Decisions decisions, TalkViews views) {
        this.decisions = decisions;
        this.views = views;
    }

    @Schema(name = "NewCheck")
    record NewCheck(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String discipline,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"fine", "objection"})
            @Nullable
            String verdict,

            @Schema(description = "An objection needs one.", maxLength = 2000) @Nullable
            String reason) {}

    @Schema(name = "DecisionSettlement")
    record Settlement(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What holds now.", maxLength = 2000)
            @Nullable
            String reason) {}

    @GetMapping
    @Operation(operationId = "readDecision", summary = "Read what was said to a decision, and who is waited for")
    ResponseEntity<DecisionView> read(Asking asking, @PathVariable String key, @PathVariable long id) {
        Seat seat = asking.seat(key);
        return asking.answer(view(seat, new CommentId(id)));
    }

    private DecisionView view(Seat seat, CommentId id) {
        return views.decisions(seat, List.of(decisions.one(seat, id))).getFirst();
    }

    private DecisionView after(Asking asking, String key, long id, BiConsumer<Seat, CommentId> step) {
        Seat seat = asking.seat(key);
        CommentId decision = new CommentId(id);
        step.accept(seat, decision);
        return view(seat, decision);
    }

    @PostMapping("/checks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "checkDecision",
            summary = "Say for a discipline that a decision is fine, or object",
            description = "Who works in the discipline here may, the project's account and the owner.")
    DecisionView check(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody NewCheck wanted) {
        return after(
                asking,
                key,
                id,
                (seat, decision) -> decisions.check(
                        seat,
                        decision,
                        Input.choice("discipline", wanted.discipline(), Discipline::find),
                        Input.choice("verdict", wanted.verdict(), DecisionsResource::verdict) == Decision.Verdict.FINE,
                        Input.text(wanted.reason())));
    }

    private static Optional<Decision.Verdict> verdict(String code) {
        return List.of(Decision.Verdict.values()).stream()
                .filter(verdict -> verdict.code().equals(code))
                .findFirst();
    }

    @PostMapping("/settlements")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "settleDecision",
            summary = "Settle what was objected to",
            description = "The project's account and the owner may.")
    DecisionView settle(
            Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody Settlement wanted) {
        return after(
                asking, key, id, (seat, decision) -> decisions.settle(seat, decision, Input.text(wanted.reason())));
    }
}
