package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import openkitchen.material.Approvals;
import openkitchen.notice.Passes;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where the link of a letter leads that asks for an approval: signed in by it, for a day, the decision maker sees what is put before
 * them. It is their next tap that decides.
 */
@Controller
class PassDoor {

    private final Passes passes;
    private final Approvals approvals;
    private final People people;
    private final Projects projects;
    private final Entrance entrance;
    private final Notes notes;

    PassDoor(Passes passes, Approvals approvals, People people, Projects projects, Entrance entrance, Notes notes) {
        this.passes = passes;
        this.approvals = approvals;
        this.people = people;
        this.projects = projects;
        this.entrance = entrance;
        this.notes = notes;
    }

    @GetMapping("/a/{token}")
    ResponseEntity<String> come(
            Visit visit, @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<Passes.Pass> pass = passes.read(token);
        if (pass.isEmpty()) {
            return gone(visit);
        }
        Person person = people.one(pass.get().person());
        Viewer viewer = visit.viewer();
        if (viewer != null && !viewer.person().equals(person.id())) {
            return notes.say(visit, HttpStatus.FORBIDDEN, "mail", "approval.pass.other", "approval.pass.home", "/");
        }
        if (person.left() || person.side() != Side.CLIENT) {
            return gone(visit);
        }
        try {
            Seat seat = projects.seat(
                    People.viewer(person), approvals.projectOf(pass.get().ask()));
            approvals.asked(seat, pass.get().ask());
            String path = ApprovalDoor.path(seat.key(), pass.get().ask());
            return viewer == null ? entrance.visit(person, path, request, response) : Views.goTo(path);
        } catch (NotFound away) {
            return gone(visit);
        }
    }

    private ResponseEntity<String> gone(Visit visit) {
        return notes.say(
                visit, HttpStatus.NOT_FOUND, "mail", "approval.pass.gone", "approval.pass.sign_in", "/sign-in");
    }
}
