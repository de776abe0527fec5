package openkitchen.site;

import java.util.HashMap;
import java.util.Map;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The board as a table. */
@Controller
class ListDoor {

    private final Projects projects;
    private final CardTable cards;
    private final Views views;

    ListDoor(Projects projects, CardTable cards, Views views) {
        this.projects = projects;
        this.cards = cards;
        this.views = views;
    }

    @GetMapping("/p/{key}/list")
    ResponseEntity<String> list(
            Visit visit, Viewer viewer, @PathVariable String key, @RequestParam MultiValueMap<String, String> asked) {
        Seat seat = projects.seat(viewer, key);
        CardListWish wish = CardListWish.of(asked);
        CardTable.Table table = cards.read(visit, seat, wish);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("live", Live.of(seat));
        parameters.put("board", table.board());
        parameters.put("wish", wish);
        parameters.put("groups", table.groups());
        parameters.put("found", table.found());
        parameters.put("all", table.all());
        parameters.put("most", CardTable.MOST);
        return views.page("list/page", parameters);
    }
}
