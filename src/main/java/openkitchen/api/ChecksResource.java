package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import openkitchen.material.Approval;
import openkitchen.material.Checks;
import openkitchen.material.Material;
import openkitchen.material.Version;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells which versions a file is, by its SHA-256 alone. */
@RestController
@RequestMapping("/api/v1/projects/{key}/checks")
@Tag(name = "Materials")
class ChecksResource {

    private final Checks checks;

    ChecksResource(Checks checks) {
        this.checks = checks;
    }

    @Schema(name = "Check")
    record CheckView(
            String sha256,

            @Schema(description = "The versions that are it or hold it, the latest first, at most 50.")
            List<MatchView> versions,

            @Schema(description = "Where there is none: the last versions with a file of the name that was given.")
            List<MatchView> resembling) {}

    @Schema(name = "CheckMatch")
    record MatchView(
            @Schema(description = "The material's id.") long material,
            String name,
            @Schema(description = "The card's number.") int card,
            int version,

            @Schema(description = "The number of the material's newest version.")
            int newest,

            @Schema(description = "Which of several files it is; null when it is the version as a whole.") @Nullable
            String file,

            @Schema(
                    description = "How the version stands.",
                    allowableValues = {"none", "asked", "approved", "remarks", "changes", "withdrawn", "superseded"})
            String state,

            @Schema(description = "The id of what was last asked about the version.") @Nullable
            Long approval) {

        static MatchView of(Checks.Match match) {
            Material material = match.material();
            Version.File file = match.file();
            Approval approval = match.approval();
            return new MatchView(
                    material.id().value(),
                    material.name(),
                    material.card(),
                    match.version().number(),
                    material.versions(),
                    file == null ? null : file.name(),
                    match.state(),
                    approval == null ? null : approval.id().value());
        }
    }

    @GetMapping("/{hash}")
    @Operation(
            operationId = "checkFile",
            summary = "Find the versions that are a file, by its SHA-256",
            description = "No version means: it was changed, or is another file.")
    ResponseEntity<CheckView> check(
            Asking asking,
            @PathVariable String key,
            @Parameter(description = "SHA-256 in hexadecimal.") @PathVariable String hash,
            @Parameter(description = "The file's name, to find what it resembles.") @RequestParam(defaultValue = "")
                    String name) {
        Seat seat = asking.seat(key);
        String sha256 = hash.toLowerCase(Locale.ROOT);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw Refused.field(400, "hash", "check.wrong");
        }
        Checks.Found found = checks.find(seat, sha256, name);
        return asking.answer(new CheckView(
                sha256,
                found.same().stream().map(MatchView::of).toList(),
                found.resembling().stream().map(MatchView::of).toList()));
    }
}
