package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import openkitchen.turn.Awaited;
import openkitchen.turn.Pause;
import openkitchen.turn.Turn;
import org.jspecify.annotations.Nullable;

@Schema(name = "Turn", description = "Somebody is waited for.")
record TurnView(
        long id,

        @Schema(description = "The project's key.") String project,

        @Schema(description = "The card's number there.") int card,

        @Schema(description = "The question, remark or decision that it is about.") @Nullable
        Long comment,

        @Schema(
                description =
                        "What for: to answer a question, to say more about one's own, to mend what was remarked, to confirm "
                                + "that it was, to see to a remark that was raised again, to decide about one that was declined, "
                                + "to check a decision, to settle an objection.",
                allowableValues = {"answer", "clarify", "mend", "confirm", "raised", "appeal", "check", "objection"})
        String purpose,

        @Schema(description = "The discipline that checks a decision.") @Nullable
        String discipline,

        @Schema(
                description = "Which side is waited for.",
                allowableValues = {"agency", "client"})
        String side,

        @Schema(description = "Anybody of this role is waited for; `owner` is the agency's owner.") @Nullable
        String role,

        @Schema(description = "This person alone is waited for. Neither role nor person: anybody of the side.")
        @Nullable
        Long person,

        boolean urgent,

        @Schema(description = "Since when.") Instant opened,

        @Schema(description = "Who waits.") @Nullable Long opener,

        @Schema(description = "Until when it was promised, or the term that whoever waits has set; null for neither.")
        @Nullable
        Instant due,

        @Schema(
                description = "Why the clock stands still: the asker has to say more, or the project is paused.",
                allowableValues = {"asker", "project"})
        @Nullable
        String paused,

        @Schema(description = "Since when the clock stands still.") @Nullable
        Instant pausedSince) {

    static TurnView of(String project, int card, Turn turn) {
        Awaited awaited = turn.awaited();
        Pause pause = turn.pause();
        return new TurnView(
                turn.id().value(),
                project,
                card,
                turn.comment() == null ? null : turn.comment().value(),
                turn.purpose().code(),
                turn.topic().isEmpty() ? null : turn.topic(),
                awaited.side().code(),
                awaited.roleCode(),
                awaited.person() == null ? null : awaited.person().value(),
                turn.urgent(),
                turn.opened(),
                turn.opener() == null ? null : turn.opener().value(),
                turn.due(),
                pause == null ? null : pause.why().code(),
                pause == null ? null : pause.since());
    }
}
