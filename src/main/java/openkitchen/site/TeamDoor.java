package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.id.InvitationId;
import openkitchen.id.PersonId;
import openkitchen.people.Attempts;
import openkitchen.people.Viewer;
import openkitchen.project.Invitations;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is on a project, and inviting people to it. What its account and the owner do on the page about it. */
@Controller
@RequestMapping("/p/{key}")
class TeamDoor {

    private static final int INVITATIONS_AN_HOUR = 60;

    private final Projects projects;
    private final Team team;
    private final Invitations invitations;
    private final InvitationLetters letters;
    private final Attempts attempts;
    private final Views views;

    TeamDoor(
            Projects projects,
            Team team,
            Invitations invitations,
            InvitationLetters letters,
            Attempts attempts,
            Views views) {
        this.projects = projects;
        this.team = team;
        this.invitations = invitations;
        this.letters = letters;
        this.attempts = attempts;
        this.views = views;
    }

    /** Puts somebody on the team. */
    @PostMapping("/team")
    ResponseEntity<String> add(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam long person,
            @RequestParam(defaultValue = "") List<String> role,
            @RequestParam(defaultValue = "") String duty) {
        return set(viewer, key, person, role, duty);
    }

    /** Changes what somebody is and does on the project. */
    @PostMapping("/team/{person}")
    ResponseEntity<String> set(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long person,
            @RequestParam(defaultValue = "") List<String> role,
            @RequestParam(defaultValue = "") String duty) {
        team.set(projects.seat(viewer, key), new PersonId(person), roles(role), CleanText.line(duty));
        return back(viewer, key);
    }

    private static Set<Role> roles(List<String> codes) {
        return codes.stream().flatMap(code -> Role.find(code).stream()).collect(Collectors.toSet());
    }

    @PostMapping("/team/{person}/remove")
    ResponseEntity<String> remove(Viewer viewer, @PathVariable String key, @PathVariable long person) {
        team.remove(projects.seat(viewer, key), new PersonId(person));
        return back(viewer, key);
    }

    /** Whoever took themselves off the team has nothing to see here any more. */
    private ResponseEntity<String> back(Viewer viewer, String key) {
        try {
            projects.seat(viewer, key);
            return Views.goTo(AboutDoor.path(key) + "#team");
        } catch (openkitchen.problem.NotFound gone) {
            return Views.goTo("/projects");
        }
    }

    /**
     * Invites somebody and shows the link, this once.
     *
     * @param person somebody of the team known by name alone, whose place the link gives
     */
    @PostMapping("/invitations")
    ResponseEntity<String> invite(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") List<String> role,
            @RequestParam(required = false) @Nullable Long person,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        attempts.allow("invite:" + viewer.person(), INVITATIONS_AN_HOUR, Duration.ofHours(1));
        String called = CleanText.line(name);
        String address = CleanText.line(email);
        Invitations.Sent sent = invitations.toProject(
                seat,
                called,
                address.isEmpty() ? null : address,
                roles(role),
                person == null ? null : new PersonId(person));
        attempts.count("invite:" + viewer.person());
        String link = letters.link(sent.secret(), request);
        boolean mailed = letters.send(visit, address, projects.one(seat).name(), link);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("key", key);
        parameters.put("name", called.isEmpty() ? address : called);
        parameters.put("link", link);
        parameters.put("email", mailed ? address : "");
        if (!Views.wantsStreams(request)) {
            return views.page("project/invitedPage", parameters);
        }
        parameters.put("client", projects.one(seat).client() != null);
        parameters.put("open", invitations.of(seat));
        return Views.streams(views.piece("project/invitedStream", parameters));
    }

    @PostMapping("/invitations/{id}/revoke")
    ResponseEntity<String> revoke(Viewer viewer, @PathVariable String key, @PathVariable long id) {
        invitations.revoke(projects.seat(viewer, key), new InvitationId(id));
        return Views.goTo(AboutDoor.path(key) + "#invite");
    }
}
