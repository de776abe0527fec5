package openkitchen.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openkitchen.board.ColumnKind;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.desk.Desk;
import openkitchen.desk.Desks;
import openkitchen.desk.Matter;
import openkitchen.insight.AnswerTimes;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.project.Mate;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.turn.Turns;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A project's home: what a client opens once a day, on a phone, between two meetings. */
@Controller
class ProjectHomeDoor {

    private static final int DOING = 8;
    private static final int NEXT = 5;
    private static final int DONE = 5;

    private final Projects projects;
    private final Desks desks;
    private final DeskWords words;
    private final Turns turns;
    private final Faces faces;
    private final BoardPieces boards;
    private final Mentionables mentionables;
    private final NextAnswers answers;
    private final AnswerTimes times;
    private final Views views;

    ProjectHomeDoor(
            Projects projects,
            Desks desks,
            DeskWords words,
            Turns turns,
            Faces faces,
            BoardPieces boards,
            Mentionables mentionables,
            NextAnswers answers,
            AnswerTimes times,
            Views views) {
        this.projects = projects;
        this.desks = desks;
        this.words = words;
        this.turns = turns;
        this.faces = faces;
        this.boards = boards;
        this.mentionables = mentionables;
        this.answers = answers;
        this.times = times;
        this.views = views;
    }

    static String path(String key) {
        return "/p/" + key + "/home";
    }

    @GetMapping("/p/{key}/home")
    ResponseEntity<String> home(Visit visit, Viewer viewer, @PathVariable String key) {
        Seat seat = projects.seat(viewer, key);
        Desk desk = desks.in(seat);
        List<Matter> theirs = desks.awaitedOf(seat, turns.openIn(seat));
        List<Face> now = Stream.concat(
                        faces.first(seat, ColumnKind.DOING, DOING).stream(),
                        faces.first(seat, ColumnKind.WITH_CLIENT, DOING).stream())
                .filter(face -> face.done() == null)
                .limit(DOING)
                .toList();
        List<Face> next = faces.first(seat, ColumnKind.PLANNED, NEXT);
        List<Face> done = faces.done(seat, DONE);
        BoardView board = boards.viewAt(
                seat,
                seat.version(),
                visit.language(),
                Stream.of(now, next, done).flatMap(List::stream).toList());
        List<Mate> team = board.team().stream()
                .filter(mate -> mate.side() == Side.AGENCY && !mate.person().left())
                .toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("live", Live.of(seat));
        parameters.put("view", words.of(visit, desk));
        parameters.put("board", board);
        parameters.put("people", mentionables.json(board));
        parameters.put("theirs", theirs);
        parameters.put("now", now);
        parameters.put("next", next);
        parameters.put("done", done);
        parameters.put("team", team);
        parameters.put("answers", answers.of(visit, team));
        parameters.put("month", times.plainly(seat, times.now()));
        return views.page("desk/home", parameters);
    }
}
