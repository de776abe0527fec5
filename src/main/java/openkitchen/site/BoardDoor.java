package openkitchen.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.id.ColumnId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.people.Viewer;
import openkitchen.problem.Fault;
import openkitchen.problem.Invalid;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board of a project, and its columns. */
@Controller
@RequestMapping("/p/{key}")
public class BoardDoor {

    /** Stands in the page where the board's kept parts go: a character that no text holds. */
    public static final String HERE = "\uE000";

    private static final Content NOTHING = output -> {};

    private final Projects projects;
    private final Columns columns;
    private final BoardPieces boards;
    private final Mentionables mentionables;
    private final Changes changes;
    private final Views views;

    private final Cache<AroundKey, Around> keptAround = Caffeine.newBuilder()
            .maximumWeight(32_000_000)
            .weigher((AroundKey key, Around around) ->
                    around.before().size() + around.after().size())
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    BoardDoor(
            Projects projects,
            Columns columns,
            BoardPieces boards,
            Mentionables mentionables,
            Changes changes,
            Views views) {
        this.projects = projects;
        this.columns = columns;
        this.boards = boards;
        this.mentionables = mentionables;
        this.changes = changes;
        this.views = views;
    }

    @GetMapping
    void board(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Seat seat = projects.seat(viewer, key);
        send(visit, seat, null, NOTHING, request, response);
    }

    /** Sends the board, with a card's sheet over it or nothing. */
    void send(
            Visit visit,
            Seat seat,
            @Nullable String title,
            Content sheet,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        BoardPieces.KeptBoard board = boards.board(seat, visit.language());
        Around around = sheet == NOTHING && visit.path().equals("/p/" + seat.key())
                ? kept(visit, seat, board)
                : around(visit, seat, board, title, sheet);
        response.setHeader(HttpHeaders.ETAG, around.etag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (around.etag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        List<Segment> segments = new ArrayList<>();
        segments.add(around.before());
        segments.addAll(board.segments());
        segments.add(around.after());
        new Spliced(segments).send(request, response);
    }

    /** The page around a board's kept parts, as one viewer sees it, and what it was made for. */
    private record Around(
            Seat seat, BoardPieces.KeptBoard board, Language language, String etag, Segment before, Segment after) {

        boolean fits(Visit visit, Seat wanted, BoardPieces.KeptBoard shown) {
            return board == shown && language == visit.language() && seat.equals(wanted);
        }
    }

    private record AroundKey(ProjectId project, PersonId viewer) {}

    private Around kept(Visit visit, Seat seat, BoardPieces.KeptBoard board) {
        AroundKey key = new AroundKey(seat.project(), seat.viewer().person());
        Around kept = keptAround.getIfPresent(key);
        if (kept == null || !kept.fits(visit, seat, board)) {
            kept = around(visit, seat, board, null, NOTHING);
            keptAround.put(key, kept);
        }
        return kept;
    }

    private Around around(Visit visit, Seat seat, BoardPieces.KeptBoard board, @Nullable String title, Content sheet) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("live", Live.of(seat));
        parameters.put("board", board.view());
        parameters.put("people", mentionables.json(board.view()));
        parameters.put("title", title == null ? board.view().project().name() : title);
        parameters.put("sheet", sheet);
        String page = views.piece("board/page", parameters);
        String etag =
                "\"%d-%s-%08x\"".formatted(seat.version(), visit.language().tag(), page.hashCode());
        int here = page.indexOf(HERE);
        return new Around(
                seat,
                board,
                visit.language(),
                etag,
                Segment.once(page.substring(0, here)),
                Segment.once(page.substring(here + HERE.length())));
    }

    /** The cards of a long column that the page did not hold at first. */
    @GetMapping("/columns/{column}/rest")
    ResponseEntity<String> rest(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long column,
            @RequestParam String after) {
        Seat seat = projects.seat(viewer, key);
        List<String> faces = boards.rest(seat, visit.language(), new ColumnId(column), after);
        return Views.streams(
                "<turbo-stream action=\"rest\" target=\"column-%d-cards\"><template>%s</template></turbo-stream>"
                        .formatted(column, String.join("", faces)));
    }

    @PostMapping("/columns")
    ResponseEntity<String> add(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @RequestParam String name,
            @RequestParam String kind,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        columns.add(seat, name, kind(kind));
        return changes.answer(seat, visit, request, "/p/" + key);
    }

    @PostMapping("/columns/{column}")
    ResponseEntity<String> change(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long column,
            @RequestParam String name,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String colour,
            @RequestParam(defaultValue = "") String limit,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        columns.change(seat, new ColumnId(column), name, kind(kind), colour, limit(limit));
        return changes.answer(seat, visit, request, "/p/" + key);
    }

    private static ColumnKind kind(String code) {
        return ColumnKind.find(code).orElseThrow(() -> new Invalid("kind", "error.choice"));
    }

    private static @Nullable Integer limit(String text) {
        try {
            return text.isBlank() ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException none) {
            throw new Invalid(List.of(new Fault("limit", "error.number")));
        }
    }

    /** Moves a column one place to the left or right. */
    @PostMapping("/columns/{column}/place")
    ResponseEntity<String> place(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long column,
            @RequestParam String to,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        List<ColumnId> order =
                columns.of(seat).stream().map(openkitchen.board.Column::id).toList();
        int at = order.indexOf(new ColumnId(column));
        int after = to.equals("left") ? at - 2 : at + 1;
        if (at >= 0 && after >= -1 && after < order.size()) {
            columns.move(seat, new ColumnId(column), after < 0 ? null : order.get(after));
        }
        return changes.answer(seat, visit, request, "/p/" + key);
    }

    @PostMapping("/columns/{column}/archive")
    ResponseEntity<String> archive(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long column,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        columns.archive(seat, new ColumnId(column));
        return changes.answer(seat, visit, request, "/p/" + key);
    }

    @PostMapping("/columns/{column}/restore")
    ResponseEntity<String> restore(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long column,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        columns.restore(seat, new ColumnId(column));
        return changes.answer(seat, visit, request, "/p/" + key + "/archive");
    }
}
