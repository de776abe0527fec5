package openkitchen.turn;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.people.AgencyRole;
import openkitchen.people.Person;
import openkitchen.people.Viewer;
import openkitchen.project.Status;

/**
 * Where somebody may be waited for now, and as what: in the projects that they are on, for the roles that they have there. While
 * somebody for whom they stand in is away, for that one and for that one's roles, too.
 *
 * @param absent for whom they stand in now
 * @param places the projects that they are on
 */
public record Standing(Viewer viewer, List<Person> absent, Map<ProjectId, Place> places) {

    /**
     * A project, seen from whoever is waited for.
     *
     * @param own the codes of their own roles in it
     * @param roles the same with those of the people for whom they stand in
     */
    record Place(Status status, Set<String> own, Set<String> roles) {

        Place and(Collection<String> more) {
            return new Place(status, own, union(roles, more));
        }
    }

    private static Set<String> union(Collection<String> some, Collection<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** As whom they are waited for by name. */
    List<PersonId> people() {
        return Stream.concat(Stream.of(viewer.person()), absent.stream().map(Person::id))
                .toList();
    }

    /** As what they are waited for anywhere. */
    List<String> roles() {
        return places.values().stream()
                .flatMap(place -> place.roles().stream())
                .distinct()
                .toList();
    }

    List<ProjectId> projects(Status status) {
        return places.entrySet().stream()
                .filter(place -> place.getValue().status() == status)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The live projects in which they themselves have the role. */
    List<ProjectId> live(String role) {
        return projects(Status.LIVE).stream()
                .filter(project ->
                        Objects.requireNonNull(places.get(project)).own().contains(role))
                .toList();
    }

    /** Whether this waits for them. */
    boolean awaits(Turn turn) {
        Place place = places.get(turn.project());
        return switch (turn.awaited()) {
            case Awaited.Someone(PersonId person, var side) -> people().contains(person);
            case Awaited.OfRole(var role) -> place != null && place.roles().contains(role.code());
            case Awaited.OfSide(var side) -> place != null && side == viewer.side();
            case Awaited.Owner() ->
                viewer.owner() || absent.stream().anyMatch(person -> person.role() == AgencyRole.OWNER);
        };
    }
}
