package openkitchen.turn;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.id.TurnId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Role;
import openkitchen.project.Status;
import openkitchen.window.StandIns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who waits for whom, over all projects of a viewer: what desks and homes are made of. */
@Component
public class Waiting {

    private static final String ORDER = " order by t.urgent desc, t.due_at nulls last, t.opened_at, t.id";

    private static final Comparator<Turn> PRESSING = Comparator.comparing(Turn::urgent)
            .reversed()
            .thenComparing(Turn::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Turn::opened)
            .thenComparing(Turn::id, Comparator.comparingLong(TurnId::value));

    private final JdbcClient sql;
    private final Clock clock;
    private final StandIns standIns;
    private final People people;

    Waiting(JdbcClient sql, Clock clock, StandIns standIns, People people) {
        this.sql = sql;
        this.clock = clock;
        this.standIns = standIns;
        this.people = people;
    }

    /** Where the viewer may be waited for now. What they are asked about their desk begins with it. */
    public Standing standing(Viewer viewer) {
        List<PersonId> away = viewer.side() == Side.AGENCY
                ? standIns.standsInFor(viewer.person(), clock.instant())
                : List.<PersonId>of();
        List<Person> absent =
                away.isEmpty() ? List.of() : List.copyOf(people.these(away).values());
        Map<ProjectId, Standing.Place> places = new HashMap<>();
        // each project by its key: a join would read all projects of the installation
        sql.sql("""
                        select m.project_id, m.roles, (select p.status from project p where p.id = m.project_id) as status
                          from member m where m.person_id = ?
                        """).param(viewer.person().value()).query(row -> {
            Set<String> roles = roles(row);
            places.put(
                    new ProjectId(row.getLong("project_id")),
                    new Standing.Place(Status.find(row.getString("status")).orElseThrow(), roles, roles));
        });
        if (!away.isEmpty()) {
            sql.sql(
                            "select project_id, roles from member where person_id = any(:people) and project_id = any(:projects)")
                    .param("people", people(away))
                    .param("projects", projects(places.keySet()))
                    .query(row -> {
                        Set<String> roles = roles(row);
                        places.computeIfPresent(
                                new ProjectId(row.getLong("project_id")), (project, place) -> place.and(roles));
                    });
        }
        return new Standing(viewer, absent, places);
    }

    private static Set<String> roles(ResultSet row) throws SQLException {
        return Set.of((String[]) row.getArray("roles").getArray());
    }

    private static Long[] people(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(Long[]::new);
    }

    private static Long[] projects(Collection<ProjectId> projects) {
        return projects.stream().map(ProjectId::value).toArray(Long[]::new);
    }

    /**
     * The open turns that wait for somebody, in the live projects that they are on: for them by name, for a role they have
     * there, or for anybody of their side, the most pressing first. For the agency's owner, what waits for the owner anywhere, too.
     */
    public List<Turn> waitingFor(Standing standing) {
        List<Turn> here = in(standing, standing.projects(Status.LIVE));
        if (!standing.viewer().owner()) {
            return here;
        }
        List<Turn> anywhere = sql.sql(TurnRows.SELECT + """
                          join project p on p.id = t.project_id and p.status = 'live'
                         where t.closed_at is null and (t.role = 'owner' or t.person_id = ?)
                        """)
                .param(standing.viewer().person().value())
                .query(TurnRows::turn)
                .list();
        return Stream.concat(here.stream(), anywhere.stream())
                .distinct()
                .sorted(PRESSING)
                .toList();
    }

    /** What waits for somebody in these projects. The database leaves out most of what does not, and {@link Standing} the rest. */
    private List<Turn> in(Standing standing, List<ProjectId> projects) {
        return sql
                .sql(TurnRows.SELECT + """
                         where t.project_id = any(:projects) and t.closed_at is null
                           and (t.person_id = any(:people) or t.role = any(:roles) or t.role = 'owner'
                                or (t.person_id is null and t.role is null and t.side = :side))
                        """ + ORDER)
                .param("projects", projects(projects))
                .param("people", people(standing.people()))
                .param("roles", standing.roles().toArray(String[]::new))
                .param("side", standing.viewer().side().code())
                .query(TurnRows::turn)
                .list()
                .stream()
                .filter(standing::awaits)
                .toList();
    }

    /** What would wait for somebody, were its projects not paused. */
    public record Silent(int turns, int projects) {}

    /** How much of theirs rests in the paused projects that they are on. */
    public Silent silent(Standing standing) {
        List<Turn> resting = in(standing, standing.projects(Status.PAUSED));
        return new Silent(resting.size(), (int)
                resting.stream().map(Turn::project).distinct().count());
    }

