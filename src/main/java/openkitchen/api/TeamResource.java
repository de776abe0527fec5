package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import openkitchen.id.PersonId;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Mate;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/team")
@Tag(name = "Team", description = "Who is on a project, of both sides.")
class TeamResource {

    private final Team team;

    TeamResource(Team team) {
        this.team = team;
    }

    @Schema(name = "Member")
    record MateView(
            PersonView person,

            @Schema(
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
            List<String> roles,

            @Schema(description = "What they do here, in words.")
            String duty) {

        static MateView of(Mate mate, Viewer viewer) {
            return new MateView(
                    PersonView.of(mate.person(), viewer),
                    mate.roles().stream().map(Role::code).toList(),
                    mate.duty());
        }
    }

    @Schema(name = "MemberPlace")
    record Place(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "All of the person's own side: `lead` and `member` are the client's.",
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

            @Schema(maxLength = 200) @Nullable String duty) {}

    @GetMapping
    @Operation(operationId = "listTeam", summary = "List a project's team")
    ResponseEntity<Page<MateView>> list(Asking asking, @PathVariable String key) {
        return asking.answer(Page.whole(team.of(asking.seat(key)).stream()
                .map(mate -> MateView.of(mate, asking.viewer()))
                .toList()));
    }

    @PutMapping("/{person}")
    @AdminScope
    @Operation(
            operationId = "setMember",
            summary = "Put a person on the team, or change what they are there",
            description = "The project's account and the owner may.")
    MateView set(Asking asking, @PathVariable String key, @PathVariable long person, @RequestBody Place wanted) {
        Seat seat = asking.seat(key);
        PersonId id = new PersonId(person);
        team.set(seat, id, Input.roles("roles", wanted.roles()), Input.line(wanted.duty()));
        return team.of(seat).stream()
                .filter(mate -> mate.person().id().equals(id))
                .map(mate -> MateView.of(mate, asking.viewer()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @DeleteMapping("/{person}")
    @AdminScope
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeMember",
            summary = "Take a person off the team",
            description = "They lose sight of the project at once.")
    void remove(Asking asking, @PathVariable String key, @PathVariable long person) {
        team.remove(asking.seat(key), new PersonId(person));
    }
}
