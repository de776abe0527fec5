package openkitchen.browser;

import java.util.EnumSet;
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
import org.springframework.context.ApplicationContext;

/** A project of its own for one test: three columns, its account, a specialist who reads Russian, a client's lead who reads English. */
final class Scene {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ApplicationContext kitchen;
    private final int number = COUNT.incrementAndGet();
    final Viewer account;
    final Viewer specialist;
    final Viewer lead;
    final ColumnId planned;
    final ColumnId doing;
    final ColumnId done;
    private final String key;

    Scene(ApplicationContext kitchen) {
        this.kitchen = kitchen;
        account = person("Анна Лебедева", AgencyRole.ACCOUNT, null, Language.RU, "Europe/Moscow");
        ClientId client = a(Clients.class).add(account, "Northwind Bikes " + number);
        specialist = person("Вера Соколова", AgencyRole.SPECIALIST, null, Language.RU, "Asia/Yekaterinburg");
        lead = person("Emma Clark", null, client, Language.EN, "Europe/London");
        Seat seat = a(Projects.class)
                .add(
                        account,
                        new Projects.NewProject(
                                "Spring launch " + number,
                                "",
                                client,
                                EnumSet.of(Discipline.SEO, Discipline.PPC, Discipline.DESIGN),
                                Stage.STEADY));
        key = seat.key();
        a(Team.class).set(seat, specialist.person(), Set.of(Role.SEO), "Поиск");
        a(Team.class).set(seat, lead.person(), Set.of(Role.LEAD), "");
        planned = a(Columns.class).add(seat, "Planned", ColumnKind.PLANNED);
        doing = a(Columns.class).add(seat, "In work", ColumnKind.DOING);
        done = a(Columns.class).add(seat, "Done", ColumnKind.DONE);
    }

    /** Somebody new, with nothing to do in the project yet. */
    Viewer person(String name, @Nullable AgencyRole role, @Nullable ClientId client, Language language, String zone) {
        PersonId id = a(People.class)
                .add(new People.Newcomer(
                        name,
                        "person-%d-%s@example.org".formatted(number, COUNT.incrementAndGet()),
                        role,
                        client,
                        "",
                        language,
                        zone,
                        null));
        return People.viewer(a(People.class).one(id));
    }

    <T> T a(Class<T> room) {
        return kitchen.getBean(room);
    }

    Seat seat(Viewer viewer) {
        return a(Projects.class).seat(viewer, key);
    }

    Seat seat() {
        return seat(account);
    }

    String board() {
        return "/p/" + key;
    }

    String card(int number) {
        return board() + "/cards/" + number;
    }

    int add(ColumnId column, String title) {
        return add(column, title, "");
    }

    int add(ColumnId column, String title, String description) {
        return a(Cards.class)
                .add(seat(), new Cards.NewCard(column, title, description, CardKind.TASK, Discipline.SEO, false))
                .number();
    }
}
