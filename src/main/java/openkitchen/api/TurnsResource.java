package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import openkitchen.board.Faces;
import openkitchen.project.Seat;
import openkitchen.talk.Address;
import openkitchen.talk.Questions;
import openkitchen.turn.Promises;
import openkitchen.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}")
@Tag(name = "Turns", description = "Who is waited for, for what, since when and until when.")
class TurnsResource {

    private final Turns turns;
    private final Questions questions;
    private final Faces faces;
    private final TalkViews views;

    TurnsResource(Turns turns, Questions questions, Faces faces, TalkViews views) {
        this.turns = turns;
        this.questions = questions;
        this.faces = faces;
        this.views = views;
    }

    @Schema(name = "Promise", description = "What a question would come to, if it were asked now.")
    record PromiseView(
            @Schema(
                    description = "Which side would be waited for.",
                    allowableValues = {"agency", "client"})
            String side,

            @Schema(description = "Anybody of this role would be waited for.") @Nullable
            String role,

            @Schema(description = "This person would be waited for.") @Nullable
            Long person,

            @Schema(description = "Who would be the first to answer; a substitute while the person asked is away.")
            @Nullable
            Long by,

            @Schema(description = "When the answer window begins in which they answer.") @Nullable
            Instant from,

            @Schema(description = "Until when they answer; null where nobody promises.") @Nullable
            Instant due,

            @Schema(description = "How many urgent questions the month still holds; 0 and below: over the quota.")
            int urgentLeft) {

        static PromiseView of(Questions.Foreseen foreseen) {
            Promises.@Nullable Promise promise = foreseen.promise().orElse(null);
            var person = foreseen.awaited().person();
            return new PromiseView(
                    foreseen.awaited().side().code(),
                    foreseen.awaited().roleCode(),
                    person == null ? null : person.value(),
                    promise == null ? null : promise.by().value(),
                    promise == null ? null : promise.window().from(),
                    promise == null ? null : promise.due(),
                    foreseen.urgentLeft());
        }
    }

    @GetMapping("/turns")
    @Operation(
            operationId = "listTurns",
            summary = "List whom a project waits for, the most pressing first",
            description = "All that is open, of both sides.")
    ResponseEntity<Page<TurnView>> list(
            Asking asking,
            @PathVariable String key,
            @Parameter(description = "Only on the card of this number.") @RequestParam(required = false) @Nullable
                    Integer card) {
        Seat seat = asking.seat(key);
        return asking.answer(
                seat,
                () -> Page.whole(views.turns(
                        card == null
                                ? turns.openIn(seat)
                                : turns.openOn(seat, faces.number(seat, card).id()))));
    }

    @GetMapping("/cards/{number}/promise")
    @Operation(
            operationId = "foreseePromise",
            summary = "See who would answer a question, and by when, before it is asked")
    ResponseEntity<PromiseView> promise(
            Asking asking,
            @PathVariable String key,
            @PathVariable int number,
            @Parameter(description = "To whom: team, client, a role's code, or person:ID.")
                    @RequestParam(defaultValue = "team")
                    String to,
            @RequestParam(defaultValue = "false") boolean urgent) {
        Seat seat = asking.seat(key);
        return asking.answer(
                PromiseView.of(questions.foresee(seat, number, Input.choice("to", to, Address::find), urgent)));
    }
}
