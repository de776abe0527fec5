package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.id.PersonId;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.problem.NotFound;
import openkitchen.project.Mate;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Team;
import openkitchen.window.AnswerWindows;
import openkitchen.window.Schedule;
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
    private final AnswerWindows windows;
    private final Clock clock;

    TeamResource(Team team, AnswerWindows windows, Clock clock) {
        this.team = team;
        this.windows = windows;
        this.clock = clock;
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
            String duty,

            @Schema(description = "Of the agency's people: when they answer.") @Nullable
            NextAnswerView next) {}

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
        return asking.answer(Page.whole(views(asking, team.of(asking.seat(key)))));
    }

    private List<MateView> views(Asking asking, List<Mate> mates) {
        Instant now = clock.instant();
        Map<PersonId, Schedule> schedules = windows.of(mates.stream()
                .map(Mate::person)
                .filter(person -> person.side() == Side.AGENCY && !person.left())
                .map(Person::id)
                .toList());
        return mates.stream()
                .map(mate -> new MateView(
                        PersonView.of(mate.person(), asking.viewer()),
                        mate.roles().stream().map(Role::code).toList(),
                        mate.duty(),
                        Optional.ofNullable(schedules.get(mate.person().id()))
                                .map(schedule -> NextAnswerView.of(schedule, now))
                                .orElse(null)))
                .toList();
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
        List<Mate> mate = team.of(seat).stream()
                .filter(one -> one.person().id().equals(id))
                .toList();
        return views(asking, mate).stream().findFirst().orElseThrow(NotFound::new);
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
