package openkitchen.site;

import java.util.Collection;
import openkitchen.project.Mate;
import openkitchen.project.Role;

/** What people are on a project, in words. */
public final class RoleWords {

    private RoleWords() {}

    public static String of(Visit visit, Role role) {
        return visit.say(Mentionables.role(role));
    }

    public static String of(Visit visit, Collection<Role> roles) {
        return Mentionables.what(visit.words(), roles);
    }

    /** The roles and, where it is said, what they do. */
    public static String what(Visit visit, Mate mate) {
        String roles = of(visit, mate.roles());
        return mate.duty().isBlank() ? roles : roles + " · " + mate.duty();
    }
}
