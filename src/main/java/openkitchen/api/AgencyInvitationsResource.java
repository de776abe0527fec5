package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Optional;
import openkitchen.id.InvitationId;
import openkitchen.people.AgencyRole;
import openkitchen.project.Invitations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/invitations")
@Tag(name = "Invitations")
class AgencyInvitationsResource {

    private final Invitations invitations;

    AgencyInvitationsResource(Invitations invitations) {
        this.invitations = invitations;
    }

    @Schema(name = "NewAgencyInvitation")
    record NewAgencyInvitation(
            @Schema(maxLength = 120) @Nullable String name,
            @Nullable String email,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"owner", "account", "specialist"})
            @Nullable
            String role) {}

    @GetMapping
    @Operation(
            operationId = "listAgencyInvitations",
            summary = "List the open invitations to the agency",
            description = "Empty for others than owners and accounts.")
    ResponseEntity<Page<InvitationView>> list(Asking asking) {
        return asking.answer(Page.whole(invitations.ofAgency(asking.viewer()).stream()
                .map(InvitationView::of)
                .toList()));
    }

    @PostMapping
    @AdminScope
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "inviteToAgency",
            summary = "Invite somebody to the agency",
            description = "Owners and accounts may; only an owner makes an owner.")
    InvitationView.Sent add(Asking asking, @RequestBody NewAgencyInvitation wanted) {
        return InvitationView.Sent.of(invitations.toAgency(
                asking.viewer(),
                Input.line(wanted.name()),
                wanted.email() == null ? null : Input.line(wanted.email()),
                Input.choice("role", wanted.role(), AgencyInvitationsResource::role)));
    }

    private static Optional<AgencyRole> role(String code) {
        return Arrays.stream(AgencyRole.values())
                .filter(role -> role.code().equals(code))
                .findFirst();
    }

    @DeleteMapping("/{id}")
    @AdminScope
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeAgencyInvitation", summary = "Revoke an invitation to the agency")
    void revoke(Asking asking, @PathVariable long id) {
        invitations.revoke(asking.viewer(), new InvitationId(id));
    }
}
