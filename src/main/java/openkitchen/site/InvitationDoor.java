package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import openkitchen.people.Agency;
import openkitchen.people.Person;
import openkitchen.people.Secret;
import openkitchen.people.Viewer;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Invitations;
import openkitchen.project.Invitations.Invitation;
import openkitchen.project.Role;
import openkitchen.text.CleanText;
import openkitchen.text.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an invited person comes in, and lands on their project. */
@Controller
@RequestMapping("/invitation/{token}")
class InvitationDoor {

    private final Invitations invitations;
    private final Agency agency;
    private final Entrance entrance;
    private final Notes notes;
    private final Views views;

    InvitationDoor(Invitations invitations, Agency agency, Entrance entrance, Notes notes, Views views) {
        this.invitations = invitations;
        this.agency = agency;
        this.entrance = entrance;
        this.notes = notes;
        this.views = views;
    }

    @GetMapping
    ResponseEntity<String> invitation(Visit visit, @PathVariable String token) {
        try {
            Invitation invitation = invitations.by(new Secret(token));
            Form form = Form.with(
                    Map.of("name", invitation.name(), "email", Objects.requireNonNullElse(invitation.email(), "")));
            return page(visit, HttpStatus.OK, token, invitation, form);
        } catch (NotFound worthless) {
            return worthless(visit);
        }
    }

    /** A newcomer becomes a person, and is on the project. */
    @PostMapping
    ResponseEntity<String> come(
            Visit visit,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String zone,
            HttpServletRequest request,
            HttpServletResponse response) {
        Secret secret = new Secret(token);
        try {
            Invitation invitation = invitations.by(secret);
            try {
                Person person = invitations.accept(
                        secret, CleanText.line(name), CleanText.line(email), password, visit.language(), known(zone));
                return entrance.enter(person, landing(invitation), request, response);
            } catch (Invalid wrong) {
                Form form = Form.wrong(visit, Map.of("name", name, "email", email), wrong);
                return page(visit, HttpStatus.UNPROCESSABLE_CONTENT, token, invitation, form);
            }
        } catch (NotFound worthless) {
            return worthless(visit);
        }
    }

    /** Somebody who is signed in joins as who they are. */
    @PostMapping("/join")
    ResponseEntity<String> join(Visit visit, Viewer viewer, @PathVariable String token) {
        Secret secret = new Secret(token);
        try {
            Invitation invitation = invitations.by(secret);
            try {
                invitations.accept(secret, viewer);
                return Views.goTo(landing(invitation));
            } catch (Forbidden otherSide) {
                return page(visit, HttpStatus.FORBIDDEN, token, invitation, Form.EMPTY);
            }
        } catch (NotFound worthless) {
            return worthless(visit);
        }
    }

    private static String known(String zone) {
        return Zones.exists(zone) ? zone : "Europe/Moscow";
    }

    private static String landing(Invitation invitation) {
        return invitation.projectKey() == null ? "/projects" : "/p/" + invitation.projectKey();
    }

    private ResponseEntity<String> page(
            Visit visit, HttpStatus status, String token, Invitation invitation, Form form) {
        Viewer viewer = visit.viewer();
        String name = agency.name();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("token", token);
        parameters.put("form", form);
        parameters.put("invitation", invitation);
        parameters.put(
                "heading",
                InvitationLetters.heading(visit.words(), invitation.invitedBy(), invitation.projectName(), name));
        parameters.put("about", about(visit, invitation, name));
        parameters.put("role", role(visit.words(), invitation));
        parameters.put("otherSide", viewer != null && !Objects.equals(viewer.client(), invitation.client()));
        return views.page(status, "people/invitation", parameters);
    }

    private static String about(Visit visit, Invitation invitation, String agency) {
        if (invitation.project() == null) {
            return visit.say("invitation.about.agency");
        }
        return agency.isEmpty()
                ? visit.say("invitation.about.project")
                : visit.say("invitation.about.project_of", "agency", agency);
    }

    /** What the invited will be, in words. */
    private static String role(Words words, Invitation invitation) {
        if (invitation.roles().contains(Role.LEAD)) {
            return words.say("invitation.role.lead");
        }
        if (invitation.roles().contains(Role.MEMBER)) {
            return words.say("invitation.role.member");
        }
        String roles = invitation.roles().isEmpty() && invitation.agencyRole() != null
                ? words.say("role." + invitation.agencyRole().code())
                : invitation.roles().stream()
                        .sorted()
                        .map(role -> words.say(Mentionables.role(role)))
                        .collect(Collectors.joining(", "));
        return words.say("invitation.role", "role", roles);
    }

    private ResponseEntity<String> worthless(Visit visit) {
        return visit.viewer() == null
                ? notes.say(visit, HttpStatus.NOT_FOUND, "mail", "invitation.void", "button.sign_in", "/sign-in")
                : notes.say(visit, HttpStatus.NOT_FOUND, "mail", "invitation.void", "rail.projects", "/");
    }
}
