package openkitchen.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import openkitchen.id.MaterialId;
import openkitchen.id.VersionId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Material;
import openkitchen.material.Pins;
import openkitchen.material.Version;
import openkitchen.material.Versions;
import openkitchen.project.Seat;
import org.springframework.stereotype.Component;

/** Puts together what is sent of materials. A few statements, however many. */
@Component
class MaterialViews {

    private final Versions versions;
    private final Approvals approvals;
    private final Pins pins;

    MaterialViews(Versions versions, Approvals approvals, Pins pins) {
        this.versions = versions;
        this.approvals = approvals;
        this.pins = pins;
    }

    /** These materials with their newest versions. */
    List<MaterialView> list(Seat seat, List<Material> materials) {
        List<MaterialId> ids = materials.stream().map(Material::id).toList();
        Map<MaterialId, Version> newest = versions.newest(seat, ids);
        Map<VersionId, Approval> last =
                approvals.last(seat, newest.values().stream().map(Version::id).toList());
        Map<MaterialId, Integer> open = pins.open(seat, ids);
        return materials.stream()
                .map(material -> {
                    Version version = Objects.requireNonNull(newest.get(material.id()));
                    return MaterialView.of(
                            seat.key(),
                            material,
                            last.get(version.id()),
                            open.getOrDefault(material.id(), 0),
                            List.of(version));
                })
                .toList();
    }

    /** A material with all of its versions. */
    MaterialView one(Seat seat, MaterialId id) {
        List<Version> all = versions.of(seat, id);
        VersionId newest = all.getFirst().id();
        return MaterialView.of(
                seat.key(),
                versions.material(seat, id),
                approvals.last(seat, List.of(newest)).get(newest),
                pins.open(seat, List.of(id)).getOrDefault(id, 0),
                all);
    }
}