    /** The open turns that somebody opened and that wait for others, in live projects that they still may see. */
    public List<Turn> opened(Standing standing) {
        return within(standing, standing.projects(Status.LIVE), """
                        where t.closed_at is null and t.opened_by = :me and t.person_id is distinct from :me
                        """, ORDER)
                .param("me", standing.viewer().person().value())
                .query(TurnRows::turn)
                .list();
    }

    /**
     * What runs late on either side, in the live projects whose account they are, for an owner in all, the longest first.
     * A client promises no time, so they are late when they have been waited for since before {@code silence}.
     */
    public List<Turn> late(Standing standing, Instant silence, int limit) {
        return within(
                        standing,
                        standing.live(Role.ACCOUNT.code()),
                        """
                        where t.closed_at is null and t.paused_at is null
                          and (t.due_at < :now or (t.side = 'client' and t.opened_at < :silence))
                        """,
                        " order by coalesce(t.due_at, t.opened_at), t.id limit :limit")
                .param("now", Turns.time(clock.instant()))
                .param("silence", Turns.time(silence))
                .param("limit", limit)
                .query(TurnRows::turn)
                .list();
    }

    /** Turns of these projects; for the agency's owner, of all that are live. */
    private JdbcClient.StatementSpec within(Standing standing, List<ProjectId> projects, String where, String order) {
        String seen = standing.viewer().owner()
                ? " and exists (select from project p where p.id = t.project_id and p.status = 'live')"
                : " and t.project_id = any(:projects)";
        JdbcClient.StatementSpec statement = sql.sql(TurnRows.SELECT + where + seen + order);
        return standing.viewer().owner() ? statement : statement.param("projects", projects(projects));
    }

    /** An open turn of a project that the viewer may see, whoever is waited for. */
    public Optional<Turn> one(Viewer viewer, TurnId id) {
        return sql.sql(TurnRows.SELECT + """
                         where t.id = :id and t.closed_at is null
                           and (:owner or exists (select from member m where m.project_id = t.project_id and m.person_id = :me))
                        """)
                .param("id", id.value())
                .param("me", viewer.person().value())
                .param("owner", viewer.owner())
                .query(TurnRows::turn)
                .optional();
    }

    /**
     * What somebody did since a moment.
     *
     * @param by how many questions, remarks and decisions they moved on, by how
     * @param askedBack how many questions wait, or waited, for their asker
     * @param minutes contact time told with it
     */
    public record Done(Map<Outcome, Integer> by, int askedBack, int minutes) {}

    /** What the viewer did with turns since then. */
    public Done done(Viewer viewer, Instant since) {
        Map<Outcome, Integer> by = new EnumMap<>(Outcome.class);
        int[] minutes = {0};
        sql.sql("""
                        select outcome, count(distinct coalesce(comment_id, -id)) as moved, coalesce(sum(minutes), 0) as minutes
                          from turn where closed_by = :me and closed_at >= :since group by outcome
                        """)
                .param("me", viewer.person().value())
                .param("since", Turns.time(since))
                .query(row -> {
                    by.put(Outcome.of(row.getString("outcome")), row.getInt("moved"));
                    minutes[0] += row.getInt("minutes");
                });
        int askedBack = sql.sql("""
                        select count(*) from turn
                         where opened_by = :me and opened_at >= :since and purpose = 'clarify' and closed_at is null
                        """)
                .param("me", viewer.person().value())
                .param("since", Turns.time(since))
                .query(Integer.class)
                .single();
        return new Done(by, askedBack, minutes[0]);
    }

    /** Until when the viewer has put off which turns; such as are past count no more. */
    public Map<TurnId, Instant> snoozed(Viewer viewer) {
        Map<TurnId, Instant> snoozed = new HashMap<>();
        sql.sql("select turn_id, until from turn_snooze where person_id = ? and until > ?")
                .params(viewer.person().value(), Turns.time(clock.instant()))
                .query((row, index) -> snoozed.put(
                        new TurnId(row.getLong(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
        return snoozed;
    }

    /**
     * Puts a turn off for the viewer alone; who waits sees no difference and is promised nothing else.
     *
     * @throws NotFound when it does not wait for the viewer
     */
    public void snooze(Viewer viewer, TurnId turn, Instant until) {
        if (waitingFor(standing(viewer)).stream().noneMatch(each -> each.id().equals(turn))) {
            throw new NotFound();
        }
        sql.sql("""
                        insert into turn_snooze (turn_id, person_id, until, at) values (:turn, :me, :until, :now)
                        on conflict (turn_id, person_id) do update set until = excluded.until, at = excluded.at
                        """)
                .param("turn", turn.value())
                .param("me", viewer.person().value())
                .param("until", Turns.time(until))
                .param("now", Turns.time(clock.instant()))
                .update();
    }

    /** Takes a turn up again before its time. */
    public void wake(Viewer viewer, TurnId turn) {
        sql.sql("delete from turn_snooze where turn_id = ? and person_id = ?")
                .params(turn.value(), viewer.person().value())
                .update();
    }
}
