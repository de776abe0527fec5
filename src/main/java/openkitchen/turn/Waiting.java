package openkitchen.turn;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openkitchen.id.PersonId;
import openkitchen.id.TurnId;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.project.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who waits for whom, over all projects of a viewer: what desks and homes are made of. */
@Component
public class Waiting {

    private static final String ORDER = " order by t.urgent desc, t.due_at nulls last, t.opened_at, t.id";

    private final JdbcClient sql;
    private final Clock clock;

    Waiting(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The ids of what waits for somebody in projects of one status. {@code offset 0} keeps the database from reading the open turns
     * of the whole installation instead of those of their projects.
     */
    private static final String WAITS = """
            select t.id
              from member m
              join project p on p.id = m.project_id and p.status = :status
             cross join lateral (select * from turn where project_id = m.project_id and closed_at is null offset 0) t
             where m.person_id = :me
               and (t.person_id = any(:people)
                    or t.role = any(m.roles)
                    or (t.person_id is null and t.role is null and t.side = :side)
                    or exists (select from member a where a.project_id = m.project_id and a.person_id = any(:absent)
                                                      and t.role = any(a.roles)))
            union
            select t.id
              from turn t join project p on p.id = t.project_id and p.status = :status
             where :owner and t.closed_at is null and (t.role = 'owner' or t.person_id = :me)
            """;

    /**
     * The open turns that wait for the viewer, in the live projects that they are on: for them by name, for a role they have
     * there, or for anybody of their side. While somebody for whom they stand in is away, what waits for that one, too.
     *
     * @param absent people for whom the viewer stands in now
     */
    public List<Turn> waitingFor(Viewer viewer, Collection<PersonId> absent) {
        return waits(TurnRows.SELECT + " where t.id in (" + WAITS + ")" + ORDER, viewer, absent, Status.LIVE)
                .query(TurnRows::turn)
                .list();
    }

    private JdbcClient.StatementSpec waits(
            String statement, Viewer viewer, Collection<PersonId> absent, Status status) {
        return sql.sql(statement)
                .param("me", viewer.person().value())
                .param("owner", viewer.owner())
                .param("side", viewer.side().code())
                .param("people", ids(Stream.concat(Stream.of(viewer.person()), absent.stream())))
                .param("absent", ids(absent.stream()))
                .param("status", status.code());
    }

    /** What would wait for the viewer, were its projects not paused. */
    public record Silent(int turns, int projects) {}

    /** How much of theirs rests in paused projects. */
    public Silent silent(Viewer viewer, Collection<PersonId> absent) {
        String counted = "select count(*), count(distinct t.project_id) from turn t where t.id in (" + WAITS + ")";
        return waits(counted, viewer, absent, Status.PAUSED)
                .query((row, index) -> new Silent(row.getInt(1), row.getInt(2)))
                .single();
    }

    private static Long[] ids(Stream<PersonId> people) {
        return people.map(PersonId::value).toArray(Long[]::new);
    }

    /** The open turns that the viewer opened and that wait for others, in live projects that the viewer still may see. */
    public List<Turn> opened(Viewer viewer) {
        return sql.sql(TurnRows.SELECT + """
                          join project p on p.id = t.project_id and p.status = 'live'
                         where t.closed_at is null and t.opened_by = :me and t.person_id is distinct from :me
                           and (:owner or exists (select from member m where m.project_id = t.project_id and m.person_id = :me))
                        """ + ORDER)
                .param("me", viewer.person().value())
                .param("owner", viewer.owner())
                .query(TurnRows::turn)
                .list();
    }

    /**
     * What runs late on either side, in the live projects whose account the viewer is, for an owner in all, the longest first.
     * A client promises no time, so they are late when they have been waited for since before {@code silence}.
     */
    public List<Turn> late(Viewer viewer, Instant silence, int limit) {
        return sql.sql(TurnRows.SELECT + """
                          join project p on p.id = t.project_id and p.status = 'live'
                         where t.closed_at is null and t.paused_at is null
                           and (t.due_at < :now or (t.side = 'client' and t.opened_at < :silence))
                           and (:owner or exists (select from member m where m.project_id = t.project_id and m.person_id = :me
                                                                         and 'account' = any(m.roles)))
                         order by coalesce(t.due_at, t.opened_at), t.id
                         limit :limit
                        """)
                .param("me", viewer.person().value())
                .param("owner", viewer.owner())
                .param("now", Turns.time(clock.instant()))
                .param("silence", Turns.time(silence))
                .param("limit", limit)
                .query(TurnRows::turn)
                .list();
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

    /** All open turns, of both sides, in the projects whose account the viewer is; for an owner who is none, nothing. */
    public List<Turn> inProjectsOfAccount(Viewer viewer) {
        return sql.sql(TurnRows.SELECT + """
                          join member m on m.project_id = t.project_id and m.person_id = :me and 'account' = any(m.roles)
                         where t.closed_at is null
                        """ + ORDER)
                .param("me", viewer.person().value())
                .query(TurnRows::turn)
                .list();
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
    public void snooze(Viewer viewer, Collection<PersonId> absent, TurnId turn, Instant until) {
        mustWait(viewer, absent, turn);
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

    private void mustWait(Viewer viewer, Collection<PersonId> absent, TurnId turn) {
        if (waitingFor(viewer, absent).stream().noneMatch(each -> each.id().equals(turn))) {
            throw new NotFound();
        }
    }
}
