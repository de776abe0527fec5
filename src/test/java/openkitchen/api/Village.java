package openkitchen.api;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.id.ClientId;
import openkitchen.id.ColumnId;
import openkitchen.id.PersonId;
import openkitchen.people.AgencyRole;
import openkitchen.people.ApiTokens;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.project.Clients;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Stage;
import openkitchen.project.Team;
import openkitchen.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Makes people and projects for tests, each with names of their own. */
final class Village {

    static final String PASSWORD = "four unrelated words make it";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final People people;
    private final ApiTokens tokens;
    private final Clients clients;
    private final Projects projects;
    private final Team team;
    private final Columns columns;

    Village(ApplicationContext kitchen) {
        people = kitchen.getBean(People.class);
        tokens = kitchen.getBean(ApiTokens.class);
        clients = kitchen.getBean(Clients.class);
        projects = kitchen.getBean(Projects.class);
        team = kitchen.getBean(Team.class);
        columns = kitchen.getBean(Columns.class);
    }

    /** Somebody with an address by which they sign in. */
    record Villager(Viewer viewer, String email) {

        PersonId id() {
            return viewer.person();
        }
    }

    /** A project with two columns, and who is on it. */
    record Home(String key, Villager account, Villager specialist, Villager contact, ColumnId first, ColumnId second) {

        String path() {
            return "/api/v1/projects/" + key;
        }
    }

    Villager person(@Nullable AgencyRole role, @Nullable ClientId client) {
        String email = "villager" + COUNT.incrementAndGet() + "@example.com";
        PersonId id = people.add(new People.Newcomer(
                "Villager " + COUNT.get(), email, role, client, "", Language.EN, "Europe/Moscow", PASSWORD));
        return new Villager(People.viewer(people.one(id)), email);
    }

    Villager owner() {
        return person(AgencyRole.OWNER, null);
    }

    Home home() {
        Villager account = person(AgencyRole.ACCOUNT, null);
        ClientId client = clients.add(account.viewer(), "Client " + COUNT.incrementAndGet());
        Seat seat = projects.add(
                account.viewer(),
                new Projects.NewProject("Home " + COUNT.incrementAndGet(), "", client, Set.of(), Stage.BRIEF));
        Villager specialist = person(AgencyRole.SPECIALIST, null);
        Villager contact = person(null, client);
        team.set(seat, specialist.id(), Set.of(Role.SEO), "");
        team.set(seat, contact.id(), Set.of(Role.LEAD), "");
        return new Home(
                seat.key(),
                account,
                specialist,
                contact,
                columns.add(seat, "Planned", ColumnKind.PLANNED),
                columns.add(seat, "Doing", ColumnKind.DOING));
    }

    Caller caller(int port, Villager villager, String... scopes) {
        List<String> wanted = scopes.length == 0 ? ApiTokens.SCOPES : List.of(scopes);
        return new Caller(port, tokens.make(villager.id(), "test", wanted, null).token());
    }
}
