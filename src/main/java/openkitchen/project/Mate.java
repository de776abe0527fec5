package openkitchen.project;

import java.util.Set;
import openkitchen.people.Person;
import openkitchen.people.Side;

/** A person on a project's team, of either side, with what they are and do there. */
public record Mate(Person person, Set<Role> roles, String duty) {

    public Side side() {
        return person.side();
    }

    /** Whether they decide for the client, and are still there to do it. */
    public boolean decides() {
        return roles.contains(Role.LEAD) && !person.left();
    }
}
