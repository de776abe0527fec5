package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openkitchen.board.Cards;
import openkitchen.board.Faces;
import openkitchen.id.ApprovalId;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.id.VersionId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Verdict;
import openkitchen.material.Version;
import openkitchen.material.Versions;
import openkitchen.people.Sessions;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.Stale;
import openkitchen.project.Mate;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.store.Files;
import openkitchen.store.StoredFile;
import openkitchen.talk.Comment;
import openkitchen.talk.Comments;
import openkitchen.text.CleanText;
import openkitchen.text.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What is put before the client: the page on which they decide about it, one by one or all at once. */
@Controller
@RequestMapping("/p/{key}")
class ApprovalDoor {

    /** The term is the end of the working day. */
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Projects projects;
    private final Approvals approvals;
    private final Versions versions;
    private final MaterialLines lines;
    private final Faces faces;
    private final Comments comments;
    private final Cards cards;
    private final Files files;
    private final Sessions sessions;
    private final Sending sending;
    private final Conversations conversations;
    private final TalkPieces talkPieces;
    private final Glimpses glimpses;
    private final BoardPieces boards;
    private final Changes changes;
    private final Unsaid unsaid;
    private final Moments moments;
    private final Clock clock;
    private final Views views;

    ApprovalDoor(
            Projects projects,
            Approvals approvals,
            Versions versions,
            MaterialLines lines,
            Faces faces,
            Comments comments,
            Cards cards,
            Files files,
            Sessions sessions,
            Sending sending,
            Conversations conversations,
            TalkPieces talkPieces,
            Glimpses glimpses,
            BoardPieces boards,
            Changes changes,
            Unsaid unsaid,
            Moments moments,
            Clock clock,
            Views views) {
        this.projects = projects;
        this.approvals = approvals;
        this.versions = versions;
        this.lines = lines;
        this.faces = faces;
        this.comments = comments;
        this.cards = cards;
        this.files = files;
        this.sessions = sessions;
        this.sending = sending;
        this.conversations = conversations;
        this.talkPieces = talkPieces;
        this.glimpses = glimpses;
        this.boards = boards;
        this.changes = changes;
        this.unsaid = unsaid;
        this.moments = moments;
        this.clock = clock;
        this.views = views;
    }

    static String path(String key, CommentId ask) {
        return "/p/" + key + "/approvals/" + ask;
    }

