package openkitchen.test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import openkitchen.board.CardKind;
import openkitchen.board.Cards;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.id.ClientId;
import openkitchen.id.ColumnId;
import openkitchen.id.PersonId;
import openkitchen.people.AgencyRole;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.project.Clients;
import openkitchen.project.Discipline;
import openkitchen.project.Projects;
import openkitchen.project.Role;
import openkitchen.project.Seat;
import openkitchen.project.Stage;
import openkitchen.project.Team;
import openkitchen.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Makes what tests begin with: people, clients, projects, columns and cards, each new and nobody else's. */
@TestComponent
public class Kitchen {

    private static final AtomicInteger MADE = new AtomicInteger();

    private final People people;
    private final Clients clients;
    private final Projects projects;
    private final Team team;
    private final Columns columns;
    private final Cards cards;

    Kitchen(People people, Clients clients, Projects projects, Team team, Columns columns, Cards cards) {
        this.people = people;
        this.clients = clients;
        this.projects = projects;
        this.team = team;
        this.columns = columns;
        this.cards = cards;
    }

    public Viewer account() {
        return agency(AgencyRole.ACCOUNT);
    }

    public Viewer specialist() {
        return agency(AgencyRole.SPECIALIST);
    }

    public Viewer owner() {
        return agency(AgencyRole.OWNER);
    }

    private Viewer agency(AgencyRole role) {
        return person(role, null, Language.RU);
    }

    public Viewer contact(ClientId client) {
        return person(null, client, Language.EN);
    }

    private Viewer person(@Nullable AgencyRole role, @Nullable ClientId client, Language language) {
        int n = MADE.incrementAndGet();
        PersonId id = people.add(new People.Newcomer(
                "Person Number" + n,
                "person" + n + "@kitchen.example",
                role,
                client,
                "",
                language,
                "Europe/Moscow",
                "correct horse battery " + n));
        return People.viewer(people.one(id));
    }

    public ClientId client(Viewer account) {
        return clients.add(account, "Client " + MADE.incrementAndGet());
    }

    /** A project of a new client, with its account in the seat. */
    public Seat project(Viewer account) {
        return project(account, client(account));
    }

    public Seat project(Viewer account, @Nullable ClientId client) {
        return projects.add(
                account,
                new Projects.NewProject(
                        "Project " + MADE.incrementAndGet(),
                        "p" + MADE.incrementAndGet(),
                        client,
                        Set.of(Discipline.SEO),
                        Stage.TESTING));
    }

    /** Puts a person on the project and gives them their seat. */
    public Seat join(Seat seat, Viewer viewer, Role... roles) {
        team.set(seat, viewer.person(), Set.of(roles), "");
        return projects.seat(viewer, seat.key());
    }

    public Seat again(Seat seat) {
        return projects.seat(seat.viewer(), seat.key());
    }

    public ColumnId column(Seat seat, String name) {
        return columns.add(seat, name, ColumnKind.DOING);
    }

    public int card(Seat seat, ColumnId column, String title) {
        return cards.add(seat, new Cards.NewCard(column, title, "", CardKind.TASK, Discipline.SEO, false))
                .number();
    }

    public List<Integer> cards(Seat seat, ColumnId column, int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(i -> card(seat, column, "Card " + i))
                .toList();
    }
}
