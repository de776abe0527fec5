package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import openkitchen.project.Invitations;
import openkitchen.project.Role;
import org.jspecify.annotations.Nullable;

@Schema(name = "Invitation")
record InvitationView(
        long id,

        @Schema(description = "Null for one to the agency itself.") @Nullable
        String project,

        String name,
        @Nullable String email,

        @Schema(allowableValues = {"agency", "client"}) String side,

        @Nullable String agencyRole,
        List<String> roles,

        @Schema(description = "Whose place it is, for somebody known by name alone.") @Nullable
        Long person,

        String invitedBy,
        Instant created,
        Instant expires) {

    @Schema(name = "SentInvitation")
    record Sent(
            long id,

            @Schema(
                    description = "The path of the link for the guest. It is shown only this once.",
                    example = "/invitation/…")
            String link) {

        static Sent of(Invitations.Sent sent) {
            return new Sent(sent.id().value(), "/invitation/" + sent.secret().token());
        }
    }

    static InvitationView of(Invitations.Invitation invitation) {
        return new InvitationView(
                invitation.id().value(),
                invitation.projectKey(),
                invitation.name(),
                invitation.email(),
                invitation.side().code(),
                invitation.agencyRole() == null ? null : invitation.agencyRole().code(),
                invitation.roles().stream().map(Role::code).toList(),
                invitation.person() == null ? null : invitation.person().value(),
                invitation.invitedBy(),
                invitation.since(),
                invitation.expires());
    }
}
