package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import openkitchen.board.Card;
import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.board.Column;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.history.Event;
import openkitchen.history.EventKind;
import openkitchen.history.Timeline;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import openkitchen.talk.Comment;
import openkitchen.talk.CommentKind;
import openkitchen.talk.Comments;
import openkitchen.text.Language;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What has changed in a project since a version, as Turbo Streams that bring a page up to date. They say how things are, not
 * what was done, so the same change may be applied twice without harm. A live message, an answer to a form and the catching up
 * after a gap are all made here.
 */
@Component
class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    /** From so many events on the page is fetched anew instead. */
    static final int MANY = 300;

    private static final String ANEW = "<turbo-stream action=\"refresh\"></turbo-stream>";

    /** What changes the part of a board that is not its cards. */
    static final Set<EventKind> FRAME = Arrays.stream(EventKind.values())
            .filter(kind -> kind == EventKind.LABEL_ADDED || wholePage(kind))
            .collect(Collectors.toUnmodifiableSet());

    private final Timeline timeline;
    private final Faces faces;
    private final Cards cards;
    private final Comments comments;
    private final BoardPieces boards;
    private final Turns turns;
    private final Conversations conversations;
    private final CardPieces pieces;
    private final TalkPieces talkPieces;
    private final LaunchPieces launchPieces;

    Changes(
            Timeline timeline,
            Faces faces,
            Cards cards,
            Comments comments,
            BoardPieces boards,
            Turns turns,
            Conversations conversations,
            CardPieces pieces,
            TalkPieces talkPieces,
            LaunchPieces launchPieces) {
        this.timeline = timeline;
        this.faces = faces;
        this.cards = cards;
        this.comments = comments;
        this.boards = boards;
        this.turns = turns;
        this.conversations = conversations;
        this.pieces = pieces;
        this.talkPieces = talkPieces;
        this.launchPieces = launchPieces;
    }

    /** Answers a change that was made on a page: with what to change there, or by going on to a page. */
    ResponseEntity<String> answer(Seat seat, Visit visit, HttpServletRequest request, String path) {
        if (!Views.wantsStreams(request)) {
            return Views.goTo(path);
        }
        return Views.streams(read(seat, seat.version(), Long.MAX_VALUE).in(visit.language()));
    }

    /** What happened after {@code since} up to and with {@code until}, for pages in this language. */
    String since(Seat seat, Language language, long since, long until) {
        return read(seat, since, until).in(language);
    }

    /** What happened after {@code since} up to and with {@code until}, read once to be shown in any language. */
    Happened read(Seat seat, long since, long until) {
        if (until <= since) {
            return Happened.NOTHING;
        }
        List<Event> events = timeline.since(seat.project(), since, until, MANY + 1);
        if (events.size() > MANY || events.stream().anyMatch(event -> wholePage(event.kind()))) {
            return new Happened(true, language -> ANEW);
        }
        long version = events.isEmpty() ? since : events.getLast().number();
        if (events.stream().noneMatch(event -> FRAME.contains(event.kind()))) {
            boards.frameStays(seat.project(), since, version);
        }
        Gathered gathered = new Gathered();
        events.forEach(gathered::add);
        if (gathered.cards.isEmpty()) {
            return new Happened(false, language -> gathered.gone.toString());
        }
        Map<CardId, Face> touched = faces.these(seat, gathered.cards.keySet());
        Map<CardId, Card> whole = whole(seat, gathered, touched);
        Map<CardId, LaunchView> launches = launchPieces.of(seat, whole.values());
        Map<CardId, List<Turn>> open = open(seat, gathered);
        Map<CardId, List<Comment>> said = said(seat, gathered);
        Map<CardId, Integer> numbers = numbers(seat, touched, said);
        Conversation talk = conversations.about(
                seat, said.values().stream().flatMap(List::stream).toList());
        return new Happened(false, language -> {
            BoardView view = talk.on(boards.viewAt(seat, version, language, touched.values()));
            StringBuilder streams = new StringBuilder(gathered.gone);
            gathered.cards.forEach((id, parts) -> {
                Face face = touched.get(id);
                if (face != null) {
                    place(streams, view, face);
                    parts(streams, seat, view, whole.get(id), launches.get(id), parts);
                    if (parts.contains(CardPart.TURN)) {
                        replace(streams, face.number(), CardPart.TURN, pieces.turn(view, face.number(), open.get(id)));
                    }
                }
            });
            said.forEach((card, comments) -> talk(streams, view, numbers.get(card), comments, talk));
            return streams.toString();
        });
    }

    /** What happened, to be shown in any language; {@code anew} when pages have to be fetched anew for it. */
    record Happened(boolean anew, Function<Language, String> streams) {

        static final Happened NOTHING = new Happened(false, language -> "");

        String in(Language language) {
            return streams.apply(language);
        }
    }

    /** The cards of whose pages parts changed. */
    private Map<CardId, Card> whole(Seat seat, Gathered gathered, Map<CardId, Face> touched) {
        Map<CardId, Card> whole = new HashMap<>();
        gathered.cards.forEach((id, parts) -> {
            Face face = touched.get(id);
            if (face != null && face.kind() != CardKind.LAUNCH && !parts.contains(CardPart.PLACE)) {
                parts.remove(CardPart.LAUNCH);
            }
            if (face != null && !EnumSet.of(CardPart.TURN).containsAll(parts)) {
                try {
                    whole.put(id, cards.number(seat, face.number()));
                } catch (NotFound gone) {
                    LOG.debug("card {} went while its change was read", id, gone);
                }
            }
        });
        return whole;
    }

    private Map<CardId, List<Turn>> open(Seat seat, Gathered gathered) {
        List<CardId> cards = gathered.cards.entrySet().stream()
                .filter(card -> card.getValue().contains(CardPart.TURN))
                .map(Map.Entry::getKey)
                .toList();
        return cards.isEmpty() ? Map.of() : turns.openOn(seat, cards);
    }

    /** What was said or became otherwise, with what is shown otherwise for it. */
    private Map<CardId, List<Comment>> said(Seat seat, Gathered gathered) {
        if (gathered.comments.isEmpty()) {
            return Map.of();
        }
        Set<CommentId> all = new LinkedHashSet<>(gathered.comments);
        if (gathered.asked) {
            all.addAll(conversations.along(seat, gathered.comments));
        }
        return comments.these(seat, all).stream()
                .collect(Collectors.groupingBy(Comment::card, LinkedHashMap::new, Collectors.toList()));
    }

    private Map<CardId, Integer> numbers(Seat seat, Map<CardId, Face> touched, Map<CardId, List<Comment>> said) {
        Map<CardId, Face> all = new HashMap<>(touched);
        List<CardId> others = said.keySet().stream()
                .filter(card -> !touched.containsKey(card))
                .toList();
        if (!others.isEmpty()) {
            all.putAll(faces.these(seat, others));
        }
        return all.values().stream().collect(Collectors.toMap(Face::id, Face::number));
    }

    private static boolean wholePage(EventKind kind) {
        return switch (kind) {
            case PROJECT_CREATED,
                    PROJECT_CHANGED,
                    PROJECT_STATUS,
                    PROJECT_IMPORTED,
                    MEMBER_ADDED,
                    MEMBER_CHANGED,
                    MEMBER_REMOVED,
                    COLUMN_ADDED,
                    COLUMN_CHANGED,
                    COLUMN_MOVED,
                    COLUMN_ARCHIVED,
                    COLUMN_RESTORED,
                    COLUMN_RANKED,
                    LABEL_CHANGED,
                    LABEL_REMOVED,
                    FIELD_ADDED -> true;
            case LABEL_ADDED,
                    PROJECT_TEXT,
                    LINK_ADDED,
                    LINK_CHANGED,
                    LINK_REMOVED,
                    MEMBER_INVITED,
                    INVITATION_REVOKED,
                    CARD_ADDED,
                    CARD_TITLED,
                    CARD_DESCRIBED,
                    CARD_CHANGED,
                    CARD_MOVED,
                    CARD_PLACED,
                    CARD_DATED,
                    CARD_DONE,
                    CARD_UNDONE,
                    CARD_LABELLED,
                    CARD_UNLABELLED,
                    CARD_PERSON_ADDED,
                    CARD_PERSON_REMOVED,
                    CARD_COVERED,
                    CARD_FIELD_SET,
                    CARD_ARCHIVED,
                    CARD_RESTORED,
                    CARD_DELETED,
                    CARD_COPIED,
                    CARD_LEFT,
                    CARD_CAME,
                    CHECKLIST_ADDED,
                    CHECKLIST_CHANGED,
                    CHECKLIST_REMOVED,
                    ITEM_ADDED,
                    ITEM_CHANGED,
                    ITEM_DONE,
                    ITEM_UNDONE,
                    ITEM_REMOVED,
                    FILE_ATTACHED,
                    FILE_REMOVED,
                    COMMENT_ADDED,
                    COMMENT_EDITED,
                    COMMENT_DELETED,
                    COMMENT_TURNED,
                    QUESTION_ANSWERED,
                    QUESTION_ASKED_BACK,
                    QUESTION_CLARIFIED,
                    QUESTION_REOPENED,
                    QUESTION_REDIRECTED,
                    QUESTION_MERGED,
                    QUESTION_OFF_TOPIC,
                    QUESTION_BECAME_CARD,
                    REMARK_FIXED,
                    REMARK_CONFIRMED,
                    REMARK_RAISED,
                    REMARK_DECLINED,
                    REMARK_APPEALED,
                    REMARK_SETTLED,
                    DECISION_CHECKED,
                    DECISION_SETTLED,
                    MATERIAL_ADDED,
                    MATERIAL_RENAMED,
                    MATERIAL_ARCHIVED,
                    MATERIAL_RESTORED,
                    VERSION_ADDED,
                    PIN_SET,
                    APPROVAL_ASKED,
                    APPROVAL_DECIDED,
                    APPROVAL_SETTLED,
                    APPROVAL_WITHDRAWN,
                    APPROVAL_SUPERSEDED,
                    APPROVAL_REMINDED,
                    APPROVAL_OVERDUE,
                    APPROVAL_EXTENDED,
                    LAUNCH_PLANNED,
                    LAUNCH_LAUNCHED,
                    LAUNCH_STOPPED,
                    LAUNCH_JUDGED,
                    TURN_PASSED,
                    FOREIGN -> false;
        };
    }

    /** What the events touched, each thing once. */
    private static final class Gathered {

        final StringBuilder gone = new StringBuilder();
        final Map<CardId, Set<CardPart>> cards = new LinkedHashMap<>();
        final Set<CommentId> comments = new LinkedHashSet<>();
        /** Whether something became of a question, which others refer to. */
        boolean asked;

        void add(Event event) {
            CardId card = event.card();
            if (card == null) {
                return;
            }
            if (event.kind() == EventKind.CARD_DELETED || event.kind() == EventKind.CARD_LEFT) {
                take(gone, event.text("n"));
                cards.remove(card);
                return;
            }
            Set<CardPart> parts = cards.computeIfAbsent(card, id -> EnumSet.noneOf(CardPart.class));
            if (!message(event)) {
                parts.addAll(CardPart.of(event.kind()));
            }
            asked |= event.kind().subject().equals("question") || event.kind() == EventKind.COMMENT_TURNED;
            // a question that was answered is shown anew, and what was said about it is new
            for (String named : List.of("comment", "said")) {
                if (event.data().get(named) instanceof Number id) {
                    comments.add(new CommentId(id.longValue()));
                }
            }
        }
    }

    /** What is only said opens no turn. */
    private static boolean message(Event event) {
        return event.kind() == EventKind.COMMENT_ADDED && event.text("kind").equals(CommentKind.MESSAGE.code());
    }

    private void place(StringBuilder streams, BoardView view, Face face) {
        boolean shown =
                !face.archived() && view.columns().stream().map(Column::id).anyMatch(face.column()::equals);
        if (shown) {
            streams.append("<turbo-stream action=\"place\" target=\"column-")
                    .append(face.column().value())
                    .append("-cards\"><template>")
                    .append(boards.face(view, face))
                    .append("</template></turbo-stream>");
        } else {
            take(streams, Integer.toString(face.number()));
        }
    }

    private static void take(StringBuilder streams, String number) {
        streams.append("<turbo-stream action=\"take\" target=\"card-")
                .append(number)
                .append("\"></turbo-stream>");
    }

    private void parts(
            StringBuilder streams,
            Seat seat,
            BoardView view,
            @Nullable Card card,
            @Nullable LaunchView launch,
            Set<CardPart> parts) {
        if (card == null) {
            return;
        }
        int number = card.face().number();
        for (CardPart part : parts) {
            switch (part) {
                case TURN -> {}
                case LAUNCH -> replace(streams, number, part, launchPieces.part(view, number, launch));
                case MATERIALS -> replace(streams, number, part, pieces.materials(seat, view, card));
                case WHAT, TITLE, DESCRIPTION, CHECKLISTS, ATTACHMENTS, PEOPLE, DATES, LABELS, PLACE, AFFECTS ->
                    replace(streams, number, part, pieces.part(view, card, part));
            }
        }
    }

    private static void replace(StringBuilder streams, int number, CardPart part, String html) {
        streams.append("<turbo-stream action=\"replace\" target=\"")
                .append(part.id(number))
                .append("\"><template>")
                .append(html)
                .append("</template></turbo-stream>");
    }

    private void talk(
            StringBuilder streams, BoardView view, @Nullable Integer number, List<Comment> said, Conversation talk) {
        if (number == null) {
            return;
        }
        for (CommentView comment : talkPieces.views(view, number, said, talk)) {
            streams.append("<turbo-stream action=\"say\" target=\"card-")
                    .append(number)
                    .append("-talk\"><template>")
                    .append(talkPieces.comment(view, number, comment))
                    .append("</template></turbo-stream>");
        }
    }
}
