package openkitchen.site;

import java.util.List;
import java.util.stream.Collectors;
import openkitchen.project.Mate;
import openkitchen.project.Project;

/** A team where there is room for few faces. */
public final class TeamNames {

    private static final int ROOM = 7;

    private TeamNames() {}

    public static String of(Project project) {
        return project.team().stream().map(mate -> mate.person().name()).collect(Collectors.joining(", "));
    }

    public static List<Mate> first(Project project) {
        return first(project, ROOM);
    }

    public static List<Mate> first(Project project, int room) {
        return project.team().subList(0, Math.min(room, project.team().size()));
    }

    public static int more(Project project) {
        return more(project, ROOM);
    }

    public static int more(Project project, int room) {
        return Math.max(0, project.team().size() - room);
    }
}
