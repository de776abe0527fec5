package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import openkitchen.talk.Decision;
import org.jspecify.annotations.Nullable;

@Schema(name = "Decision", description = "What those whom a decision affects say to it.")
record DecisionView(
        @Schema(description = "The comment's id.") long id,

        @Schema(description = "The card's number.") int card,

        @Schema(description = "The id of who decided.") long author,

        @Schema(allowableValues = {"asked", "fine", "objected", "settled", "withdrawn"})
        String state,

        @Schema(description = "Why it was decided so.") String reason,

        @Schema(description = "How an objection was settled.")
        String outcome,

        @Schema(description = "One for each discipline that it affects.")
        List<Check> checks,

        @Schema(description = "Who is waited for now.") List<TurnView> turns) {

    @Schema(name = "DecisionCheck")
    record Check(
            String discipline,

            @Schema(
                    description = "Null while it was not said.",
                    allowableValues = {"fine", "objection"})
            @Nullable
            String verdict,

            @Schema(description = "Why it is objected to.") String reason,
            @Nullable Instant at,
            @Nullable Long by) {

        static Check of(Decision.Check check) {
            return new Check(
                    check.discipline().code(),
                    check.verdict() == null ? null : check.verdict().code(),
                    check.reason(),
                    check.at(),
                    check.by() == null ? null : check.by().value());
        }
    }

    static DecisionView of(Decision decision, int card, List<TurnView> turns) {
        return new DecisionView(
                decision.id().value(),
                card,
                decision.author().value(),
                decision.state().code(),
                decision.reason(),
                decision.outcome(),
                decision.checks().stream().map(Check::of).toList(),
                turns);
    }
}
