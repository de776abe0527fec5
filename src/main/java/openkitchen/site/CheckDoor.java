package openkitchen.site;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.id.VersionId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Material;
import openkitchen.material.Version;
import openkitchen.material.Versions;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.text.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells whether a file is a version of the project, by its SHA-256 alone: the file itself never comes here. */
@Controller
class CheckDoor {

    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final int NAME_LIMIT = 300;

    private final Projects projects;
    private final Versions versions;
    private final Approvals approvals;
    private final People people;
    private final Moments moments;
    private final Views views;

    CheckDoor(Projects projects, Versions versions, Approvals approvals, People people, Moments moments, Views views) {
        this.projects = projects;
        this.versions = versions;
        this.approvals = approvals;
        this.people = people;
        this.moments = moments;
        this.views = views;
    }

    /** The page, with what is known of the SHA-256 in its address; or that alone, for a frame of the page. */
    @GetMapping("/p/{key}/check")
    ResponseEntity<String> check(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String sha256,
            @RequestParam(defaultValue = "") String name,
            @RequestHeader(name = "Turbo-Frame", required = false) @Nullable String frame) {
        Seat seat = projects.seat(viewer, key);
        // as it stands in what tools print, with spaces, names or a mark around it
        Matcher hash =
                HASH.matcher(sha256.toLowerCase(Locale.ROOT).replaceAll("(?<=[0-9a-f]{2}) (?=[0-9a-f]{2}\\b)", ""));
        boolean right = hash.find();
        Checked found = right ? checked(visit, seat, hash.group(), name) : null;
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("key", key);
        parameters.put("found", found);
        if (frame != null && frame.matches("check-\\d{1,4}") && found != null) {
            parameters.put("frame", frame);
            return views.page("check/frame", parameters);
        }
        parameters.put("live", Live.of(seat));
        parameters.put("project", projects.one(seat));
        parameters.put("sha256", sha256.length() > NAME_LIMIT ? "" : sha256);
        parameters.put("wrong", !right && !sha256.isBlank());
        return views.page(
                !right && !sha256.isBlank() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "check/page",
                parameters);
    }

    private Checked checked(Visit visit, Seat seat, String hash, String name) {
        Map<MaterialId, Version> holding = new LinkedHashMap<>();
        versions.withHash(seat, hash).forEach(version -> holding.putIfAbsent(version.material(), version));
        List<Version> like = holding.isEmpty() && !name.isBlank() && name.length() <= NAME_LIMIT
                ? versions.withFile(seat, name)
                : List.of();
        Map<MaterialId, Material> of = versions.materials(
                seat,
                Stream.concat(holding.values().stream(), like.stream())
                        .map(Version::material)
                        .toList());
        return new Checked(
                hash,
                name.length() <= NAME_LIMIT ? name : name.substring(0, NAME_LIMIT),
                known(visit, seat, hash, holding.values(), of),
                like.stream()
                        .filter(version -> of.containsKey(version.material()))
                        .map(version -> new Checked.Like(Objects.requireNonNull(of.get(version.material())), version))
                        .toList());
    }

    private List<Checked.Known> known(
            Visit visit, Seat seat, String hash, Collection<Version> holding, Map<MaterialId, Material> of) {
        Map<VersionId, Approval> last =
                approvals.last(seat, holding.stream().map(Version::id).toList());
        Map<PersonId, Person> deciders = people.these(last.values().stream()
                .flatMap(approval -> decisive(approval).stream())
                .map(Approval.Voice::person)
                .distinct()
                .toList());
        return holding.stream()
                .filter(version -> of.containsKey(version.material()))
                .map(version -> known(
                        visit,
                        Objects.requireNonNull(of.get(version.material())),
                        version,
                        hash,
                        last.get(version.id()),
                        deciders))
                .toList();
    }

    /** The last that decided. */
    private static Optional<Approval.Voice> decisive(Approval approval) {
        return approval.voices().stream().reduce((before, after) -> after);
    }

    private Checked.Known known(
            Visit visit,
            Material material,
            Version version,
            String hash,
            @Nullable Approval approval,
            Map<PersonId, Person> deciders) {
        String file = version.sha256().equals(hash)
                ? ""
                : version.files().stream()
                        .filter(each -> each.sha256().equals(hash))
                        .findFirst()
                        .map(Version.File::name)
                        .orElse("");
        String state = approval == null ? "none" : approval.state().code();
        return new Checked.Known(material, version, file, state, says(visit, state, approval, deciders));
    }

    private String says(Visit visit, String state, @Nullable Approval approval, Map<PersonId, Person> deciders) {
        Optional<Approval.Voice> voice = approval == null ? Optional.empty() : decisive(approval);
        if (voice.isEmpty()) {
            return visit.say("check.state." + state, "who", "", "when", "");
        }
        Person who = deciders.get(voice.get().person());
        return visit.say(
                "check.state." + state,
                "who",
                who == null ? "" : who.name(),
                "when",
                moments.in(visit.language(), visit.zone()).dateTime(voice.get().at()));
    }
}
