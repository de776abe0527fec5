package openkitchen.site;

import java.util.Map;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Discipline;
import openkitchen.talk.DisciplineWords;
import openkitchen.text.CleanText;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The words in a decision that suggest asking a discipline, for owners and accounts. */
@Controller
@RequestMapping("/agency/words")
class AgencyWordsDoor {

    private final DisciplineWords words;
    private final Views views;

    AgencyWordsDoor(DisciplineWords words, Views views) {
        this.words = words;
        this.views = views;
    }

    @GetMapping
    ResponseEntity<String> page(Visit visit, Viewer viewer, @RequestParam(defaultValue = "") String saved) {
        mustLead(viewer);
        return views.page(
                "agency/words",
                Map.of(
                        "visit",
                        visit,
                        "lists",
                        words.lists(),
                        "saved",
                        Discipline.find(saved).map(Discipline::code).orElse("")));
    }

    private static void mustLead(Viewer viewer) {
        if (!viewer.leads()) {
            throw new NotFound();
        }
    }

    @PostMapping("/{discipline}")
    ResponseEntity<String> set(
            Viewer viewer, @PathVariable String discipline, @RequestParam(defaultValue = "") String text) {
        mustLead(viewer);
        Discipline known =
                Discipline.find(discipline).filter(words.lists()::containsKey).orElseThrow(NotFound::new);
        words.set(viewer, known, CleanText.body(text));
        return Views.goTo("/agency/words?saved=" + known.code() + "#" + known.code());
    }
}
