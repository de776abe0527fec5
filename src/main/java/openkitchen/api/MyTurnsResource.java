package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import openkitchen.id.TurnId;
import openkitchen.people.Viewer;
import openkitchen.turn.Turn;
import openkitchen.turn.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/turns")
@Tag(name = "Turns")
class MyTurnsResource {

    private final Waiting waiting;
    private final TalkViews views;

    MyTurnsResource(Waiting waiting, TalkViews views) {
        this.waiting = waiting;
        this.views = views;
    }

    @Schema(name = "MyTurn")
    record MyTurnView(
            TurnView turn,

            @Schema(description = "Until when one has put it off; nobody else sees that.") @Nullable
            Instant snoozed) {}

    @Schema(name = "Snooze")
    record Snooze(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Instant until) {}

    @GetMapping
    @Operation(
            operationId = "listMyTurns",
            summary = "List what waits for oneself over all projects, the most pressing first",
            description =
                    "For oneself by name, for a role that one has in the project, for anybody of one's side, or for somebody who is"
                            + " away and for whom one stands in.")
    ResponseEntity<Page<MyTurnView>> list(Asking asking) {
        Viewer me = asking.viewer();
        List<Turn> mine = waiting.waitingFor(waiting.standing(me));
        Map<TurnId, Instant> snoozed = waiting.snoozed(me);
        return asking.answer(Page.whole(views.turns(mine).stream()
                .map(turn -> new MyTurnView(turn, snoozed.get(new TurnId(turn.id()))))
                .toList()));
    }

    @PutMapping("/{id}/snooze")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "snoozeTurn",
            summary = "Put off what waits for oneself",
            description = "For oneself alone: who waits sees no difference and is promised nothing else.")
    void snooze(Asking asking, @PathVariable long id, @RequestBody Snooze wanted) {
        waiting.snooze(asking.viewer(), new TurnId(id), Input.needed("until", wanted.until()));
    }

    @DeleteMapping("/{id}/snooze")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "wakeTurn", summary = "Take up again what was put off")
    void wake(Asking asking, @PathVariable long id) {
        waiting.wake(asking.viewer(), new TurnId(id));
    }
}
