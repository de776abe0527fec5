package openkitchen.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.project.Mate;
import openkitchen.project.Role;
import openkitchen.project.Team;
import openkitchen.window.AnswerWindows;
import openkitchen.window.Schedule;
import openkitchen.window.Span;
import org.springframework.stereotype.Component;

/**
 * Until when somebody answers: the end of the next answer window, of whoever is waited for, that leaves enough time
 * (`product.md` 5.4). Only the agency's people promise; a client is waited for without a term.
 */
@Component
public class Promises {

    /** So much of a window must be left for it to count. */
    public static final Duration LEAD = Duration.ofMinutes(30);

    /** The same for what is urgent. */
    public static final Duration URGENT_LEAD = Duration.ofMinutes(10);

    private final Team team;
    private final People people;
    private final AnswerWindows windows;

    Promises(Team team, People people, AnswerWindows windows) {
        this.team = team;
        this.people = people;
        this.windows = windows;
    }

    /**
     * A promise.
     *
     * @param by who is the first to answer; a substitute while the person asked is away
     * @param window in which they answer: its end is the promise
     */
    public record Promise(PersonId by, Span window) {

        public Instant due() {
            return window.until();
        }
    }

    /** What is promised to whoever asks now; empty where nobody has windows, or the client is asked. */
    public Optional<Promise> of(ProjectId project, Awaited awaited, Instant asked, boolean urgent) {
        return of(project, awaited, asked, urgent ? URGENT_LEAD : LEAD);
    }

    Optional<Promise> of(ProjectId project, Awaited awaited, Instant asked, Duration lead) {
        if (awaited.side() == Side.CLIENT) {
            return Optional.empty();
        }
        Set<PersonId> present = present(project);
        Set<PersonId> who = who(project, awaited);
        Map<PersonId, Schedule> schedules = windows.of(
                Stream.concat(who.stream(), present.stream()).distinct().toList());
        return who.stream()
                .map(person -> substituted(person, asked, present, schedules))
                .flatMap(person -> promise(person, Objects.requireNonNull(schedules.get(person)), asked, lead))
                .min(Comparator.comparing(Promise::due));
    }

    private static Stream<Promise> promise(PersonId person, Schedule schedule, Instant asked, Duration lead) {
        return schedule.promise(asked, lead).map(window -> new Promise(person, window)).stream();
    }

    /** Who stands in while the person is away, when they are on the project; else the person. */
    private static PersonId substituted(
            PersonId person, Instant at, Set<PersonId> present, Map<PersonId, Schedule> schedules) {
        return Optional.ofNullable(schedules.get(person))
                .flatMap(schedule -> schedule.substitute(at))
                .filter(present::contains)
                .orElse(person);
    }

    private Set<PersonId> present(ProjectId project) {
        return mates(team.of(project), mate -> mate.side() == Side.AGENCY);
    }

    /** Those who may answer for whoever is waited for. */
    public Set<PersonId> who(ProjectId project, Awaited awaited) {
        return switch (awaited) {
            case Awaited.Someone(PersonId person, Side side) -> Set.of(person);
            case Awaited.OfRole(Role role) ->
                mates(team.of(project), mate -> mate.roles().contains(role));
            case Awaited.Owner() ->
                people.ofAgency().stream()
                        .filter(person -> person.role() == AgencyRole.OWNER && !person.left())
                        .map(Person::id)
                        .collect(Collectors.toSet());
            case Awaited.OfSide(Side side) -> mates(team.of(project), mate -> mate.side() == side);
        };
    }

    private static Set<PersonId> mates(Collection<Mate> team, Predicate<Mate> which) {
        return team.stream()
                .filter(which.and(mate -> !mate.person().left()))
                .map(mate -> mate.person().id())
                .collect(Collectors.toSet());
    }

    /** Somebody of this role if there is one; else the account, else the owner: nobody is asked in vain. */
    public Awaited role(ProjectId project, Role role) {
        List<Mate> mates = team.of(project);
        if (has(mates, role)) {
            return new Awaited.OfRole(role);
        }
        return role.side() == Side.CLIENT ? new Awaited.OfSide(Side.CLIENT) : account(mates);
    }

    /** The project's account; the owner where there is none. */
    public Awaited account(ProjectId project) {
        return account(team.of(project));
    }

    private static Awaited account(List<Mate> mates) {
        return has(mates, Role.ACCOUNT) ? new Awaited.OfRole(Role.ACCOUNT) : new Awaited.Owner();
    }

    private static boolean has(List<Mate> mates, Role role) {
        return mates.stream()
                .anyMatch(mate -> mate.roles().contains(role) && !mate.person().left());
    }

    /** This person while they are on the project; else whoever takes over for their side. */
    public Awaited person(ProjectId project, PersonId person, Side side) {
        List<Mate> mates = team.of(project);
        Person whom = people.one(person);
        boolean here = whom.role() == AgencyRole.OWNER // who sees every project needs no place in one
                || mates.stream().anyMatch(mate -> mate.person().id().equals(person));
        if (here && !whom.left()) {
            return new Awaited.Someone(person, side);
        }
        return side == Side.CLIENT ? new Awaited.OfSide(Side.CLIENT) : account(mates);
    }
}
