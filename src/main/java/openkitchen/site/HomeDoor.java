package openkitchen.site;

import java.util.List;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.project.Project;
import openkitchen.project.Projects;
import openkitchen.project.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: leads everybody to where they want to be. */
@Controller
class HomeDoor {

    private final People people;
    private final Projects projects;
    private final Notes notes;

    HomeDoor(People people, Projects projects, Notes notes) {
        this.people = people;
        this.projects = projects;
        this.notes = notes;
    }

    @GetMapping("/")
    ResponseEntity<String> home(Visit visit) {
        Viewer viewer = visit.viewer();
        if (viewer != null) {
            return Views.goTo(of(viewer));
        }
        if (people.owned()) {
            return Views.goTo("/sign-in");
        }
        return notes.say(visit, HttpStatus.OK, "key", "home.unowned", "home.unowned.again", "/");
    }

    /** Where somebody begins: at their desk; a client's contact at the home of their project, when they have but one. */
    private String of(Viewer viewer) {
        if (viewer.client() == null) {
            return "/desk";
        }
        List<Project> live = projects.seenBy(viewer, "").stream()
                .filter(project -> project.status() == Status.LIVE)
                .toList();
        return switch (live.size()) {
            case 0 -> "/projects";
            case 1 -> ProjectHomeDoor.path(live.getFirst().key());
            default -> "/desk";
        };
    }
}
