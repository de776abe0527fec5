package openkitchen.site;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openkitchen.history.Proof;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.id.VersionId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Material;
import openkitchen.material.Version;
import openkitchen.material.Versions;
import openkitchen.notice.PublicAddress;
import openkitchen.people.Agency;
import openkitchen.people.People;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.store.Files;
import openkitchen.store.StoredFile;
import org.springframework.stereotype.Component;

/** Puts together what a certificate says. */
@Component
class Certificates {

    private final Projects projects;
    private final Versions versions;
    private final Approvals approvals;
    private final Proof proof;
    private final People people;
    private final Agency agency;
    private final Files files;
    private final PublicAddress address;
    private final Clock clock;

    Certificates(
            Projects projects,
            Versions versions,
            Approvals approvals,
            Proof proof,
            People people,
            Agency agency,
            Files files,
            PublicAddress address,
            Clock clock) {
        this.projects = projects;
        this.versions = versions;
        this.approvals = approvals;
        this.proof = proof;
        this.people = people;
        this.agency = agency;
        this.files = files;
        this.address = address;
        this.clock = clock;
    }

    /** @throws openkitchen.problem.NotFound when the project has no such material */
    Certificate of(Visit visit, Seat seat, MaterialId id) {
        Material material = versions.material(seat, id);
        List<Version> all = versions.of(seat, id);
        List<Approval> asked =
                approvals.of(seat, List.of(id)).getOrDefault(id, List.of()).reversed();
        Map<VersionId, List<Approval>> byVersion = new HashMap<>();
        asked.forEach(approval -> byVersion
                .computeIfAbsent(approval.versionId(), version -> new ArrayList<>())
                .add(approval));
        return new Certificate(
                visit.words(),
                visit.zone(),
                projects.one(seat),
                agency.name(),
                material,
                all,
                byVersion,
                people.these(named(all, asked)),
                evidence(asked),
                clock.instant(),
                proof.head(seat.project()),
                address.url());
    }

    private static Set<PersonId> named(List<Version> versions, List<Approval> asked) {
        Set<PersonId> named = new HashSet<>();
        versions.forEach(version -> named.add(version.by()));
        for (Approval approval : asked) {
            named.add(approval.askedBy());
            if (approval.settledBy() != null) {
                named.add(approval.settledBy());
            }
            for (Approval.Voice voice : approval.voices()) {
                named.add(voice.person());
                if (voice.recordedBy() != null) {
                    named.add(voice.recordedBy());
                }
            }
        }
        return named;
    }

    private Map<FileId, StoredFile> evidence(List<Approval> asked) {
        Map<FileId, StoredFile> evidence = new HashMap<>();
        for (Approval approval : asked) {
            for (Approval.Voice voice : approval.voices()) {
                FileId file = voice.evidenceFile();
                if (file != null) {
                    files.find(file).ifPresent(stored -> evidence.put(file, stored));
                }
            }
        }
        return evidence;
    }
}
