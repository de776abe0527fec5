package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openkitchen.id.InvitationId;
import openkitchen.id.PersonId;
import openkitchen.people.AgencyRole;
import openkitchen.people.Attempts;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Sessions;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Client;
import openkitchen.project.Clients;
import openkitchen.project.Invitations;
import openkitchen.project.Invitations.Invitation;
import openkitchen.project.Invitations.Sent;
import openkitchen.text.CleanText;
import openkitchen.text.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agency's people and its clients' contacts, for owners and accounts. */
@Controller
@RequestMapping("/people")
public class PeopleDoor {

    private static final int INVITATIONS_AN_HOUR = 60;

    private final People people;
    private final Clients clients;
    private final Invitations invitations;
    private final InvitationLetters letters;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Moments moments;
    private final Views views;

    PeopleDoor(
            People people,
            Clients clients,
            Invitations invitations,
            InvitationLetters letters,
            Attempts attempts,
            Sessions sessions,
            Moments moments,
            Views views) {
        this.people = people;
        this.clients = clients;
        this.invitations = invitations;
        this.letters = letters;
        this.attempts = attempts;
        this.sessions = sessions;
        this.moments = moments;
        this.views = views;
    }

    /** A client with its contacts. */
    public record Contacts(Client client, List<Person> people) {}

    /** A link just made: the only moment at which it can be read. */
    public record Link(String url, String name, boolean mailed) {}

    @GetMapping
    ResponseEntity<String> everybody(Visit visit, Viewer viewer) {
        mustLead(viewer);
        return page(visit, HttpStatus.OK, Form.EMPTY, null);
    }

    private static void mustLead(Viewer viewer) {
        if (!viewer.leads()) {
            throw new NotFound();
        }
    }

    @PostMapping("/invitations")
    ResponseEntity<String> invite(
            Visit visit,
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role,
            HttpServletRequest request) {
        mustLead(viewer);
        attempts.allow("invite:" + viewer.person(), INVITATIONS_AN_HOUR, Duration.ofHours(1));
        try {
            return invited(visit, viewer, CleanText.line(name), CleanText.line(email), role(role), request);
        } catch (Invalid wrong) {
            Map<String, String> typed = Map.of("name", name, "email", email, "role", role);
            return page(visit, HttpStatus.UNPROCESSABLE_CONTENT, Form.wrong(visit, typed, wrong), null);
        }
    }

    private static AgencyRole role(String code) {
        return Arrays.stream(AgencyRole.values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Invalid("role", "error.choice"));
    }

    /** A new link in place of one that got lost: the old one stops working. */
    @PostMapping("/invitations/{id}/again")
    ResponseEntity<String> inviteAgain(Visit visit, Viewer viewer, @PathVariable long id, HttpServletRequest request) {
        attempts.allow("invite:" + viewer.person(), INVITATIONS_AN_HOUR, Duration.ofHours(1));
        Invitation old = invitations.ofAgency(viewer).stream()
                .filter(invitation -> invitation.id().value() == id)
                .findFirst()
                .orElseThrow(NotFound::new);
        invitations.revoke(viewer, old.id());
        return invited(
                visit,
                viewer,
                old.name(),
                Objects.requireNonNullElse(old.email(), ""),
                Objects.requireNonNull(old.agencyRole()),
                request);
    }

    private ResponseEntity<String> invited(
            Visit visit, Viewer viewer, String name, String email, AgencyRole role, HttpServletRequest request) {
        if (!email.isBlank() && people.byEmail(email).isPresent()) {
            throw new Invalid("email", "error.email_taken");
        }
        Sent sent = invitations.toAgency(viewer, name, email, role);
        attempts.count("invite:" + viewer.person());
        String url = letters.link(sent.secret(), request);
        Link link = new Link(url, name.isBlank() ? email : name, letters.send(visit, email, null, url));
        return Views.wantsStreams(request)
                ? Views.streams("<turbo-stream action=\"replace\" target=\"invitations\"><template>"
                        + invitations(visit, Form.EMPTY, link)
                        + "</template></turbo-stream>")
                : page(visit, HttpStatus.OK, Form.EMPTY, link);
    }

    @PostMapping("/invitations/{id}/revoke")
    ResponseEntity<String> revoke(Viewer viewer, @PathVariable long id) {
        invitations.revoke(viewer, new InvitationId(id));
        return Views.goTo("/people#invitations");
    }

    /** From now on this person may not sign in; what they did stays. */
    @PostMapping("/{id}/leave")
    ResponseEntity<String> leave(Viewer viewer, @PathVariable long id) {
        PersonId person = another(viewer, id);
        people.leave(person, viewer.person());
        sessions.refresh(person);
        return Views.goTo("/people");
    }

    @PostMapping("/{id}/return")
    ResponseEntity<String> comeBack(Viewer viewer, @PathVariable long id) {
        people.comeBack(another(viewer, id), viewer.person());
        return Views.goTo("/people");
    }

    private PersonId another(Viewer viewer, long id) {
        PersonId person = new PersonId(id);
        if (!viewer.owner() || viewer.person().equals(person)) {
            throw new NotFound();
        }
        return people.one(person).id();
    }

    private ResponseEntity<String> page(Visit visit, HttpStatus status, Form form, @Nullable Link link) {
        return views.page(
                status,
                "people/everybody",
                Map.of(
                        "visit", visit,
                        "people", people.ofAgency(),
                        "clients", contacts(visit.who()),
                        "invitations", invitations(visit, form, link)));
    }

    private List<Contacts> contacts(Viewer viewer) {
        Map<openkitchen.id.ClientId, List<Person>> byClient = people.contacts();
        List<Contacts> contacts = new ArrayList<>();
        clients.seenBy(viewer)
                .forEach(client -> contacts.add(new Contacts(client, byClient.getOrDefault(client.id(), List.of()))));
        return contacts;
    }

    private String invitations(Visit visit, Form form, @Nullable Link link) {
        Viewer viewer = visit.who();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("form", form);
        parameters.put("link", link);
        parameters.put("open", invitations.ofAgency(viewer));
        parameters.put("when", moments.in(visit.language(), visit.zone()));
        return views.piece("people/invitations", parameters);
    }
}
