package openkitchen.site;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openkitchen.id.CardId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Material;
import openkitchen.material.Pins;
import openkitchen.material.Version;
import openkitchen.material.Versions;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.project.Seat;
import openkitchen.reading.Glance;
import openkitchen.reading.Readings;
import org.springframework.stereotype.Component;

/** Reads materials with how they stand, in six statements for however many, and one more when there are documents among them. */
@Component
class MaterialLines {

    private final Versions versions;
    private final Approvals approvals;
    private final Pins pins;
    private final People people;
    private final Readings readings;

    MaterialLines(Versions versions, Approvals approvals, Pins pins, People people, Readings readings) {
        this.versions = versions;
        this.approvals = approvals;
        this.pins = pins;
        this.people = people;
        this.readings = readings;
    }

    List<MaterialLine> on(Seat seat, CardId card) {
        return of(seat, versions.on(seat, card));
    }

    List<MaterialLine> of(Seat seat, List<Material> materials) {
        if (materials.isEmpty()) {
            return List.of();
        }
        List<MaterialId> ids = materials.stream().map(Material::id).toList();
        Map<MaterialId, Version> newest = versions.newest(seat, ids);
        Map<MaterialId, List<Approval>> asked = approvals.of(seat, ids);
        Map<MaterialId, Integer> open = pins.open(seat, ids);
        Map<PersonId, Person> authors = people.these(
                newest.values().stream().map(Version::by).distinct().toList());
        Map<FileId, Glance> read = readings.glances(
                newest.values().stream()
                        .flatMap(version -> document(version).stream())
                        .map(Version.File::id)
                        .toList(),
                0);
        return materials.stream()
                .filter(material -> newest.containsKey(material.id()))
                .map(material -> {
                    Version version = Objects.requireNonNull(newest.get(material.id()));
                    List<Approval> all = asked.getOrDefault(material.id(), List.of());
                    return new MaterialLine(
                            material,
                            version,
                            authors.get(version.by()),
                            all.stream()
                                    .filter(approval -> approval.version() == version.number())
                                    .findFirst()
                                    .orElse(null),
                            all.stream()
                                    .filter(approval -> approval.state().approved())
                                    .mapToInt(Approval::version)
                                    .max()
                                    .orElse(0),
                            open.getOrDefault(material.id(), 0),
                            Glimpses.pictured(version, read).orElse(null));
                })
                .toList();
    }

    /** The document whose first page may stand for a version; empty when it has a picture, or does not begin with one. */
    private static Optional<Version.File> document(Version version) {
        return Glimpses.pictured(version).isPresent()
                ? Optional.empty()
                : version.files().stream().limit(1).filter(Previews::pdf).findFirst();
    }
}
