package openkitchen.project;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.problem.Faults;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is on a project, of both sides. Its account and the owner set it. */
@Component
public class Team {

    private final JdbcClient sql;
    private final People people;
    private final History history;
    private final ApplicationEventPublisher events;

    Team(JdbcClient sql, People people, History history, ApplicationEventPublisher events) {
        this.sql = sql;
        this.people = people;
        this.history = history;
        this.events = events;
    }

    /** The team: the agency's people first, the account before the rest, then the client's leads and members. */
    public List<Mate> of(Seat seat) {
        return of(List.of(seat.project())).getOrDefault(seat.project(), List.of());
    }

    /** The team of a project, for a change that is under way there. */
    public List<Mate> of(ProjectId project) {
        return of(List.of(project)).getOrDefault(project, List.of());
    }

    Map<ProjectId, List<Mate>> of(Collection<ProjectId> projects) {
        record Row(ProjectId project, PersonId person, Set<Role> roles, String duty) {}
        List<Row> rows = sql.sql(
                        "select project_id, person_id, roles, duty from member where project_id = any(:projects)")
                .param("projects", projects.stream().map(ProjectId::value).toArray(Long[]::new))
                .query((row, index) -> new Row(
                        new ProjectId(row.getLong("project_id")),
                        new PersonId(row.getLong("person_id")),
                        Projects.roles(row.getArray("roles")),
                        row.getString("duty")))
                .list();
        Map<PersonId, Person> known =
                people.these(rows.stream().map(Row::person).toList());
        return rows.stream()
                .filter(row -> known.containsKey(row.person()))
                .sorted((a, b) -> order(known, a.person(), a.roles(), b.person(), b.roles()))
                .collect(Collectors.groupingBy(
                        Row::project,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                row -> new Mate(
                                        java.util.Objects.requireNonNull(known.get(row.person())),
                                        row.roles(),
                                        row.duty()),
                                Collectors.toList())));
    }

    private static int order(
            Map<PersonId, Person> known, PersonId a, Set<Role> rolesOfA, PersonId b, Set<Role> rolesOfB) {
        int byRole = first(rolesOfA) - first(rolesOfB);
        return byRole != 0 ? byRole : Long.compare(a.value(), b.value());
    }

    private static int first(Set<Role> roles) {
        return roles.stream().mapToInt(Role::ordinal).min().orElse(Role.values().length);
    }

    void seatFirst(ProjectId project, Viewer viewer) {
        history.change(project, viewer.person(), pen -> {
            put(pen, viewer.person(), EnumSet.of(Role.ACCOUNT), "");
            return pen.write(EventKind.MEMBER_ADDED, data(people.one(viewer.person()), EnumSet.of(Role.ACCOUNT), ""));
        });
    }

    /**
     * Puts a person on the project, or changes what they are there.
     *
     * @throws Invalid when the roles are none, of the wrong side, or the person is another client's
     */
    public void set(Seat seat, PersonId person, Set<Role> roles, String duty) {
        seat.mustManage();
        Person whom = people.one(person);
        check(seat, whom, roles, duty);
        history.change(seat.project(), seat.viewer().person(), pen -> admit(pen, whom, roles, duty));
    }

    private void check(Seat seat, Person whom, Set<Role> roles, String duty) {
        boolean ofTheClient = whom.side() == Side.AGENCY
                || sql.sql("select client_id = :client from project where id = :id")
                        .param(
                                "client",
                                whom.client() == null ? null : whom.client().value())
                        .param("id", seat.project().value())
                        .query((row, index) -> row.getBoolean(1))
                        .single();
        if (!ofTheClient) {
            throw new NotFound();
        }
        new Faults()
                .unless(!roles.isEmpty(), "roles", "error.required")
                .unless(roles.stream().allMatch(role -> role.side() == whom.side()), "roles", "error.roles_side")
                .optional("duty", duty, 200)
                .stop();
    }

    /** Puts a person on the project within a change that has already been allowed, such as an accepted invitation. */
    long admit(Pen pen, Person whom, Set<Role> roles, String duty) {
        boolean fresh = put(pen, whom.id(), roles, duty);
        long told = pen.write(fresh ? EventKind.MEMBER_ADDED : EventKind.MEMBER_CHANGED, data(whom, roles, duty));
        events.publishEvent(new TeamChanges(pen));
        return told;
    }

    private boolean put(Pen pen, PersonId person, Set<Role> roles, String duty) {
        return sql.sql("""
                        insert into member (project_id, person_id, roles, duty, since, by_id)
                        values (:project, :person, :roles, :duty, :now, :by)
                        on conflict (project_id, person_id) do update set roles = excluded.roles, duty = excluded.duty
                        returning xmax = 0
                        """)
                .param("project", pen.project().value())
                .param("person", person.value())
                .param("roles", roles.stream().sorted().map(Role::code).toArray(String[]::new))
                .param("duty", duty.strip())
                .param("now", pen.now().atOffset(ZoneOffset.UTC))
                .param("by", pen.actor() == null ? null : pen.actor().value())
                .query(Boolean.class)
                .single();
    }

    private static Map<String, Object> data(Person whom, Set<Role> roles, String duty) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("person", whom.id().value());
        data.put("name", whom.name());
        data.put("roles", roles.stream().sorted().map(Role::code).collect(Collectors.joining(",")));
        if (!duty.isBlank()) {
            data.put("duty", duty.strip());
        }
        return data;
    }

    /**
     * Takes a person off the project; they lose sight of it at once, what they said and did stays.
     *
     * @throws NotFound when they are not on it
     */
    public void remove(Seat seat, PersonId person) {
        seat.mustManage();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            int removed = sql.sql("delete from member where project_id = ? and person_id = ?")
                    .params(seat.project().value(), person.value())
                    .update();
            if (removed == 0) {
                throw new NotFound();
            }
            long told = pen.write(
                    EventKind.MEMBER_REMOVED,
                    Map.of("person", person.value(), "name", people.one(person).name()));
            events.publishEvent(new TeamChanges(pen));
            return told;
        });
    }
}
