package openkitchen.site;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.board.Archiving;
import openkitchen.board.Card;
import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.board.Columns;
import openkitchen.board.Copying;
import openkitchen.board.Faces;
import openkitchen.board.Labels;
import openkitchen.board.Marking;
import openkitchen.board.Moving;
import openkitchen.board.Writing;
import openkitchen.history.History;
import openkitchen.id.AttachmentId;
import openkitchen.id.ColumnId;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.Stale;
import openkitchen.project.Discipline;
import openkitchen.project.Project;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.project.Status;
import openkitchen.talk.Comment;
import openkitchen.talk.Comments;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A card: its page over the board, and what can be done with it. */
@Controller
@RequestMapping("/p/{key}/cards")
class CardDoor {

    private final Projects projects;
    private final Cards cards;
    private final Faces faces;
    private final Columns columns;
    private final Labels labels;
    private final Comments comments;
    private final Writing writing;
    private final Moving moving;
    private final Marking marking;
    private final Archiving archiving;
    private final Copying copying;
    private final History history;
    private final BoardPieces boards;
    private final BoardDoor boardDoor;
    private final CardPieces pieces;
    private final Conversations conversations;
    private final TalkPieces talkPieces;
    private final LaunchPieces launchPieces;
    private final Changes changes;
    private final Versus versus;
    private final Views views;

    CardDoor(
            Projects projects,
            Cards cards,
            Faces faces,
            Columns columns,
            Labels labels,
            Comments comments,
            Writing writing,
            Moving moving,
            Marking marking,
            Archiving archiving,
            Copying copying,
            History history,
            BoardPieces boards,
            BoardDoor boardDoor,
            CardPieces pieces,
            Conversations conversations,
            TalkPieces talkPieces,
            LaunchPieces launchPieces,
            Changes changes,
            Versus versus,
            Views views) {
        this.projects = projects;
        this.cards = cards;
        this.faces = faces;
        this.columns = columns;
        this.labels = labels;
        this.comments = comments;
        this.writing = writing;
        this.moving = moving;
        this.marking = marking;
        this.archiving = archiving;
        this.copying = copying;
        this.history = history;
        this.boards = boards;
        this.boardDoor = boardDoor;
        this.pieces = pieces;
        this.conversations = conversations;
        this.talkPieces = talkPieces;
        this.launchPieces = launchPieces;
        this.changes = changes;
        this.versus = versus;
        this.views = views;
    }

    /** The card over its board, or the card alone for the frame of a board that is already there. */
    @GetMapping("/{number}")
    @Nullable
    ResponseEntity<String> card(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestHeader(name = "Turbo-Frame", required = false) @Nullable String frame,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Seat seat = projects.seat(viewer, key);
        String sheet = sheet(visit, seat, number);
        if ("sheet".equals(frame)) {
            return ResponseEntity.ok()
                    .header("Content-Type", Views.HTML)
                    .header("Cache-Control", "no-store")
                    .header("Vary", "Turbo-Frame")
                    .body("<turbo-frame id=\"sheet\" data-controller=\"sheet\" data-sheet-board-value=\"/p/" + key
                            + "\">" + sheet + "</turbo-frame>");
        }
        Content content = output -> output.writeContent(sheet);
        response.setHeader("Vary", "Turbo-Frame");
        boardDoor.send(visit, seat, "#" + number, content, request, response);
        return null;
    }

    private String sheet(Visit visit, Seat seat, int number) {
        Card card = cards.number(seat, number);
        List<Comment> said = comments.on(seat, number);
        Conversation talk = conversations.about(seat, said);
        BoardView board = talk.on(boards.view(seat, visit.language(), List.of(card.face())));
        List<Project> others = projects.seenBy(seat.viewer(), "").stream()
                .filter(project ->
                        project.status() != Status.CLOSED && !project.id().equals(seat.project()))
                .toList();
        return views.piece(
                "card/sheet",
                Map.of(
                        "visit",
                        visit,
                        "board",
                        board,
                        "card",
                        pieces.view(board, card),
                        "launch",
                        launchPieces.part(board, number, launchPieces.view(seat, card)),
                        "turns",
                        talk.open(),
                        "comments",
                        talkPieces.views(board, number, said, talk),
                        "materials",
                        pieces.materials(seat, card),
                        "others",
                        others));
    }

    @PostMapping
    ResponseEntity<String> add(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @RequestParam long column,
            @RequestParam String title,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        cards.add(seat, Cards.NewCard.quick(seat, new ColumnId(column), CleanText.line(title)));
        return changes.answer(seat, visit, request, "/p/" + key);
    }

