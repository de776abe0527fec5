package openkitchen.site;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.material.Approval;
import openkitchen.material.Checks;
import openkitchen.material.Version;
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
    private final Checks checks;
    private final People people;
    private final Moments moments;
    private final Views views;

    CheckDoor(Projects projects, Checks checks, People people, Moments moments, Views views) {
        this.projects = projects;
        this.checks = checks;
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

    /** Each material once, in the last version that holds it. */
    private Checked checked(Visit visit, Seat seat, String hash, String name) {
        Checks.Found found = checks.find(seat, hash, name.length() > NAME_LIMIT ? "" : name);
        Map<MaterialId, Checks.Match> same = new LinkedHashMap<>();
        found.same().forEach(match -> same.putIfAbsent(match.material().id(), match));
        Map<PersonId, Person> deciders = people.these(same.values().stream()
                .flatMap(match -> decisive(match.approval()).stream())
                .map(Approval.Voice::person)
                .distinct()
                .toList());
        return new Checked(
                hash,
                name.length() <= NAME_LIMIT ? name : name.substring(0, NAME_LIMIT),
                same.values().stream()
                        .map(match -> known(visit, match, deciders))
                        .toList(),
                found.resembling().stream()
                        .map(match -> new Checked.Like(match.material(), match.version()))
                        .toList());
    }

    /** The last that decided. */
    private static Optional<Approval.Voice> decisive(@Nullable Approval approval) {
        return approval == null ? Optional.empty() : approval.voices().stream().reduce((before, after) -> after);
    }

    private Checked.Known known(Visit visit, Checks.Match match, Map<PersonId, Person> deciders) {
        Version.File file = match.file();
        return new Checked.Known(
                match.material(),
                match.version(),
                file == null ? "" : file.name(),
                match.state(),
                says(visit, match, deciders));
    }

    private String says(Visit visit, Checks.Match match, Map<PersonId, Person> deciders) {
        Optional<Approval.Voice> voice = decisive(match.approval());
        if (voice.isEmpty()) {
            return visit.say("check.state." + match.state(), "who", "", "when", "");
        }
        Person who = deciders.get(voice.get().person());
        return visit.say(
                "check.state." + match.state(),
                "who",
                who == null ? "" : who.name(),
                "when",
                moments.in(visit.language(), visit.zone()).dateTime(voice.get().at()));
    }
}
