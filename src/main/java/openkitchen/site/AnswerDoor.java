package openkitchen.site;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.board.Card;
import openkitchen.board.Cards;
import openkitchen.desk.Desk;
import openkitchen.desk.Desks;
import openkitchen.desk.Matter;
import openkitchen.id.CommentId;
import openkitchen.id.TurnId;
import openkitchen.people.Viewer;
import openkitchen.project.Knowledge;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.talk.Comment;
import openkitchen.talk.Comments;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.turn.Outcome;
import openkitchen.turn.Waiting;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answer mode: one thing after another, with everything at hand, by the keyboard alone. */
@Controller
class AnswerDoor {

    /** So many of the last comments of a card stand above the answer. */
    private static final int TALK = 6;

    private final Desks desks;
    private final DeskWords words;
    private final Waiting waiting;
    private final Projects projects;
    private final Cards cards;
    private final Comments comments;
    private final Remarks remarks;
    private final Knowledge knowledge;
    private final BoardPieces boards;
    private final CardPieces pieces;
    private final TalkPieces talkPieces;
    private final Conversations conversations;
    private final Clock clock;
    private final Views views;

    AnswerDoor(
            Desks desks,
            DeskWords words,
            Waiting waiting,
            Projects projects,
            Cards cards,
            Comments comments,
            Remarks remarks,
            Knowledge knowledge,
            BoardPieces boards,
            CardPieces pieces,
            TalkPieces talkPieces,
            Conversations conversations,
            Clock clock,
            Views views) {
        this.desks = desks;
        this.words = words;
        this.waiting = waiting;
        this.projects = projects;
        this.cards = cards;
        this.comments = comments;
        this.remarks = remarks;
        this.knowledge = knowledge;
        this.boards = boards;
        this.pieces = pieces;
        this.talkPieces = talkPieces;
        this.conversations = conversations;
        this.clock = clock;
        this.views = views;
    }

    @GetMapping("/desk/answer")
    ResponseEntity<String> answer(
            Visit visit,
            Viewer viewer,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String skip,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "false") boolean all) {
        Instant now = clock.instant();
        Sitting sitting = Sitting.of(since, skip, all, now);
        Optional<TurnId> wanted =
                at.matches("[0-9]{1,18}") ? Optional.of(new TurnId(Long.parseLong(at))) : Optional.empty();
        if (sitting == null) {
            Sitting begun = new Sitting(now, List.of(), all);
            return Views.goTo(wanted.map(begun::at).orElse(begun.path()));
        }
        Desk desk = desks.run(viewer);
        List<Matter> left = (sitting.all() ? desk.longRun() : desk.run())
                .stream().filter(matter -> !sitting.skips(matter.turn().id())).toList();
        Optional<Matter> asked = wanted.flatMap(desk::matter);
        Optional<Matter> current = asked.or(() -> left.stream().findFirst());
        Waiting.Done done = waiting.done(viewer, sitting.since());
        if (current.isEmpty()) {
            return end(visit, desk, sitting, done);
        }
        return page(visit, viewer, desk, sitting, left, current.get(), done, wanted.isPresent() && asked.isEmpty());
    }

    private ResponseEntity<String> end(Visit visit, Desk desk, Sitting sitting, Waiting.Done done) {
        if (moved(done) + sitting.skipped().size() == 0 && desk.isEmpty()) {
            return Views.goTo("/desk");
        }
        long later = desk.longRun().stream()
                .filter(matter -> !sitting.skips(matter.turn().id()))
                .count();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("view", words.of(visit, desk));
        parameters.put("sitting", sitting);
        parameters.put("done", done);
        parameters.put("answered", answered(done));
        parameters.put("moved", moved(done) - answered(done) - done.askedBack());
        parameters.put("skipped", skipped(desk, sitting));
        parameters.put("later", (int) later);
        return views.page("desk/done", parameters);
    }

    /** Of what was passed by, what still waits. */
    private static int skipped(Desk desk, Sitting sitting) {
        return (int) sitting.skipped().stream()
                .filter(turn -> desk.matter(turn).isPresent())
                .count();
    }

    private static int answered(Waiting.Done done) {
        return of(done, Outcome.ANSWERED) + of(done, Outcome.RELAYED) + of(done, Outcome.CLARIFIED);
    }

    private static int of(Waiting.Done done, Outcome outcome) {
        return done.by().getOrDefault(outcome, 0);
    }

    private static int moved(Waiting.Done done) {
        return done.by().entrySet().stream()
                        .filter(entry -> entry.getKey() != Outcome.PASSED && entry.getKey() != Outcome.WITHDRAWN)
                        .mapToInt(Map.Entry::getValue)
                        .sum()
                + done.askedBack();
    }

    private ResponseEntity<String> page(
            Visit visit,
            Viewer viewer,
            Desk desk,
            Sitting sitting,
            List<Matter> left,
            Matter matter,
            Waiting.Done done,
            boolean gone) {
        Seat seat = projects.seat(viewer, matter.card().projectKey());
        Card card = cards.number(seat, matter.card().number());
        List<Comment> talk = talk(seat, matter);
        Conversation conversation = conversations.about(
                seat, Stream.concat(talk.stream(), Stream.of(matter.said())).toList());
        BoardView board = conversation.on(boards.viewAt(seat, seat.version(), visit.language(), List.of(card.face())));
        int position = moved(done) + skipped(desk, sitting) + 1;
        int total = position
                - 1
                + (int) left.stream()
                        .filter(each -> !each.turn().id().equals(matter.turn().id()))
                        .count()
                + 1;
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("view", words.of(visit, desk));
        parameters.put("sitting", sitting);
        parameters.put("matter", matter);
        parameters.put("left", left);
        parameters.put("position", Math.min(position, total));
        parameters.put("total", total);
        parameters.put("gone", gone);
        parameters.put("board", board);
        parameters.put("people", "[]");
        parameters.put("manages", seat.manages());
        parameters.put("card", pieces.view(board, card));
        parameters.put("asked", talkPieces.view(board, card.face().number(), matter.said(), conversation));
        parameters.put("talk", talkPieces.views(board, card.face().number(), talk, conversation));
        parameters.put(
                "business",
                pieces.html(board, knowledge.text(seat, Knowledge.Kind.BUSINESS).body()));
        parameters.put("remarks", open(seat, matter));
        return views.page("desk/answer", parameters);
    }

    /** What was said last on the card, the thing itself left out. */
    private List<Comment> talk(Seat seat, Matter matter) {
        return comments.last(seat, matter.card().card(), TALK + 1).stream()
                .filter(comment -> !comment.id().equals(matter.said().id()))
                .toList();
    }

    private List<OpenRemark> open(Seat seat, Matter matter) {
        List<Remark> open = remarks.in(seat, Optional.of(matter.card().card())).stream()
                .filter(remark -> remark.state().open()
                        && !remark.id().equals(matter.said().id()))
                .limit(8)
                .toList();
        Map<CommentId, Comment> said = comments
                .these(seat, open.stream().map(Remark::id).toList())
                .stream()
                .collect(Collectors.toMap(Comment::id, comment -> comment));
        return open.stream()
                .map(remark -> new OpenRemark(
                        remark,
                        pieces.plain(
                                Objects.requireNonNull(said.get(remark.id())).body(), 90)))
                .toList();
    }
}
