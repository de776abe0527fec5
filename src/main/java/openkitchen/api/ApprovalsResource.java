package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.id.ApprovalId;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Verdict;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import openkitchen.store.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
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

/** What is put before the client, and what they decide. */
@RestController
@RequestMapping("/api/v1/projects/{key}")
@Tag(
        name = "Approvals",
        description =
                "The team asks, the client's decision makers decide. A decision is about one version, by its SHA-256, and "
                        + "never changes. One that comes too late is answered with 409 and changes nothing; `version` is the "
                        + "material's newest then.")
class ApprovalsResource {

    private final Approvals approvals;
    private final Faces faces;
    private final Files files;

    ApprovalsResource(Approvals approvals, Faces faces, Files files) {
        this.approvals = approvals;
        this.faces = faces;
        this.files = files;
    }

    @Schema(name = "Ask", description = "What was put before the client at once.")
    record AskView(
            @Schema(description = "The comment with which it was asked.")
            long id,

            List<ApprovalView> approvals) {}

    @Schema(name = "NewAsk")
    record NewAsk(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The newest versions of materials on the card as you know them, at most 100.")
            @Nullable
            List<SeenVersion> versions,

            @Schema(
                    description = "Whether one decision maker of the client decides, or each.",
                    allowableValues = {"any", "all"},
                    defaultValue = "any")
            @Nullable
            String needs,

            @Schema(description = "Until when the client is asked to decide.") @Nullable
            Instant due,

            @Schema(description = "What is said with it, in Markdown.", maxLength = 5000) @Nullable
            String note) {}

    @Schema(name = "SeenVersion")
    record SeenVersion(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The material's id.") @Nullable
            Long material,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The version's number.") @Nullable
            Integer version) {

        static List<Approvals.Seen> all(@Nullable List<@Nullable SeenVersion> sent) {
            List<Approvals.Seen> all = new ArrayList<>();
            for (int i = 0; sent != null && i < sent.size(); i++) {
                String field = "versions[" + i + "]";
                SeenVersion one = Input.needed(field, sent.get(i));
                all.add(new Approvals.Seen(
                        new MaterialId(Input.needed(field + ".material", one.material())),
                        Input.needed(field + ".version", one.version())));
            }
            return all;
        }
    }

