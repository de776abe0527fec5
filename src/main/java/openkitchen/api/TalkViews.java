package openkitchen.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.board.Whereabouts;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.ProjectId;
import openkitchen.project.Seat;
import openkitchen.talk.Comment;
import openkitchen.talk.Decision;
import openkitchen.talk.Decisions;
import openkitchen.talk.Question;
import openkitchen.talk.Questions;
import openkitchen.talk.Remark;
import openkitchen.talk.Remarks;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.springframework.stereotype.Component;

/** Puts together what is sent of talk: a comment, what it asks for, and who is waited for. A few statements, however many. */
@Component
class TalkViews {

    private final Questions questions;
    private final Remarks remarks;
    private final Decisions decisions;
    private final Turns turns;
    private final Whereabouts whereabouts;

    TalkViews(Questions questions, Remarks remarks, Decisions decisions, Turns turns, Whereabouts whereabouts) {
        this.questions = questions;
        this.remarks = remarks;
        this.decisions = decisions;
        this.turns = turns;
        this.whereabouts = whereabouts;
    }

    CommentView comment(Seat seat, Comment comment) {
        return comments(seat, List.of(comment)).getFirst();
    }

    /** Comments of one project. */
    List<CommentView> comments(Seat seat, List<Comment> comments) {
        List<CommentId> asking = comments.stream()
                .filter(comment -> comment.deleted() == null)
                .filter(comment -> switch (comment.kind()) {
                    case MESSAGE, APPROVAL -> false;
                    case QUESTION, REMARK, DECISION -> true;
                })
                .map(Comment::id)
                .toList();
        Map<CommentId, QuestionView> asked =
                byId(questions(seat, questions.these(seat, asking).values()), QuestionView::id);
        Map<CommentId, RemarkView> remarked =
                byId(remarks(seat, remarks.these(seat, asking).values()), RemarkView::id);
        Map<CommentId, DecisionView> decided =
                byId(decisions(seat, decisions.these(seat, asking).values()), DecisionView::id);
        return comments.stream()
                .map(comment -> CommentView.of(
                        comment, asked.get(comment.id()), remarked.get(comment.id()), decided.get(comment.id())))
                .toList();
    }

    private static <T> Map<CommentId, T> byId(List<T> views, java.util.function.ToLongFunction<T> id) {
        return views.stream().collect(Collectors.toMap(view -> new CommentId(id.applyAsLong(view)), view -> view));
    }

    List<QuestionView> questions(Seat seat, Collection<Question> found) {
        Around around = around(
                seat,
                found.stream().map(Question::id).toList(),
                found.stream().map(Question::card).toList());
        return found.stream()
                .map(one -> QuestionView.of(one, around.number(one.card()), around.turns(one.id(), one.card())))
                .toList();
    }

    List<RemarkView> remarks(Seat seat, Collection<Remark> found) {
        Around around = around(
                seat,
                found.stream().map(Remark::id).toList(),
                found.stream().map(Remark::card).toList());
        return found.stream()
                .map(one -> RemarkView.of(one, around.number(one.card()), around.turns(one.id(), one.card())))
                .toList();
    }

    List<DecisionView> decisions(Seat seat, Collection<Decision> found) {
        Around around = around(
                seat,
                found.stream().map(Decision::id).toList(),
                found.stream().map(Decision::card).toList());
        return found.stream()
                .map(one -> DecisionView.of(one, around.number(one.card()), around.turns(one.id(), one.card())))
                .toList();
    }

    /** What stands around some comments of a project: the numbers of their cards, and who is waited for about them. */
    private record Around(String project, Map<CardId, Whereabouts.Spot> cards, Map<CommentId, List<Turn>> open) {

        int number(CardId card) {
            return Objects.requireNonNull(cards.get(card)).number();
        }

        List<TurnView> turns(CommentId comment, CardId card) {
            return open.getOrDefault(comment, List.of()).stream()
                    .map(turn -> TurnView.of(project, number(card), turn))
                    .toList();
        }
    }

    private Around around(Seat seat, List<CommentId> comments, List<CardId> cards) {
        return comments.isEmpty()
                ? new Around(seat.key(), Map.of(), Map.of())
                : new Around(
                        seat.key(), whereabouts.of(Set.of(seat.project()), cards), turns.openAbout(seat, comments));
    }

    /** Turns of several projects, in their order; such as have lost their card are left out. */
    List<TurnView> turns(List<Turn> found) {
        Set<ProjectId> projects = found.stream().map(Turn::project).collect(Collectors.toSet());
        Map<CardId, Whereabouts.Spot> cards = found.isEmpty()
                ? Map.of()
                : whereabouts.of(
                        projects,
                        found.stream().map(Turn::card).filter(Objects::nonNull).toList());
        return found.stream()
                .flatMap(turn -> {
                    Whereabouts.Spot card = turn.card() == null ? null : cards.get(turn.card());
                    return card == null
                            ? Stream.empty()
                            : Stream.of(TurnView.of(card.projectKey(), card.number(), turn));
                })
                .toList();
    }
}
