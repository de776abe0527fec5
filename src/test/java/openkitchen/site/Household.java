package openkitchen.site;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import openkitchen.id.ClientId;
import openkitchen.id.PersonId;
import openkitchen.people.AgencyRole;
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

/** People and projects for a test, new ones each time. */
class Household {

    static final String PASSWORD = "four quiet copper spoons";

    private static final AtomicInteger MADE = new AtomicInteger();

    private final People people;
    private final Clients clients;
    private final Projects projects;
    private final Team team;

    Household(ApplicationContext kitchen) {
        this.people = kitchen.getBean(People.class);
        this.clients = kitchen.getBean(Clients.class);
        this.projects = kitchen.getBean(Projects.class);
        this.team = kitchen.getBean(Team.class);
    }

    static String freshEmail() {
        return "guest" + MADE.incrementAndGet() + "@kitchen.example";
    }

    Viewer owner() {
        return viewer(person("Olga Owner", freshEmail(), AgencyRole.OWNER, null));
    }

    Viewer specialist() {
        return viewer(person("Semyon Specialist", freshEmail(), AgencyRole.SPECIALIST, null));
    }

    Viewer contact(ClientId client) {
        return viewer(person("Clara Contact", freshEmail(), null, client));
    }

    PersonId person(String name, @Nullable String email, @Nullable AgencyRole role, @Nullable ClientId client) {
        return people.add(new People.Newcomer(
                name, email, role, client, "", Language.EN, "Europe/Moscow", email == null ? null : PASSWORD));
    }

    Viewer viewer(PersonId person) {
        return People.viewer(people.one(person));
    }

    String email(Viewer viewer) {
        return java.util.Objects.requireNonNull(people.one(viewer.person()).email());
    }

    ClientId client(Viewer owner) {
        return clients.add(owner, "Garden & Home " + MADE.incrementAndGet());
    }

    Seat joined(Seat seat, Viewer viewer) {
        Role role = viewer.client() == null ? Role.SEO : Role.LEAD;
        team.set(seat, viewer.person(), Set.of(role), "");
        return seat;
    }

    Seat project(Viewer owner, @Nullable ClientId client) {
        return projects.add(
                owner,
                new Projects.NewProject("Winter garden " + MADE.incrementAndGet(), "", client, Set.of(), Stage.STEADY));
    }
}
