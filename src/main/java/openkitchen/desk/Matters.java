package openkitchen.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.board.Whereabouts;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.id.TurnId;
import openkitchen.material.Approval;
import openkitchen.material.Approvals;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.project.Role;
import openkitchen.talk.Comment;
import openkitchen.talk.CommentKind;
import openkitchen.talk.Comments;
import openkitchen.talk.Question;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.turn.Awaited;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what stands around turns, for many at once: five statements. Only turns that whoever asks may see are to be given. */
@Component
class Matters {

    private final Whereabouts cards;
    private final Comments comments;
    private final Remarks remarks;
    private final Approvals approvals;
    private final People people;

    Matters(Whereabouts cards, Comments comments, Remarks remarks, Approvals approvals, People people) {
        this.cards = cards;
        this.comments = comments;
        this.remarks = remarks;
        this.approvals = approvals;
        this.people = people;
    }

    /** Whether it was put to the team, or to a role that nobody has, and fell to the account or the owner. */
    static boolean astray(Turn turn, @Nullable Question question) {
        boolean fell =
                turn.awaited() instanceof Awaited.Owner || turn.awaited().equals(new Awaited.OfRole(Role.ACCOUNT));
        return fell
                && turn.purpose() == Purpose.ANSWER
                && question != null
                && question.redirected() == 0
                && !question.askedOf().equals(Role.ACCOUNT.code())
                && !question.askedOf().startsWith("person:");
    }

    /** The matters of these turns, in their order; without those whose card or comment is gone meanwhile. */
    Map<TurnId, Matter> of(List<Turn> turns, Map<CommentId, Question> known, Map<TurnId, Instant> put) {
        if (turns.isEmpty()) {
            return Map.of();
        }
        Set<ProjectId> projects = turns.stream().map(Turn::project).collect(Collectors.toSet());
        Map<CardId, Whereabouts.Spot> spots = cards.of(projects, ids(turns, Turn::card));
        List<CommentId> about = ids(turns, Turn::comment);
        Map<CommentId, Comment> said = comments.these(projects, about).stream()
                .filter(comment -> comment.deleted() == null)
                .collect(Collectors.toMap(Comment::id, Function.identity()));
        Map<CommentId, Remark> remarked = remarks.these(
                projects,
                said.values().stream()
                        .filter(comment -> comment.kind() == CommentKind.REMARK)
                        .map(Comment::id)
                        .toList());
        Map<CommentId, List<Approval>> asked = approvals.asked(
                projects,
                said.values().stream()
                        .filter(comment -> comment.kind() == CommentKind.APPROVAL)
                        .map(Comment::id)
                        .toList());
        Map<PersonId, Person> persons = people.these(persons(turns, said.values()));
        Map<TurnId, Matter> matters = new LinkedHashMap<>();
        for (Turn turn : turns) {
            Whereabouts.Spot spot = turn.card() == null ? null : spots.get(turn.card());
            Comment comment = turn.comment() == null ? null : said.get(turn.comment());
            if (spot != null && comment != null) {
                Question question = known.get(comment.id());
                matters.put(
                        turn.id(),
                        new Matter(
                                turn,
                                spot,
                                comment,
                                Objects.requireNonNull(persons.get(comment.author())),
                                person(persons, turn.opener()),
                                person(persons, turn.awaited().person()),
                                question,
                                remarked.get(comment.id()),
                                asked.getOrDefault(comment.id(), List.of()),
                                astray(turn, question),
                                put.get(turn.id())));
            }
        }
        return matters;
    }

    private static <T> List<T> ids(List<Turn> turns, Function<Turn, @Nullable T> id) {
        return turns.stream()
                .flatMap(turn -> Optional.ofNullable(id.apply(turn)).stream())
                .distinct()
                .toList();
    }

    private static Set<PersonId> persons(List<Turn> turns, Collection<Comment> said) {
        return Stream.concat(
                        turns.stream()
                                .flatMap(turn -> Stream.of(
                                        Optional.ofNullable(turn.opener()),
                                        Optional.ofNullable(turn.awaited().person())))
                                .flatMap(Optional::stream),
                        said.stream().map(Comment::author))
                .collect(Collectors.toSet());
    }

    private static @Nullable Person person(Map<PersonId, Person> persons, @Nullable PersonId id) {
        return id == null ? null : persons.get(id);
    }
}