    /**
     * Puts versions before the client, each as {@code material/version} in {@code material}. When one of them has a newer version by
     * now nobody is asked, and the newer one stands in the form beside all that was written there.
     */
    @PostMapping("/cards/{number}/approvals")
    ResponseEntity<String> ask(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "") List<String> material,
            @RequestParam(defaultValue = "any") String needs,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        AskForm form = new AskForm(material, needs, due, note);
        Approvals.Wanted wanted = new Approvals.Wanted(
                Approval.Needs.find(needs).orElseThrow(() -> new Invalid("needs", "error.choice")),
                term(due, visit.zone()),
                CleanText.body(note));
        try {
            approvals.ask(seat, number, form.seen(), wanted);
            return changes.answer(seat, visit, request, CardDoor.path(key, number));
        } catch (Stale stale) {
            return newer(visit, seat, number, form, stale, request);
        }
    }

    private ResponseEntity<String> newer(
            Visit visit, Seat seat, int number, AskForm form, Stale stale, HttpServletRequest request) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("board", boards.view(seat, visit.language(), List.of()));
        parameters.put("number", number);
        parameters.put("form", form);
        parameters.put("told", Problems.sentence(visit, stale.fault()));
        parameters.put("materials", lines.on(seat, faces.number(seat, number).id()));
        if (Views.wantsStreams(request)) {
            return Views.conflict("<turbo-stream action=\"newer\" target=\"%s\"><template>%s</template></turbo-stream>"
                    .formatted(AskForm.id(number), views.piece("approval/which", parameters)));
        }
        parameters.put("visit", visit);
        parameters.put("live", Live.of(seat));
        return views.page(HttpStatus.CONFLICT, "approval/newer", parameters);
    }

    private static @Nullable Instant term(String day, ZoneId zone) {
        if (day.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(day).atTime(EVENING).atZone(zone).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new Invalid("due", "error.date");
        }
    }

    /**
     * All of an ask on one page.
     *
     * @param late the approval about which a decision came too late, to say so
     */
    @GetMapping("/approvals/{ask}")
    ResponseEntity<String> page(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long ask,
            @RequestParam(required = false) @Nullable Long late) {
        Seat seat = projects.seat(viewer, key);
        CommentId id = new CommentId(ask);
        List<Approval> asked = approvals.asked(seat, id);
        Comment said = comments.one(seat, id);
        Conversation talk = conversations.about(seat, List.of(said));
        BoardView board = talk.on(boards.viewAt(seat, seat.version(), visit.language(), List.of()));
        int number = cards.numberOf(seat, said.card()).orElseThrow(NotFound::new);
        List<ApprovalItem> items = items(seat, board, talk, asked);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("live", Live.of(seat));
        parameters.put("board", board);
        parameters.put("number", number);
        parameters.put("title", String.valueOf(cards.told(said.card()).get("title")));
        parameters.put("said", talkPieces.view(board, number, said, talk));
        parameters.put("items", items);
        parameters.put(
                "late",
                asked.stream()
                        .filter(each -> late != null && each.id().value() == late)
                        .findFirst()
                        .orElse(null));
        parameters.put("when", moments.in(visit.language(), visit.zone()));
        parameters.put("manages", seat.manages());
        parameters.put("decides", seat.decides());
        parameters.put("leads", leads(board));
        return views.page("approval/page", parameters);
    }

    private List<ApprovalItem> items(Seat seat, BoardView board, Conversation talk, List<Approval> asked) {
        Map<VersionId, Version> shown =
                versions.these(seat, asked.stream().map(Approval::versionId).toList());
        Map<VersionId, Glimpse> seen = glimpses.of(board, shown.values());
        return asked.stream()
                .map(approval -> {
                    Version version = Objects.requireNonNull(shown.get(approval.versionId()));
                    return new ApprovalItem(
                            ApprovalView.of(
                                    approval,
                                    id -> id == null ? null : talk.people().get(id)),
                            version,
                            Objects.requireNonNull(seen.get(version.id())),
                            mine(seat, approval));
                })
                .toList();
    }

    private static boolean mine(Seat seat, Approval approval) {
        return seat.decides()
                && approval.open()
                && approval.voices().stream()
                        .noneMatch(voice -> voice.person().equals(seat.viewer().person()));
    }

    private static List<Mate> leads(BoardView board) {
        return board.team().stream().filter(Mate::decides).toList();
    }

    /** How a version stands, for the page that shows it. */
    @GetMapping("/materials/{id}/{number}/approval")
    ResponseEntity<String> panel(
            Visit visit, Viewer viewer, @PathVariable String key, @PathVariable long id, @PathVariable int number) {
        Seat seat = projects.seat(viewer, key);
        Version version = versions.one(seat, new MaterialId(id), number);
        Optional<Approval> last =
                Optional.ofNullable(approvals.last(seat, List.of(version.id())).get(version.id()));
        List<Comment> said = last.map(approval -> comments.these(seat, List.of(approval.ask())))
                .orElse(List.of());
        Conversation talk = conversations.about(seat, said);
        BoardView board = talk.on(boards.viewAt(seat, seat.version(), visit.language(), List.of()));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("board", board);
        parameters.put("material", versions.material(seat, version.material()));
        parameters.put("version", version);
        parameters.put(
                "item",
                last.map(approval -> items(seat, board, talk, List.of(approval)).getFirst())
                        .orElse(null));
        parameters.put("when", moments.in(visit.language(), visit.zone()));
        return views.page("approval/panel", parameters);
    }

    /** A decision about one version. When it comes too late, what was written with it is given back. */
    @PostMapping("/approvals/{ask}/{id}/decide")
    ResponseEntity<String> decide(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long ask,
            @PathVariable long id,
            @RequestParam String verdict,
            @RequestParam(defaultValue = "") String comment,
            HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        Verdict meant = Verdict.find(verdict).orElseThrow(() -> new Invalid("verdict", "error.choice"));
        String words = CleanText.body(comment);
        Approvals.Became became = approvals.decide(seat, new ApprovalId(id), meant, words, way(request));
        return answer(visit, seat, request, ask, became, new Unsaid.Words(meant.code(), meant, words, ""));
    }

    private ResponseEntity<String> answer(
            Visit visit, Seat seat, HttpServletRequest request, long ask, Approvals.Became became, Unsaid.Words words) {
        return became instanceof Approvals.Became.Late(Approval approval) && words.any()
                ? unsaid.answer(visit, seat, request, approval, words)
                : Views.goTo(path(seat.key(), new CommentId(ask)) + query(became));
    }

    /** From a letter comes who is signed in only by its link. */
    private Approval.Way way(HttpServletRequest request) {
        return Cookies.session(request).filter(sessions::brief).isPresent() ? Approval.Way.MAIL : Approval.Way.PAGE;
    }

    private static String query(Approvals.Became became) {
        return switch (became) {
            case Approvals.Became.Counted counted -> "";
            case Approvals.Became.Late(Approval approval) -> "?late=" + approval.id();
        };
    }

    /** Approves all that is not decided yet. */
    @PostMapping("/approvals/{ask}/all")
    ResponseEntity<String> all(
            Viewer viewer, @PathVariable String key, @PathVariable long ask, HttpServletRequest request) {
        Seat seat = projects.seat(viewer, key);
        CommentId id = new CommentId(ask);
        List<Approval> before = approvals.asked(seat, id);
        if (approvals.approveAll(seat, id, way(request)) > 0) {
            return Views.goTo(path(key, id));
        }
        return Views.goTo(path(key, id) + query(new Approvals.Became.Late(before.getFirst())));
    }

    /** Writes down what a decision maker decided elsewhere. */
    @PostMapping("/approvals/{ask}/{id}/record")
    ResponseEntity<String> record(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long ask,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "0") long person,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        Seat seat = projects.seat(viewer, key);
        approvals.one(seat, new ApprovalId(id));
        if (seat.side() != Side.AGENCY) {
            throw new Forbidden("error.only_agency");
        }
        Approvals.Elsewhere given = new Approvals.Elsewhere(
                Verdict.find(verdict).orElseThrow(() -> new Invalid("verdict", "error.choice")),
                new PersonId(person),
                moment(at, visit.zone()),
                CleanText.body(comment),
                CleanText.body(evidence),
                kept(viewer, file));
        Approvals.Became became = approvals.record(seat, new ApprovalId(id), given);
        Unsaid.Words words = new Unsaid.Words("record", given.verdict(), given.comment(), given.evidence());
        return answer(visit, seat, request, ask, became, words);
    }

    private @Nullable FileId kept(Viewer viewer, @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return null;
        }
        String name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
        StoredFile stored = files.keep(file.getInputStream(), name, viewer.person());
        return stored.id();
    }

    private Instant moment(String text, ZoneId zone) {
        if (text.isBlank()) {
            return clock.instant();
        }
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new Invalid("at", "error.date");
        }
    }

    /** The file that shows what was decided elsewhere. @param place which of the decisions, from 0 */
    @GetMapping("/approvals/{ask}/{id}/evidence/{place}")
    ResponseEntity<Resource> evidence(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long ask,
            @PathVariable long id,
            @PathVariable int place) {
        Seat seat = projects.seat(viewer, key);
        Approval approval = approvals.one(seat, new ApprovalId(id));
        StoredFile stored = files.one(approval.evidence(place).orElseThrow(NotFound::new));
        return sending.file(stored, stored.name(), false);
    }

    /** Takes back what is not decided yet. */
    @PostMapping("/approvals/{ask}/withdraw")
    ResponseEntity<String> withdraw(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long ask,
            @RequestParam(defaultValue = "") String reason) {
        Seat seat = projects.seat(viewer, key);
        approvals.withdraw(seat, new CommentId(ask), CleanText.body(reason));
        return Views.goTo(path(key, new CommentId(ask)));
    }

    /** The account has reminded the client: there is a new term. */
    @PostMapping("/approvals/{ask}/extend")
    ResponseEntity<String> extend(
            Visit visit,
            Viewer viewer,
            @PathVariable String key,
            @PathVariable long ask,
            @RequestParam(defaultValue = "") String due) {
        Seat seat = projects.seat(viewer, key);
        seat.mustManage();
        Instant term = term(due, visit.zone());
        if (term == null) {
            throw new Invalid("due", "error.required");
        }
        approvals.extend(seat, new CommentId(ask), term);
        return Views.goTo(path(key, new CommentId(ask)));
    }
}
