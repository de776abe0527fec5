package openkitchen.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.material.Pins;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.project.Seat;
import openkitchen.talk.Comment;
import openkitchen.talk.CommentKind;
import openkitchen.talk.Comments;
import openkitchen.talk.Decision;
import openkitchen.talk.Decisions;
import openkitchen.talk.Question;
import openkitchen.talk.Questions;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is known of comments beside their words, in at most twelve statements for however many comments. */
@Component
class Conversations {

    private final Questions questions;
    private final Remarks remarks;
    private final Decisions decisions;
    private final Approvals approvals;
    private final Pins pins;
    private final Turns turns;
    private final Comments comments;
    private final Faces faces;
    private final People people;

    Conversations(
            Questions questions,
            Remarks remarks,
            Decisions decisions,
            Approvals approvals,
            Pins pins,
            Turns turns,
            Comments comments,
            Faces faces,
            People people) {
        this.questions = questions;
        this.remarks = remarks;
        this.decisions = decisions;
        this.approvals = approvals;
        this.pins = pins;
        this.turns = turns;
        this.comments = comments;
        this.faces = faces;
        this.people = people;
    }

    Conversation about(Seat seat, Collection<Comment> said) {
        if (said.isEmpty()) {
            return Conversation.NONE;
        }
        Map<CommentId, Question> asked = asked(seat, said);
        Map<CommentId, Remark> remarked = remarks.these(seat, of(said, CommentKind.REMARK));
        Map<CommentId, Decision> decided = decisions.these(seat, of(said, CommentKind.DECISION));
        Map<CommentId, Pins.At> pinned = pins.these(
                seat,
                Stream.of(CommentKind.REMARK, CommentKind.QUESTION)
                        .flatMap(kind -> of(said, kind).stream())
                        .toList());
        Map<CommentId, List<Approval>> approved = approvals.asked(seat, of(said, CommentKind.APPROVAL));
        Map<CommentId, List<Turn>> open = open(seat, said);
        Map<CommentId, Comment> others = others(seat, said, asked);
        Map<CardId, Integer> numbers = numbers(seat, said, others.values());
        Set<PersonId> named = new HashSet<>();
        said.forEach(comment -> name(named, comment.author(), comment.deletedBy()));
        others.values().forEach(comment -> name(named, comment.author()));
        asked.values().forEach(question -> name(named, question.settledBy(), person(question.askedOf())));
        remarked.values().forEach(remark -> name(named, remark.changedBy()));
        decided.values().forEach(decision -> decision.checks().forEach(check -> name(named, check.by())));
        approved.values()
                .forEach(each -> each.forEach(approval -> {
                    name(named, approval.askedBy(), approval.settledBy());
                    approval.voices().forEach(voice -> name(named, voice.person(), voice.recordedBy()));
                }));
        open.values()
                .forEach(each -> each.forEach(turn -> name(named, turn.awaited().person())));
        Map<PersonId, Person> known = named.isEmpty() ? Map.of() : people.these(named);
        return new Conversation(asked, remarked, decided, pinned, approved, open, others, numbers, known);
    }

    private static void name(Set<PersonId> named, @Nullable PersonId... people) {
        Stream.of(people).filter(Objects::nonNull).forEach(named::add);
    }

    private static @Nullable PersonId person(String address) {
        return address.startsWith("person:")
                ? new PersonId(Long.parseLong(address.substring("person:".length())))
                : null;
    }

    private static List<CommentId> of(Collection<Comment> said, CommentKind kind) {
        return said.stream()
                .filter(comment -> comment.kind() == kind && comment.deleted() == null)
                .map(Comment::id)
                .toList();
    }

    /** The questions among them, those that they answer, and those into which these were merged. */
    private Map<CommentId, Question> asked(Seat seat, Collection<Comment> said) {
        Set<CommentId> wanted = new HashSet<>(of(said, CommentKind.QUESTION));
        said.stream().map(Comment::answers).filter(Objects::nonNull).forEach(wanted::add);
        Map<CommentId, Question> asked = new HashMap<>(questions.these(seat, wanted));
        List<CommentId> earlier = asked.values().stream()
                .map(Question::mergedInto)
                .filter(Objects::nonNull)
                .filter(id -> !asked.containsKey(id))
                .toList();
        asked.putAll(questions.these(seat, earlier));
        return asked;
    }

    private Map<CommentId, List<Turn>> open(Seat seat, Collection<Comment> said) {
        List<CommentId> matters = said.stream()
                .filter(comment -> comment.kind() != CommentKind.MESSAGE)
                .map(Comment::id)
                .toList();
        return matters.isEmpty() ? Map.of() : turns.openAbout(seat, matters);
    }

    private Map<CommentId, Comment> others(Seat seat, Collection<Comment> said, Map<CommentId, Question> asked) {
        Map<CommentId, Comment> known =
                said.stream().collect(Collectors.toMap(Comment::id, Function.identity(), (a, b) -> a, HashMap::new));
        Set<CommentId> wanted = new HashSet<>();
        said.stream().map(Comment::answers).filter(Objects::nonNull).forEach(wanted::add);
        for (Question question : asked.values()) {
            Stream.of(question.answer(), question.mergedInto())
                    .filter(Objects::nonNull)
                    .forEach(wanted::add);
        }
        wanted.removeAll(known.keySet());
        if (!wanted.isEmpty()) {
            comments.these(seat, wanted).forEach(comment -> known.put(comment.id(), comment));
        }
        return known;
    }

    private Map<CardId, Integer> numbers(Seat seat, Collection<Comment> said, Collection<Comment> others) {
        Set<CardId> here = said.stream().map(Comment::card).collect(Collectors.toSet());
        List<CardId> elsewhere = new ArrayList<>();
        others.stream().map(Comment::card).filter(card -> !here.contains(card)).forEach(elsewhere::add);
        return elsewhere.isEmpty()
                ? Map.of()
                : faces.these(seat, elsewhere).values().stream().collect(Collectors.toMap(Face::id, Face::number));
    }

    /** What else is shown anew with these comments: answers to questions among them, and questions merged into those. */
    List<CommentId> along(Seat seat, Collection<CommentId> touched) {
        return questions.along(seat, touched);
    }
}
