package openkitchen.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.board.Column;
import openkitchen.board.Columns;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.id.ColumnId;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was taken off the board, and can come back. */
@Controller
class ArchiveDoor {

    private static final int MOST = 300;

    private final Projects projects;
    private final Faces faces;
    private final Columns columns;
    private final BoardPieces boards;
    private final Views views;

    ArchiveDoor(Projects projects, Faces faces, Columns columns, BoardPieces boards, Views views) {
        this.projects = projects;
        this.faces = faces;
        this.columns = columns;
        this.boards = boards;
        this.views = views;
    }

    @GetMapping("/p/{key}/archive")
    ResponseEntity<String> archive(Visit visit, Viewer viewer, @PathVariable String key) {
        Seat seat = projects.seat(viewer, key);
        List<Face> cards = faces.archived(seat, MOST);
        List<Column> archived = columns.archived(seat);
        BoardView board = boards.view(seat, visit.language(), cards);
        Map<ColumnId, String> names = Stream.concat(board.columns().stream(), archived.stream())
                .collect(Collectors.toMap(Column::id, Column::name));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("live", Live.of(seat));
        parameters.put("board", board);
        parameters.put("cards", cards);
        parameters.put("columns", archived);
        parameters.put("names", names);
        parameters.put("manages", seat.manages());
        parameters.put("cut", cards.size() >= MOST);
        return views.page("list/archive", parameters);
    }
}
