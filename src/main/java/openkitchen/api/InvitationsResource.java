package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import openkitchen.id.InvitationId;
import openkitchen.id.PersonId;
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
@RequestMapping("/api/v1/projects/{key}/invitations")
@Tag(name = "Invitations", description = "Links by which people come in. Each works once, for a fortnight.")
class InvitationsResource {

    private final Invitations invitations;

    InvitationsResource(Invitations invitations) {
        this.invitations = invitations;
    }

    @Schema(name = "NewInvitation")
    record NewInvitation(
            @Schema(maxLength = 120) @Nullable String name,
            @Nullable String email,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "What they will be on the project; all of one side.",
                    allowableValues = {
                        "account",
                        "seo",
                        "ppc",
                        "social",
                        "development",
                        "design",
                        "analytics",
                        "copywriting",
                        "lead",
                        "member"
                    })
            @Nullable
            List<String> roles,

            @Schema(description = "Somebody of the team known by name alone, whose place the guest takes.") @Nullable
            Long person) {}

    @GetMapping
    @Operation(
            operationId = "listInvitations",
            summary = "List a project's open invitations",
            description = "Empty for others than its account and the owner.")
    ResponseEntity<Page<InvitationView>> list(Asking asking, @PathVariable String key) {
        return asking.answer(Page.whole(invitations.of(asking.seat(key)).stream()
                .map(InvitationView::of)
                .toList()));
    }

    @PostMapping
    @AdminScope
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "invite",
            summary = "Invite somebody onto a project's team",
            description = "Answers with the link to send. The project's account and the owner may.")
    InvitationView.Sent add(Asking asking, @PathVariable String key, @RequestBody NewInvitation wanted) {
        return InvitationView.Sent.of(invitations.toProject(
                asking.seat(key),
                Input.line(wanted.name()),
                wanted.email() == null ? null : Input.line(wanted.email()),
                Input.roles("roles", wanted.roles()),
                Input.id(wanted.person(), PersonId::new)));
    }

    @DeleteMapping("/{id}")
    @AdminScope
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeInvitation", summary = "Revoke an invitation to a project")
    void revoke(Asking asking, @PathVariable String key, @PathVariable long id) {
        invitations.revoke(asking.seat(key), new InvitationId(id));
    }
}
