package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import openkitchen.material.Approval;
import openkitchen.material.Material;
import openkitchen.material.Version;
import org.jspecify.annotations.Nullable;

@Schema(name = "Material", description = "Something that is shown to the client, in versions.")
record MaterialView(
        long id,

        @Schema(description = "The number of the card on which it is.")
        int card,

        String name,

        @Schema(description = "The number of the newest version.")
        int newest,

        @Schema(
                description = "How the newest version stands.",
                allowableValues = {"none", "asked", "approved", "remarks", "changes", "withdrawn", "superseded"})
        String state,

        @Schema(description = "How many remarks and questions pinned to it are open.")
        int open,

        Instant at,
        @Schema(description = "The id of who added it.") long by,

        @Schema(description = "When it was put away.") @Nullable
        Instant archived,

        @Schema(description = "The newest version alone in a list; all of them, the newest first, of one material.")
        List<VersionView> versions) {

    static MaterialView of(String key, Material material, @Nullable Approval last, int open, List<Version> versions) {
        return new MaterialView(
                material.id().value(),
                material.card(),
                material.name(),
                material.versions(),
                last == null ? "none" : last.state().code(),
                open,
                material.at(),
                material.by().value(),
                material.archived(),
                versions.stream()
                        .map(version -> VersionView.among(key, version))
                        .toList());
    }
}
