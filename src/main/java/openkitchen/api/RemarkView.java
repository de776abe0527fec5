package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import openkitchen.talk.Remark;
import org.jspecify.annotations.Nullable;

@Schema(name = "Remark", description = "What became of a comment that says what is to be put right.")
record RemarkView(
        @Schema(description = "The comment's id.") long id,

        @Schema(description = "The card's number.") int card,

        @Schema(description = "The id of who made it.") long author,

        @Schema(description = "Its number in the project, as in R-7.")
        int number,

        @Schema(
                description = "Whether the card may be done while it is open.",
                allowableValues = {"must", "suggestion"})
        String weight,

        @Schema(allowableValues = {"open", "fixed", "confirmed", "declined", "appealed", "settled", "withdrawn"})
        String state,

        @Schema(description = "How many times it was raised, from 1.")
        int raised,

        @Schema(description = "Where it was fixed.") String fixedIn,

        @Schema(description = "Why it was declined, or how it was settled.")
        String reason,

        @Schema(description = "When its state last changed.")
        Instant changed,

        @Nullable Long changedBy,

        @Schema(description = "Who is waited for now.") List<TurnView> turns) {

    static RemarkView of(Remark remark, int card, List<TurnView> turns) {
        return new RemarkView(
                remark.id().value(),
                card,
                remark.author().value(),
                remark.number(),
                remark.weight().code(),
                remark.state().code(),
                remark.raised(),
                remark.fixedIn(),
                remark.reason(),
                remark.changed(),
                remark.changedBy() == null ? null : remark.changedBy().value(),
                turns);
    }
}
