package openkitchen.site;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openkitchen.board.Wait;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.people.Person;
import openkitchen.project.Mate;
import openkitchen.talk.Address;
import openkitchen.talk.Comment;
import openkitchen.talk.Decision;
import openkitchen.talk.Question;
import openkitchen.talk.Remark;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes comments as they stand in the talk on a card. They are the same for everybody: who may do what with them is told by
 * attributes ({@code data-for}), and the page shows each reader their own.
 */
@Component
class TalkPieces {

    private final CardPieces cards;
    private final Views views;

    TalkPieces(CardPieces cards, Views views) {
        this.cards = cards;
        this.views = views;
    }

    String comment(BoardView board, int number, CommentView comment) {
        return views.piece("card/comment", Map.of("board", board, "number", number, "comment", comment));
    }

    /** @param board on which everybody is known whom the talk names, see {@link Conversation#on} */
    List<CommentView> views(BoardView board, int number, List<Comment> comments, Conversation talk) {
        return comments.stream()
                .map(comment -> view(board, number, comment, talk))
                .toList();
    }

    CommentView view(BoardView board, int number, Comment comment, Conversation talk) {
        Teller teller = new Teller(board, number, talk);
        return new CommentView(
                comment,
                Objects.requireNonNull(board.people().get(comment.author())),
                cards.html(board, comment.body()),
                teller.person(comment.deletedBy()),
                teller.reply(comment),
                teller.question(comment),
                teller.remark(comment),
                teller.decision(comment),
                talk.pins().get(comment.id()),
                teller.approvals(comment),
                teller.waits(comment));
    }

    /** Tells what is known of a comment on a card. */
    private record Teller(BoardView board, int number, Conversation talk) {

        @Nullable
        Person person(@Nullable PersonId id) {
            return id == null ? null : board.people().get(id);
        }

        @Nullable
        Quote quote(@Nullable CommentId id) {
            Comment comment = id == null ? null : talk.others().get(id);
            if (comment == null) {
                return null;
            }
            int there = talk.numbers().getOrDefault(comment.card(), number);
            return new Quote(
                    comment.id(),
                    board.path() + "/cards/" + there + "#comment-" + comment.id(),
                    Optional.ofNullable(person(comment.author()))
                            .map(author -> Initials.first(author.name()))
                            .orElse(""),
                    comment.deleted() == null ? Quote.beginning(comment.body()) : board.say("comment.removed"));
        }

        @Nullable
        ReplyView reply(Comment comment) {
            Quote to = quote(comment.answers());
            if (to == null) {
                return null;
            }
            Question question = talk.questions().get(to.id());
            if (question == null || !comment.id().equals(question.answer())) {
                return new ReplyView(to, ReplyView.As.REPLY);
            }
            return new ReplyView(to, question.state().open() ? ReplyView.As.MISSED : ReplyView.As.ANSWER);
        }

        @Nullable
        QuestionView question(Comment comment) {
            Question question = talk.questions().get(comment.id());
            if (question == null) {
                return null;
            }
            CommentId merged = question.mergedInto();
            Question earlier = merged == null ? null : talk.questions().get(merged);
            Person asker = person(question.asker());
            return new QuestionView(
                    question,
                    to(question.askedOf()),
                    Objects.requireNonNull(asker).side(),
                    waits(comment),
                    quote(question.answer()),
                    quote(merged),
                    earlier == null ? null : quote(earlier.answer()),
                    person(question.settledBy()));
        }

        private String to(String code) {
            return switch (Address.find(code).orElse(new Address.Team())) {
                case Address.Team team -> board.say("talk.to.team");
                case Address.Client client -> board.say("talk.to.client");
                case Address.OfRole(openkitchen.project.Role role) -> board.say(Mentionables.role(role));
                case Address.To(PersonId id) ->
                    Optional.ofNullable(person(id)).map(Person::name).orElse("");
            };
        }

        @Nullable
        RemarkView remark(Comment comment) {
            Remark remark = talk.remarks().get(comment.id());
            if (remark == null) {
                return null;
            }
            boolean here = board.team().stream()
                    .map(Mate::person)
                    .anyMatch(person -> person.id().equals(remark.author()) && !person.left());
            Person author = Objects.requireNonNull(person(remark.author()));
            return new RemarkView(
                    remark,
                    waits(comment),
                    person(remark.changedBy()),
                    here || author.role() == openkitchen.people.AgencyRole.OWNER
                            ? "author"
                            : "author " + author.side().code());
        }

        @Nullable
        DecisionView decision(Comment comment) {
            Decision decision = talk.decisions().get(comment.id());
            if (decision == null) {
                return null;
            }
            List<Turn> turns = talk.about(comment.id());
            return new DecisionView(
                    decision,
                    decision.checks().stream()
                            .map(check -> new DecisionView.CheckView(check, awaited(turns, check), person(check.by())))
                            .toList(),
                    turns.stream()
                            .filter(turn -> turn.purpose() == Purpose.OBJECTION)
                            .map(Turns::onFace)
                            .toList());
        }

        List<ApprovalView> approvals(Comment comment) {
            return talk.approvals().getOrDefault(comment.id(), List.of()).stream()
                    .map(approval -> ApprovalView.of(approval, this::person))
                    .toList();
        }

        private static @Nullable Wait awaited(List<Turn> turns, Decision.Check check) {
            return turns.stream()
                    .filter(turn -> turn.purpose() == Purpose.CHECK
                            && turn.topic().equals(check.discipline().code()))
                    .findFirst()
                    .map(Turns::onFace)
                    .orElse(null);
        }

        private List<Wait> waits(Comment comment) {
            return talk.about(comment.id()).stream().map(Turns::onFace).toList();
        }
    }
}
