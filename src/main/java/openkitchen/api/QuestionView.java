package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import openkitchen.id.CommentId;
import openkitchen.talk.Question;
import org.jspecify.annotations.Nullable;

@Schema(name = "Question", description = "What became of a comment that waits for an answer.")
record QuestionView(
        @Schema(description = "The comment's id.") long id,

        @Schema(description = "The card's number.") int card,

        @Schema(description = "The id of who asks.") long asker,

        @Schema(
                allowableValues = {
                    "open",
                    "waiting",
                    "answered",
                    "reopened",
                    "redirected",
                    "merged",
                    "off_topic",
                    "card",
                    "withdrawn"
                })
        String state,

        @Schema(description = "To whom its asker put it: team, client, a role's code, or person:ID.")
        String to,

        boolean urgent,

        @Schema(description = "Urgent, though the month's urgent questions were used up.")
        boolean overQuota,

        @Schema(
                description = "How big it is, as who answers says.",
                allowableValues = {"quick", "deep"})
        @Nullable
        String depth,

        @Schema(description = "The promise that was shown when it was asked.") @Nullable
        Instant promised,

        @Schema(description = "How often the answer was not what was asked.")
        int reopened,

        @Schema(description = "How often it was put to somebody else.")
        int redirected,

        @Schema(description = "The comment that answers it.") @Nullable
        Long answer,

        @Schema(description = "The earlier question that asks the same.") @Nullable
        Long mergedInto,

        @Schema(description = "The number of the card that it became.") @Nullable
        Integer cardMade,

        @Schema(description = "Why it is off-topic, or was put to somebody else.")
        String reason,

        @Nullable Instant settled,
        @Nullable Long settledBy,

        @Schema(description = "Who is waited for now.") List<TurnView> turns) {

    static QuestionView of(Question question, int card, List<TurnView> turns) {
        return new QuestionView(
                question.id().value(),
                card,
                question.asker().value(),
                question.state().code(),
                question.askedOf(),
                question.urgent(),
                question.overQuota(),
                question.depth() == null ? null : question.depth().code(),
                question.promised(),
                question.reopened(),
                question.redirected(),
                value(question.answer()),
                value(question.mergedInto()),
                question.cardMade(),
                question.reason(),
                question.settled(),
                question.settledBy() == null ? null : question.settledBy().value(),
                turns);
    }

    private static @Nullable Long value(@Nullable CommentId id) {
        return id == null ? null : id.value();
    }
}
