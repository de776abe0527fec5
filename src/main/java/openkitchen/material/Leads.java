package openkitchen.material;

import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.ApprovalId;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.people.PersonLeaves;
import openkitchen.people.Side;
import openkitchen.project.Role;
import openkitchen.project.Team;
import openkitchen.project.TeamChanges;
import openkitchen.turn.Awaited;
import openkitchen.turn.Outcome;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what each decision maker is asked true when they change: who comes is asked too, who goes is not waited for, and what all
 * that are left have approved is approved. It comes after the turns themselves have been passed on.
 */
@Component
class Leads {

    private final JdbcClient sql;
    private final History history;
    private final Team team;
    private final Turns turns;
    private final Superseding superseding;
    private final Telling telling;

    Leads(JdbcClient sql, History history, Team team, Turns turns, Superseding superseding, Telling telling) {
        this.sql = sql;
        this.history = history;
        this.team = team;
        this.turns = turns;
        this.superseding = superseding;
        this.telling = telling;
    }

    /** What is asked of each and not settled. */
    private record Open(
            ApprovalId id,
            Telling.Subject subject,
            @Nullable Instant due,
            boolean remarks,
            Set<PersonId> voiced) {

        CommentId ask() {
            return subject.ask();
        }
    }

    @EventListener
    void changed(TeamChanges change) {
        keep(change.pen());
    }

    @EventListener
    void left(PersonLeaves leaving) {
        List<ProjectId> projects = sql.sql("""
                        select distinct a.project_id from approval a join member m on m.project_id = a.project_id
                         where a.state = 'asked' and a.needs = 'all' and m.person_id = ? order by a.project_id
                        """)
                .param(leaving.person().value())
                .query((row, index) -> new ProjectId(row.getLong(1)))
                .list();
        for (ProjectId project : projects) {
            history.change(project, leaving.by(), pen -> {
                keep(pen);
                return true;
            });
        }
    }

    private void keep(Pen pen) {
        Set<PersonId> leads = team.of(pen.project()).stream()
                .filter(mate ->
                        mate.roles().contains(Role.LEAD) && !mate.person().left())
                .map(mate -> mate.person().id())
                .collect(Collectors.toSet());
        if (leads.isEmpty()) {
            return;
        }
        Map<CommentId, List<Open>> asks = open(pen.project()).stream()
                .collect(Collectors.groupingBy(Open::ask, LinkedHashMap::new, Collectors.toList()));
        asks.forEach((ask, open) -> {
            open.stream().filter(each -> each.voiced().containsAll(leads)).forEach(each -> settle(pen, each));
            List<Open> left = open.stream()
                    .filter(each -> !each.voiced().containsAll(leads))
                    .toList();
            if (!left.isEmpty()) {
                await(pen, leads, left);
            }
        });
    }

    private List<Open> open(ProjectId project) {
        return sql.sql("""
                        select a.id, a.comment_id, m.card_id, m.id as material, m.name, v.number, v.sha256, a.due_at,
                               coalesce(bool_or(w.verdict = 'remarks'), false) as remarks,
                               coalesce(array_agg(w.person_id) filter (where w.person_id is not null), '{}') as voiced
                          from approval a join material m on m.id = a.material_id join material_version v on v.id = a.version_id
                          left join approval_voice w on w.approval_id = a.id
                         where a.project_id = ? and a.state = 'asked' and a.needs = 'all'
                         group by a.id, m.id, v.id order by a.id
                        """)
                .param(project.value())
                .query((row, index) -> {
                    Set<PersonId> voiced = new HashSet<>();
                    for (Long person : (Long[]) row.getArray("voiced").getArray()) {
                        voiced.add(new PersonId(person));
                    }
                    return new Open(
                            new ApprovalId(row.getLong("id")),
                            new Telling.Subject(
                                    new CardId(row.getLong("card_id")),
                                    new CommentId(row.getLong("comment_id")),
                                    new MaterialId(row.getLong("material")),
                                    row.getString("name"),
                                    row.getInt("number"),
                                    HexFormat.of().formatHex(row.getBytes("sha256"))),
                            Versions.instant(row, "due_at"),
                            row.getBoolean("remarks"),
                            voiced);
                })
                .list();
    }

    private void settle(Pen pen, Open each) {
        superseding.settleByTeamChange(
                pen, each.id(), each.remarks() ? Approval.State.REMARKS : Approval.State.APPROVED);
        superseding.closeWhenDone(pen, each.ask(), Outcome.APPROVED);
        telling.tell(pen, each.subject(), EventKind.APPROVAL_SETTLED, Map.of());
    }

    /** A turn for each who has something to decide, and for nobody else. */
    private void await(Pen pen, Set<PersonId> leads, List<Open> left) {
        Open first = left.getFirst();
        Set<PersonId> waited = new HashSet<>();
        for (Turn turn : turns.openAbout(first.ask())) {
            PersonId person = turn.awaited().person();
            if (turn.purpose() == Purpose.APPROVE) {
                if (person != null && leads.contains(person)) {
                    waited.add(person);
                } else {
                    turns.close(pen, turn.id(), Outcome.PASSED, null);
                }
            }
        }
        for (PersonId lead : leads) {
            boolean undecided = left.stream().anyMatch(each -> !each.voiced().contains(lead));
            if (undecided && !waited.contains(lead)) {
                Awaited awaited = new Awaited.Someone(lead, Side.CLIENT);
                turns.open(
                        pen,
                        new Turns.Opening(
                                first.subject().card(),
                                first.ask(),
                                "",
                                Purpose.APPROVE,
                                awaited,
                                false,
                                null,
                                first.due()));
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("purpose", Purpose.APPROVE.code());
                awaited.tell(data);
                telling.tell(pen, first.subject(), EventKind.TURN_PASSED, data);
            }
        }
    }
}
