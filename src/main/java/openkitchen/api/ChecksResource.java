package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openkitchen.id.VersionId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Material;
import openkitchen.material.Version;
import openkitchen.material.Versions;
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

    private final Versions versions;
    private final Approvals approvals;

    ChecksResource(Versions versions, Approvals approvals) {
        this.versions = versions;
        this.approvals = approvals;
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
            Long approval) {}

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
        List<Version> known = versions.withHash(seat, sha256);
        List<Version> like = known.isEmpty() && !name.isEmpty() ? versions.withFile(seat, name) : List.of();
        return asking.answer(new CheckView(sha256, matches(seat, known, sha256), matches(seat, like, "")));
    }

    private List<MatchView> matches(Seat seat, List<Version> found, String sha256) {
        Map<VersionId, Approval> last =
                approvals.last(seat, found.stream().map(Version::id).toList());
        return found.stream()
                .map(version -> {
                    Material material = versions.material(seat, version.material());
                    Approval approval = last.get(version.id());
                    return new MatchView(
                            material.id().value(),
                            material.name(),
                            material.card(),
                            version.number(),
                            material.versions(),
                            version.sha256().equals(sha256) ? null : file(version, sha256),
                            approval == null ? "none" : approval.state().code(),
                            approval == null ? null : approval.id().value());
                })
                .toList();
    }

    private static @Nullable String file(Version version, String sha256) {
        return version.files().stream()
                .filter(file -> file.sha256().equals(sha256))
                .findFirst()
                .map(Version.File::name)
                .orElse(null);
    }
}