    @PostMapping("/{number}/place")
    ResponseEntity<Void> place(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam long column,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String reason) {
        Seat seat = projects.seat(viewer, key);
        Integer behind = after.isEmpty() ? null : number(after);
        long version = moving.place(seat, number, new ColumnId(column), behind, CleanText.body(reason));
        return ResponseEntity.noContent()
                .header(LiveDoor.VERSION, Long.toString(version))
                .build();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw new NotFound();
        }
    }

    @PostMapping("/{number}/title")
    ResponseEntity<String> title(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam int version,
            @RequestParam String title,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        try {
            writing.title(seat, number, version, CleanText.line(title));
            return changes.answer(seat, visit, request, path(key, number));
        } catch (Stale stale) {
            return versus.answer(
                    visit,
                    seat,
                    request,
                    CardPart.TITLE.id(number),
                    path(key, number) + "/title",
                    "title",
                    title,
                    stale);
        }
    }

    @PostMapping("/{number}/description")
    ResponseEntity<String> description(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam int version,
            @RequestParam String description,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        try {
            writing.describe(seat, number, version, CleanText.body(description));
            return changes.answer(seat, visit, request, path(key, number));
        } catch (Stale stale) {
            return versus.answer(
                    visit,
                    seat,
                    request,
                    CardPart.DESCRIPTION.id(number),
                    path(key, number) + "/description",
                    "description",
                    description,
                    stale);
        }
    }

    /** Column, kind, discipline and what it affects, as the card's form sends them: all of it, or nothing when it is held back. */
    @PostMapping("/{number}/as")
    ResponseEntity<String> as(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam long column,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String discipline,
            @RequestParam(defaultValue = "") List<String> affects,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        Set<Discipline> affected =
                affects.stream().flatMap(code -> Discipline.find(code).stream()).collect(Collectors.toSet());
        CardKind is = CardKind.find(kind).orElseThrow(() -> new Invalid("kind", "error.choice"));
        history.change(seat.project(), viewer.person(), pen -> {
            marking.as(seat, number, is, Discipline.find(discipline).orElse(null), affected);
            if (faces.number(seat, number).column().value() != column) {
                moving.place(seat, number, new ColumnId(column), null, CleanText.body(reason));
            }
            return true;
        });
        return changes.answer(seat, visit, request, path(key, number));
    }

    @PostMapping("/{number}/people")
    ResponseEntity<String> people(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "") Set<Long> person,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        Set<PersonId> wanted = person.stream().map(PersonId::new).collect(Collectors.toSet());
        history.change(seat.project(), viewer.person(), pen -> {
            Set<PersonId> there = new HashSet<>(faces.number(seat, number).people());
            wanted.stream().filter(each -> !there.contains(each)).forEach(each -> marking.assign(seat, number, each));
            there.stream().filter(each -> !wanted.contains(each)).forEach(each -> marking.unassign(seat, number, each));
            return true;
        });
        return changes.answer(seat, visit, request, path(key, number));
    }

    @PostMapping("/{number}/labels")
    ResponseEntity<String> labels(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "") Set<Long> label,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "green") String colour,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        history.change(seat.project(), viewer.person(), pen -> {
            Set<LabelId> wanted = label.stream().map(LabelId::new).collect(Collectors.toSet());
            if (!fresh.isBlank()) {
                wanted.add(labels.add(seat, CleanText.line(fresh), colour));
            }
            Set<LabelId> there = new HashSet<>(faces.number(seat, number).labels());
            wanted.stream().filter(each -> !there.contains(each)).forEach(each -> marking.label(seat, number, each));
            there.stream().filter(each -> !wanted.contains(each)).forEach(each -> marking.unlabel(seat, number, each));
            return true;
        });
        return changes.answer(seat, visit, request, path(key, number));
    }

    /** Dates as the person's own clock shows them; a day alone means its end for the due and its beginning for the start. */
    @PostMapping("/{number}/dates")
    ResponseEntity<String> dates(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String due,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        marking.date(seat, number, instant("start", start, visit.zone()), instant("due", due, visit.zone()));
        return changes.answer(seat, visit, request, path(key, number));
    }

    private static @Nullable Instant instant(String field, String text, ZoneId zone) {
        if (text.isBlank()) {
            return null;
        }
        try {
            LocalDateTime local = text.length() == 10
                    ? LocalDateTime.parse(text + (field.equals("due") ? "T18:00" : "T09:00"))
                    : LocalDateTime.parse(text);
            if (local.getYear() < 1990 || local.getYear() > 2200) {
                throw new Invalid(field, "error.date");
            }
            return local.atZone(zone).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new Invalid(field, "error.date");
        }
    }

    @PostMapping("/{number}/done")
    ResponseEntity<String> done(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        marking.done(seat, number, !done.isEmpty());
        return changes.answer(seat, visit, request, path(key, number));
    }

    @PostMapping("/{number}/cover")
    ResponseEntity<String> cover(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Long file,
            @RequestParam(required = false) @Nullable String colour,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        marking.cover(seat, number, file == null ? null : new AttachmentId(file), colour);
        return changes.answer(seat, visit, request, path(key, number));
    }

    @PostMapping("/{number}/archive")
    ResponseEntity<String> archive(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        archiving.archive(seat, number);
        return changes.answer(seat, visit, request, "/p/" + key);
    }

    @PostMapping("/{number}/restore")
    ResponseEntity<String> restore(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        archiving.restore(seat, number);
        return changes.answer(seat, visit, request, path(key, number));
    }

    @PostMapping("/{number}/delete")
    ResponseEntity<String> delete(Viewer viewer, @PathVariable String key, @PathVariable int number) {
        Seat seat = projects.seat(viewer, key);
        archiving.delete(seat, number);
        return Views.goTo("/p/" + key + "/archive");
    }

    @PostMapping("/{number}/copy")
    ResponseEntity<String> copy(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        int copy = copying.copy(seat, number, "");
        return changes.answer(seat, visit, request, path(key, copy));
    }

    /** Moves the card to the first column of another project. */
    @PostMapping("/{number}/project")
    ResponseEntity<String> send(
            Viewer viewer, @PathVariable String key, @PathVariable int number, @RequestParam String project) {
        Seat seat = projects.seat(viewer, key);
        Seat other = projects.seat(viewer, project);
        ColumnId first = columns.of(other).stream()
                .min(java.util.Comparator.comparing(
                        column -> column.kind() == openkitchen.board.ColumnKind.INTAKE ? 0 : 1))
                .orElseThrow(() -> new Invalid("project", "error.no_columns"))
                .id();
        return Views.goTo(path(project, copying.send(seat, number, other, first)));
    }

    static String path(String key, int number) {
        return "/p/" + key + "/cards/" + number;
    }
}