    @Schema(name = "NewDecision")
    record NewDecision(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"approved", "remarks", "changes"})
            @Nullable
            String verdict,

            @Schema(description = "What is to become otherwise, or is suggested: it opens a remark.", maxLength = 2000)
            @Nullable
            String comment) {}

    @Schema(name = "NewRecord")
    record NewRecord(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"approved", "remarks", "changes"})
            @Nullable
            String verdict,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The id of the client's decision maker who gave it.")
            @Nullable
            Long person,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "When they gave it.") @Nullable
            Instant at,

            @Schema(maxLength = 2000) @Nullable String comment,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "How it is known: a letter, a call, in words.",
                    maxLength = 2000)
            @Nullable
            String evidence,

            @Schema(description = "The id of a file that was uploaded before.") @Nullable
            Long file) {}

    @Schema(name = "Withdrawal")
    record Withdrawal(@Schema(maxLength = 2000) @Nullable String reason) {}

    @Schema(name = "Term")
    record Term(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Instant due) {}

    @GetMapping("/approvals")
    @Operation(operationId = "listApprovals", summary = "List what was put before the client, the latest first")
    ResponseEntity<Page<ApprovalView>> list(
            Asking asking,
            @PathVariable String key,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "asked",
                                                "approved",
                                                "remarks",
                                                "changes",
                                                "withdrawn",
                                                "superseded"
                                            }))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "Only what was asked about the material of this id.")
                    @RequestParam(required = false)
                    @Nullable
                    Long material,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Seat seat = asking.seat(key);
        int most = Page.limit(limit, Page.LIMIT);
        long before = Page.after("approvals", cursor);
        Approval.State wanted = Input.choiceOrNone("state", state, Approval.State::find);
        return asking.answer(seat, () -> {
            List<Approval> found = approvals.page(
                    seat,
                    wanted,
                    Input.id(material, MaterialId::new),
                    before == 0 ? null : new ApprovalId(before),
                    most + 1);
            return Page.of("approvals", views(seat, found), most, ApprovalView::id, view -> view);
        });
    }

    private List<ApprovalView> views(Seat seat, List<Approval> found) {
        Map<CardId, Face> cards =
                faces.these(seat, found.stream().map(Approval::card).collect(Collectors.toSet()));
        return found.stream()
                .map(approval -> ApprovalView.of(
                        approval,
                        Optional.ofNullable(cards.get(approval.card()))
                                .map(Face::number)
                                .orElse(0)))
                .toList();
    }

    private ApprovalView view(Seat seat, Approval approval) {
        return views(seat, List.of(approval)).getFirst();
    }

    @GetMapping("/approvals/{id}")
    @Operation(operationId = "readApproval", summary = "Read what was decided about a version")
    ResponseEntity<ApprovalView> read(Asking asking, @PathVariable String key, @PathVariable long id) {
        Seat seat = asking.seat(key);
        return asking.answer(view(seat, approvals.one(seat, new ApprovalId(id))));
    }

    @PostMapping("/cards/{number}/approvals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "askForApproval",
            summary = "Put the newest versions of materials on a card before the client",
            description =
                    "Anybody of the agency may. When one of them has a newer version by now nobody is asked: 409, and "
                            + "`texts` holds the newest numbers by the materials' ids.")
    ResponseEntity<AskView> ask(
            Asking asking, @PathVariable String key, @PathVariable int number, @RequestBody NewAsk wanted) {
        Seat seat = asking.seat(key);
        CommentId ask = approvals.ask(
                seat,
                number,
                SeenVersion.all(wanted.versions()),
                new Approvals.Wanted(
                        wanted.needs() == null
                                ? Approval.Needs.ANY
                                : Input.choice("needs", wanted.needs(), Approval.Needs::find),
                        wanted.due(),
                        Input.text(wanted.note())));
        return ResponseEntity.created(URI.create("/api/v1/projects/" + seat.key() + "/asks/" + ask))
                .body(asked(seat, ask));
    }

    private AskView asked(Seat seat, CommentId ask) {
        return new AskView(ask.value(), views(seat, approvals.asked(seat, ask)));
    }

    @GetMapping("/asks/{id}")
    @Operation(operationId = "readAsk", summary = "Read what was put before the client at once")
    ResponseEntity<AskView> readAsk(Asking asking, @PathVariable String key, @PathVariable long id) {
        Seat seat = asking.seat(key);
        return asking.answer(asked(seat, new CommentId(id)));
    }

    @PostMapping("/approvals/{id}/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "decideApproval",
            summary = "Decide about a version",
            description = "The client's decision makers may; nobody of the agency may for them.")
    ApprovalView decide(
            Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody NewDecision wanted) {
        Seat seat = asking.seat(key);
        return counted(
                seat,
                approvals.decide(
                        seat,
                        new ApprovalId(id),
                        Input.choice("verdict", wanted.verdict(), Verdict::find),
                        Input.text(wanted.comment()),
                        Approval.Way.API));
    }

    private ApprovalView counted(Seat seat, Approvals.Became became) {
        return switch (became) {
            case Approvals.Became.Counted(ApprovalId id) -> view(seat, approvals.one(seat, id));
            case Approvals.Became.Late(Approval approval) -> throw late(approval);
        };
    }

    private static Refused late(Approval approval) {
        return Refused.late(approval.newest(), approval.state().code());
    }

    @PostMapping("/asks/{id}/approvals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "approveAll",
            summary = "Approve all of an ask that is not decided yet",
            description = "The client's decision makers may.")
    AskView approveAll(Asking asking, @PathVariable String key, @PathVariable long id) {
        Seat seat = asking.seat(key);
        CommentId ask = new CommentId(id);
        Approval first = approvals.asked(seat, ask).getFirst();
        if (approvals.approveAll(seat, ask, Approval.Way.API) == 0) {
            throw late(first);
        }
        return asked(seat, ask);
    }

    @PostMapping("/approvals/{id}/records")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "recordApproval",
            summary = "Write down what a decision maker decided elsewhere",
            description = "Anybody of the agency may, with evidence. It is marked as such for good.")
    ApprovalView record(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody NewRecord wanted) {
        Seat seat = asking.seat(key);
        approvals.one(seat, new ApprovalId(id));
        return counted(
                seat,
                approvals.record(
                        seat,
                        new ApprovalId(id),
                        new Approvals.Elsewhere(
                                Input.choice("verdict", wanted.verdict(), Verdict::find),
                                new PersonId(Input.needed("person", wanted.person())),
                                Input.needed("at", wanted.at()),
                                Input.text(wanted.comment()),
                                Input.text(wanted.evidence()),
                                Input.id(wanted.file(), FileId::new))));
    }

    @GetMapping("/approvals/{id}/evidence/{place}")
    @Operation(
            operationId = "downloadEvidence",
            summary = "Download the file that shows what was decided elsewhere",
            description =
                    "`place` is the decision's place among the `voices`, from 0. A part of it may be asked for by Range.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> evidence(
            Asking asking, @PathVariable String key, @PathVariable long id, @PathVariable int place) {
        Approval approval = approvals.one(asking.seat(key), new ApprovalId(id));
        return Sending.whole(files, approval.evidence(place).orElseThrow(NotFound::new));
    }

    @PostMapping("/asks/{id}/withdrawals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "withdrawAsk",
            summary = "Take back what was asked, as far as it is not decided",
            description = "Who asked may, the project's account and the owner.")
    AskView withdraw(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody Withdrawal wanted) {
        Seat seat = asking.seat(key);
        approvals.withdraw(seat, new CommentId(id), Input.text(wanted.reason()));
        return asked(seat, new CommentId(id));
    }

    @PostMapping("/asks/{id}/terms")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "extendAsk",
            summary = "Set a new term for what is not decided yet",
            description = "The project's account and the owner may.")
    AskView extend(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody Term wanted) {
        Seat seat = asking.seat(key);
        approvals.extend(seat, new CommentId(id), Objects.requireNonNull(Input.needed("due", wanted.due())));
        return asked(seat, new CommentId(id));
    }
}
