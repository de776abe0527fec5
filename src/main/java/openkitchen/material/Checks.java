package openkitchen.material;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import openkitchen.id.MaterialId;
import openkitchen.id.VersionId;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whether a file is a version of the project, by its SHA-256 alone. Whoever is on the project may ask. */
@Component
public class Checks {

    private final Versions versions;
    private final Approvals approvals;

    Checks(Versions versions, Approvals approvals) {
        this.versions = versions;
        this.approvals = approvals;
    }

    /**
     * A version that is the file, or holds it.
     *
     * @param file which of several files it is; null when it is the version as a whole
     * @param approval the last that was asked about the version; null when nothing was
     */
    public record Match(
            Material material,
            Version version,
            Version.@Nullable File file,
            @Nullable Approval approval) {

        /** How the version stands, as {@link Approval.State} has it, or {@code none}. */
        public String state() {
            return approval == null ? "none" : approval.state().code();
        }
    }

    /**
     * What is known of a file.
     *
     * @param same the versions that are it or hold it, the latest first, at most 50
     * @param resembling where there is none: the last version of each material that ever held a file of its name
     */
    public record Found(List<Match> same, List<Match> resembling) {}

    /**
     * Looks for a file.
     *
     * @param sha256 64 digits in hexadecimal, small letters
     * @param name what the file is called, to find what it resembles; empty for nothing
     */
    public Found find(Seat seat, String sha256, String name) {
        List<Match> same = matches(seat, versions.withHash(seat, sha256), sha256);
        return new Found(
                same,
                same.isEmpty() && !name.isBlank() ? matches(seat, versions.withFile(seat, name), sha256) : List.of());
    }

    private List<Match> matches(Seat seat, List<Version> found, String sha256) {
        Map<VersionId, Approval> last =
                approvals.last(seat, found.stream().map(Version::id).toList());
        Map<MaterialId, Material> of =
                versions.materials(seat, found.stream().map(Version::material).toList());
        return found.stream()
                .filter(version -> of.containsKey(version.material()))
                .map(version -> new Match(
                        Objects.requireNonNull(of.get(version.material())),
                        version,
                        file(version, sha256),
                        last.get(version.id())))
                .toList();
    }

    private static Version.@Nullable File file(Version version, String sha256) {
        return version.sha256().equals(sha256)
                ? null
                : version.files().stream()
                        .filter(file -> file.sha256().equals(sha256))
                        .findFirst()
                        .orElse(null);
    }
}
