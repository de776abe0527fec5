package openkitchen.site;

import java.util.Set;
import openkitchen.board.Starting;
import openkitchen.id.ClientId;
import openkitchen.people.Viewer;
import openkitchen.project.Clients;
import openkitchen.project.Discipline;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.project.Stage;
import openkitchen.text.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts a project as its form says: with the client that is named, who may be a new one. */
@Component
public class ProjectStarts {

    private final Clients clients;
    private final Starting starting;

    ProjectStarts(Clients clients, Starting starting) {
        this.clients = clients;
        this.starting = starting;
    }

    /** What the form holds; an empty client means an inner project. */
    public record Wanted(String name, String client, String key, Set<Discipline> services, Stage stage) {}

    /** Makes the project and, where it is new, its client: both or neither. */
    @Transactional
    public Seat start(Viewer viewer, Wanted wanted) {
        ClientId client = client(viewer, wanted.client());
        return starting.start(
                viewer,
                new Projects.NewProject(
                        CleanText.line(wanted.name()),
                        wanted.key().strip(),
                        client,
                        wanted.services(),
                        wanted.stage()));
    }

    /** The client of this name, made when there is none; null for no name. */
    public @Nullable ClientId client(Viewer viewer, String named) {
        String name = CleanText.line(named);
        if (name.isEmpty()) {
            return null;
        }
        return clients.seenBy(viewer).stream()
                .filter(client -> client.name().equalsIgnoreCase(name))
                .findFirst()
                .map(openkitchen.project.Client::id)
                .orElseGet(() -> clients.add(viewer, name));
    }
}
