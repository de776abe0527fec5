package openkitchen.site;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.material.Approval;
import openkitchen.material.Pins;
import openkitchen.people.Person;
import openkitchen.talk.Comment;
import openkitchen.talk.Decision;
import openkitchen.talk.Question;
import openkitchen.talk.Remark;
import openkitchen.turn.Turn;

/**
 * What is known of some comments beside their words.
 *
 * @param pins where those of them stand in a material that do
 * @param approvals what those of them put before the client that do
 * @param turns what is open about each of them, oldest first
 * @param others the comments themselves and those to which they refer, wherever those stand: what they answer, what answers
 *     them, what they are merged into
 * @param numbers numbers of other cards on which some of these stand
 * @param people all who are named in it
 */
record Conversation(
        Map<CommentId, Question> questions,
        Map<CommentId, Remark> remarks,
        Map<CommentId, Decision> decisions,
        Map<CommentId, Pins.At> pins,
        Map<CommentId, List<Approval>> approvals,
        Map<CommentId, List<Turn>> turns,
        Map<CommentId, Comment> others,
        Map<CardId, Integer> numbers,
        Map<PersonId, Person> people) {

    static final Conversation NONE =
            new Conversation(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    List<Turn> about(CommentId comment) {
        return turns.getOrDefault(comment, List.of());
    }

    /** All that is open about them, the most pressing first. */
    List<Turn> open() {
        return turns.values().stream()
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing((Turn turn) -> turn.pause() != null)
                        .thenComparing(Turn::urgent, Comparator.reverseOrder())
                        .thenComparing(Turn::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Turn::opened))
                .toList();
    }

    /** The board on which everybody is known who is named here. */
    BoardView on(BoardView board) {
        if (board.people().keySet().containsAll(people.keySet())) {
            return board;
        }
        Map<PersonId, Person> known = new HashMap<>(people);
        known.putAll(board.people());
        return board.with(known);
    }
}
