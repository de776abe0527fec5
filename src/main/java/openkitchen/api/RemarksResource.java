package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import openkitchen.board.Faces;
import openkitchen.id.CommentId;
import openkitchen.project.Seat;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
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

/** What is done with remarks. Every step makes something new and answers with the remark as it then is. */
@RestController
@RequestMapping("/api/v1/projects/{key}/remarks")
@Tag(
        name = "Remarks",
        description =
                "A remark is a comment of that kind and has its id; its number, as in R-7, is for people. The team fixes or "
                        + "declines it, its author confirms or raises it again.")
class RemarksResource {

    private final Remarks remarks;
    private final Faces faces;
    private final TalkViews views;

    RemarksResource(Remarks remarks, Faces faces, TalkViews views) {
        this.remarks = remarks;
        this.faces = faces;
        this.views = views;
    }

    @Schema(name = "Fix")
    record Fix(
            @Schema(description = "Where: a version, a page.", maxLength = 200) @Nullable
            String fixedIn,

            @Schema(description = "What there is to say, in Markdown.", maxLength = 20_000) @Nullable
            String body) {}

    @Schema(name = "Raising")
    record Raising(
            @Schema(description = "What is still wrong, in Markdown.", maxLength = 20_000) @Nullable
            String body) {}

    @Schema(name = "Refusal")
    record Refusal(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Why it will not be done.",
                    maxLength = 2000)
            @Nullable
            String reason) {}

    @Schema(name = "Appeal")
    record Appeal(
            @Schema(description = "Why its author does not take the reason.", maxLength = 2000) @Nullable
            String reason) {}

    @Schema(name = "RemarkSettlement")
    record Settlement(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Whether it is to be done after all.")
            @Nullable
            Boolean toBeDone,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 2000) @Nullable
            String reason) {}

    @GetMapping
    @Operation(
            operationId = "listRemarks",
            summary = "List a project's remarks, the latest number first",
            description = "All of them, however old.")
    ResponseEntity<Page<RemarkView>> list(
            Asking asking,
            @PathVariable String key,
            @Parameter(description = "Only those of the card of this number.") @RequestParam(required = false) @Nullable
                    Integer card,
            @Parameter(description = "Only such as the team has still to mend, or the account to decide about.")
                    @RequestParam(defaultValue = "false")
                    boolean open) {
        Seat seat = asking.seat(key);
        Optional<openkitchen.id.CardId> on = card == null
                ? Optional.empty()
                : Optional.of(faces.number(seat, card).id());
        return asking.answer(
                seat,
                () -> Page.whole(views.remarks(
                        seat,
                        remarks.in(seat, on).stream()
                                .filter(remark -> !open || remark.state().open())
                                .toList())));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readRemark", summary = "Read what became of a remark, and who is waited for")
    ResponseEntity<RemarkView> read(Asking asking, @PathVariable String key, @PathVariable long id) {
        Seat seat = asking.seat(key);
        return asking.answer(view(seat, new CommentId(id)));
    }

    private RemarkView view(Seat seat, CommentId id) {
        Remark remark = remarks.one(seat, id);
        return views.remarks(seat, List.of(remark)).getFirst();
    }

    private RemarkView after(Asking asking, String key, long id, BiConsumer<Seat, CommentId> step) {
        Seat seat = asking.seat(key);
        CommentId remark = new CommentId(id);
        step.accept(seat, remark);
        return view(seat, remark);
    }

    @PostMapping("/{id}/fixes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "fixRemark",
            summary = "Say that a remark is put right",
            description = "Anybody of the agency may. Its author is asked to look.")
    RemarkView fix(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody Fix wanted) {
        return after(
                asking,
                key,
                id,
                (seat, remark) -> remarks.fix(seat, remark, Input.line(wanted.fixedIn()), Input.text(wanted.body())));
    }

    @PostMapping("/{id}/confirmations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "confirmRemark",
            summary = "Confirm that a remark is put right, or take the reason why not",
            description = "Its author may.")
    RemarkView confirm(Asking asking, @PathVariable String key, @PathVariable long id) {
        return after(asking, key, id, remarks::confirm);
    }

    @PostMapping("/{id}/raisings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "raiseRemarkAgain",
            summary = "Raise a remark again",
            description =
                    "Its author may. It is counted: from the second time on the account is waited for, too, from the third the "
                            + "owner.")
    RemarkView raise(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody Raising wanted) {
        return after(asking, key, id, (seat, remark) -> remarks.raiseAgain(seat, remark, Input.text(wanted.body())));
    }

    @PostMapping("/{id}/refusals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "declineRemark",
            summary = "Decline a remark, with a reason",
            description = "Anybody of the agency may.")
    RemarkView decline(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody Refusal wanted) {
        return after(asking, key, id, (seat, remark) -> remarks.decline(seat, remark, Input.text(wanted.reason())));
    }

    @PostMapping("/{id}/appeals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "appealRemark",
            summary = "Take a declined remark to the account",
            description = "Its author may. Where the account declined it, the owner decides.")
    RemarkView appeal(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody Appeal wanted) {
        return after(asking, key, id, (seat, remark) -> remarks.appeal(seat, remark, Input.text(wanted.reason())));
    }

    @PostMapping("/{id}/settlements")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "settleRemark",
            summary = "Decide about a remark that was taken to the account",
            description = "The project's account and the owner may.")
    RemarkView settle(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody Settlement wanted) {
        return after(
                asking,
                key,
                id,
                (seat, remark) -> remarks.settle(
                        seat, remark, Input.needed("toBeDone", wanted.toBeDone()), Input.text(wanted.reason())));
    }
}
