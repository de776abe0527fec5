package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import openkitchen.id.FileId;
import openkitchen.id.PersonId;
import openkitchen.material.Approval;
import openkitchen.project.Role;
import org.jspecify.annotations.Nullable;

@Schema(name = "Approval", description = "One version that was put before the client, with what they decided.")
record ApprovalView(
        long id,

        @Schema(
                description =
                        "The comment with which it was asked; one ask may put several versions before the client.")
        long ask,

        @Schema(description = "The card's number.") int card,
        @Schema(description = "The material's id.") long material,
        @Schema(description = "The material's name.") String name,

        @Schema(description = "The number of the version that it is about.")
        int version,

        @Schema(description = "The number of the material's newest version.")
        int newest,

        @Schema(description = "Of the version.") String sha256,

        @Schema(
                description = "Whether one decision maker of the client decides, or each.",
                allowableValues = {"any", "all"})
        String needs,

        @Schema(allowableValues = {"asked", "approved", "remarks", "changes", "withdrawn", "superseded"})
        String state,

        @Nullable Instant due,
        Instant asked,
        long askedBy,
        @Nullable Instant settled,
        @Nullable Long settledBy,

        @Schema(description = "Whether it was settled because who had not decided is no decision maker any more.")
        boolean byTeamChange,

        @Schema(description = "Why it was withdrawn.") String reason,
        List<VoiceView> voices) {

    @Schema(name = "Voice", description = "What one decision maker decided.")
    record VoiceView(
            @Schema(allowableValues = {"approved", "remarks", "changes"})
            String verdict,

            long person,

            @Schema(description = "What the person was in the project when they decided.")
            List<String> roles,

            @Schema(allowableValues = {"page", "mail", "api", "elsewhere"})
            String way,

            Instant at,
            String comment,

            @Schema(description = "Of what they decided about.")
            String sha256,

            @Schema(description = "When it was written down.")
            Instant recorded,

            @Schema(description = "Who of the team wrote it down, when it was given elsewhere.") @Nullable
            Long recordedBy,

            @Schema(description = "How it is known, when it was given elsewhere.")
            String evidence,

            @Schema(description = "A file's id; its bytes are at the approval's `evidence`.") @Nullable
            Long evidenceFile) {

        static VoiceView of(Approval.Voice voice) {
            FileId file = voice.evidenceFile();
            return new VoiceView(
                    voice.verdict().code(),
                    voice.person().value(),
                    voice.roles().stream().sorted().map(Role::code).toList(),
                    voice.way().code(),
                    voice.at(),
                    voice.comment(),
                    voice.sha256(),
                    voice.recorded(),
                    value(voice.recordedBy()),
                    voice.evidence(),
                    file == null ? null : file.value());
        }
    }

    private static @Nullable Long value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    static ApprovalView of(Approval approval, int card) {
        return new ApprovalView(
                approval.id().value(),
                approval.ask().value(),
                card,
                approval.material().value(),
                approval.name(),
                approval.version(),
                approval.newest(),
                approval.sha256(),
                approval.needs().code(),
                approval.state().code(),
                approval.due(),
                approval.asked(),
                approval.askedBy().value(),
                approval.settled(),
                value(approval.settledBy()),
                approval.byTeamChange(),
                approval.reason(),
                approval.voices().stream().map(VoiceView::of).toList());
    }
}
