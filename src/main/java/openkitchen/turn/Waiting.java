package openkitchen.turn;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openkitchen.id.PersonId;
import openkitchen.id.TurnId;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
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
     * The open turns that wait for the viewer, in the projects that they are on: for them by name, for a role they have there, or
     * for anybody of their side.
     *
     * @param absent people for whom the viewer stands in now
     */
    public List<Turn> waitingFor(Viewer viewer, Collection<PersonId> absent) {
        return sql.sql(TurnRows.SELECT + """
                          left join member m on m.project_id = t.project_id and m.person_id = :me
                         where t.closed_at is null
                           and (:owner or m.person_id is not null)
                           and t.project_id in (select project_id from member where person_id = :me
                                                 union all
                                                select project_id from turn
                                                 where :owner and closed_at is null and (role = 'owner' or person_id = :me))
                           and (t.person_id = any(:people)
                                or t.role = any(m.roles)
                                or (:owner and t.role = 'owner')
                                or (t.person_id is null and t.role is null and t.side = :side and m.person_id is not null))
                        """ + ORDER)
                .param("me", viewer.person().value())
                .param("owner", viewer.owner())
                .param("side", viewer.side().code())
                .param("people", ids(viewer, absent))
                .query(TurnRows::turn)
                .list();
    }

    private static Long[] ids(Viewer viewer, Collection<PersonId> absent) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(viewer.person()), absent.stream())
                .map(PersonId::value)
                .toArray(Long[]::new);
    }

    /** The open turns that the viewer opened and that wait for others, where the viewer still may see. */
    public List<Turn> opened(Viewer viewer) {
        return sql.sql(TurnRows.SELECT + """
                         where t.closed_at is null and t.opened_by = :me and t.person_id is distinct from :me
                           and t.project_id in (select project_id from member where person_id = :me
                                                 union all select id from project where :owner)
                        """ + ORDER)
                .param("me", viewer.person().value())
                .param("owner", viewer.owner())
                .query(TurnRows::turn)
                .list();
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
