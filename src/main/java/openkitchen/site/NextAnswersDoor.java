package openkitchen.site;

import java.util.List;
import java.util.Map;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.project.Mate;
import openkitchen.project.Projects;
import openkitchen.project.Team;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who of the team answers when: fetched by itself, for it changes with the hour and pages are kept longer. */
@Controller
class NextAnswersDoor {

    private final Projects projects;
    private final Team team;
    private final NextAnswers answers;
    private final Views views;

    NextAnswersDoor(Projects projects, Team team, NextAnswers answers, Views views) {
        this.projects = projects;
        this.team = team;
        this.answers = answers;
        this.views = views;
    }

    @GetMapping("/p/{key}/next-answers")
    ResponseEntity<String> nextAnswers(Visit visit, Viewer viewer, @PathVariable String key) {
        List<Mate> colleagues = team.of(projects.seat(viewer, key)).stream()
                .filter(mate -> mate.side() == Side.AGENCY && !mate.person().left())
                .toList();
        return views.page(
                "window/team", Map.of("visit", visit, "team", colleagues, "answers", answers.of(visit, colleagues)));
    }
}
