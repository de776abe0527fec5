package openkitchen.project;

import java.util.Set;
import openkitchen.id.ProjectId;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.problem.Forbidden;

/**
 * A viewer's place in a project: the proof that they were let in, and what they are there. Every room takes a seat where it
 * shows or changes something of a project, so nothing can be reached without one. It is made only by {@link Projects}, and holds
 * for one request: whoever comes again asks again.
 *
 * @param version number of the project's last event when the seat was taken
 */
public record Seat(ProjectId project, String key, long version, Viewer viewer, Set<Role> roles) {

    public Side side() {
        return viewer.side();
    }

    /** May set the team, the terms and the project itself: its account, and the agency's owner. */
    public boolean manages() {
        return viewer.owner() || roles.contains(Role.ACCOUNT);
    }

    /** May decide for the client. */
    public boolean decides() {
        return roles.contains(Role.LEAD);
    }

    /** @throws Forbidden for everybody else */
    public void mustManage() {
        if (!manages()) {
            throw new Forbidden("error.only_account");
        }
    }
}
