package openkitchen.site;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openkitchen.board.Card;
import openkitchen.board.Cards;
import openkitchen.history.Timeline;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import openkitchen.people.Person;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Project;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What happened: in a project, and with a card, one that is gone too. */
@Controller
@RequestMapping("/p/{key}")
class HistoryDoor {

    private final Projects projects;
    private final Cards cards;
    private final Timeline timeline;
    private final Chronicle chronicle;
    private final BoardPieces boards;
    private final CardPieces pieces;
    private final Views views;

    HistoryDoor(
            Projects projects,
            Cards cards,
            Timeline timeline,
            Chronicle chronicle,
            BoardPieces boards,
            CardPieces pieces,
            Views views) {
        this.projects = projects;
        this.cards = cards;
        this.timeline = timeline;
        this.chronicle = chronicle;
        this.boards = boards;
        this.pieces = pieces;
        this.views = views;
    }

    @GetMapping("/history")
    ResponseEntity<String> history(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(required = false) @Nullable String before) {
        Seat seat = projects.seat(viewer, key);
        HistoryWish wish = new HistoryWish(kind, person, from, until, !all.isEmpty());
        return page(visit, seat, "/p/" + key + "/history", null, null, wish, before);
    }

    @GetMapping("/cards/{number}/history")
    ResponseEntity<String> card(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(required = false) @Nullable String before) {
        Seat seat = projects.seat(viewer, key);
        HistoryWish wish = new HistoryWish(kind, person, from, until, !all.isEmpty());
        String path = CardDoor.path(key, number) + "/history";
        try {
            Card card = cards.number(seat, number);
            return page(
                    visit,
                    seat,
                    path,
                    card.face().id(),
                    "#" + number + " " + card.face().title(),
                    wish,
                    before);
        } catch (NotFound gone) {
            CardId once = timeline.goneCard(seat.project(), number).orElseThrow(NotFound::new);
            return page(visit, seat, path, once, "#" + number, wish, before);
        }
    }

    private ResponseEntity<String> page(
            Visit visit,
            Seat seat,
            String path,
            @Nullable CardId card,
            @Nullable String title,
            HistoryWish wish,
            @Nullable String before) {
        Project project = projects.one(seat);
        Chronicle.Page page = chronicle.read(visit, seat, project, wish.of(card, visit.zone()), wish.quiet(), before);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("live", Live.of(seat));
        parameters.put("project", project);
        parameters.put("path", path);
        parameters.put("title", title == null ? "" : title);
        parameters.put("wish", wish);
        parameters.put("people", people(project, page.actors()));
        parameters.put("days", page.days());
        parameters.put("first", before == null);
        parameters.put("latest", address(path, wish, null));
        parameters.put("earlier", page.earlier() == null ? "" : address(path, wish, page.earlier()));
        return views.page("history/page", parameters);
    }

    /** The team, and whoever else did something of what is shown. */
    private static List<Person> people(Project project, List<Person> actors) {
        Map<PersonId, Person> all = new LinkedHashMap<>();
        project.team().forEach(mate -> all.put(mate.person().id(), mate.person()));
        actors.forEach(actor -> all.putIfAbsent(actor.id(), actor));
        return List.copyOf(all.values());
    }

    private static String address(String path, HistoryWish wish, @Nullable String before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("kind", wish.kind());
        asked.put("person", wish.person());
        asked.put("from", wish.from());
        asked.put("until", wish.until());
        asked.put("all", wish.quiet() ? "1" : "");
        asked.put("before", before == null ? "" : before);
        asked.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(asked).toUriString();
    }

    /** The whole of a text that a line of the history shows the beginning of. */
    @GetMapping("/history/{number}/text")
    ResponseEntity<String> text(Visit visit, Viewer viewer, @PathVariable String key, @PathVariable long number) {
        Seat seat = projects.seat(viewer, key);
        String text = chronicle.text(seat, number);
        BoardView board = boards.view(seat, visit.language(), List.of());
        return views.page("history/text", Map.of("number", number, "text", pieces.html(board, text)));
    }
}
