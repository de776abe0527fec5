package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import openkitchen.history.Proof;
import openkitchen.problem.Forbidden;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/proof")
@Tag(name = "History")
class ProofResource {

    private final Proof proof;

    ProofResource(Proof proof) {
        this.proof = proof;
    }

    @Schema(name = "Proof")
    record ProofView(
            @Schema(description = "Whether every event fits the one before it.")
            boolean sound,

            @Schema(description = "How many events hold together from the first one on.")
            long events,

            @Schema(description = "The number of the first event that does not fit.") @Nullable
            Long brokenAt) {}

    @GetMapping
    @Operation(
            operationId = "proveHistory",
            summary = "Walk the hash chain of a project's history and say whether it is whole",
            description = "The owner may. Reads all events.")
    ProofView read(Asking asking, @PathVariable String key) {
        Seat seat = asking.seat(key);
        if (!seat.viewer().owner()) {
            throw new Forbidden("api.only_owner");
        }
        Proof.Finding finding = proof.walk(seat.project());
        return new ProofView(finding.sound(), finding.events(), finding.brokenAt());
    }
}
