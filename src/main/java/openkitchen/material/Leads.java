package openkitchen.material;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openkitchen.board.CardMoves;
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
import openkitchen.people.PersonReturns;
import openkitchen.people.Side;
import openkitchen.project.Mate;
import openkitchen.project.Role;
import openkitchen.project.Team;
import openkitchen.project.TeamChanges;
import openkitchen.turn.Awaited;
import openkitchen.turn.Outcome;
import openkitchen.turn.Promises;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what the decision makers are asked true when they change, or are others in the project to which a card goes: who comes is
 * asked too, who goes is not waited for, and what all that are left have approved is approved. It comes after the card's turns and
 * approvals have been carried along.
 */
@Component
class Leads {

    private final JdbcClient sql;
    private final History history;
    private final Team team;
    private final Turns turns;
    private final Promises promises;
    private final Superseding superseding;
    private final Telling telling;

    Leads(
            JdbcClient sql,
            History history,
            Team team,
            Turns turns,
            Promises promises,
            Superseding superseding,
            Telling telling) {
        this.sql = sql;
        this.history = history;
        this.team = team;
        this.turns = turns;
        this.promises = promises;
        this.superseding = superseding;
        this.telling = telling;
    }

    /** What is asked and not settled. @param each whether each decision maker is asked, or any of them */
    private record Open(
            ApprovalId id,
            Telling.Subject subject,
            boolean each,
            @Nullable Instant due,
            PersonId asker,
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
    void moved(CardMoves move) {
        keep(move.coming());
    }

    @EventListener
    void left(PersonLeaves leaving) {
        keepWhereverOn(leaving.person(), leaving.by());
    }

    @EventListener
    void returned(PersonReturns returning) {
        keepWhereverOn(returning.person(), returning.by());
    }

    private void keepWhereverOn(PersonId person, PersonId by) {
        List<ProjectId> projects = sql.sql("""
                        select distinct a.project_id from approval a join member m on m.project_id = a.project_id
                         where a.state = 'asked' and m.person_id = ? order by a.project_id
                        """)
                .param(person.value())
                .query((row, index) -> new ProjectId(row.getLong("project_id")))
                .list();
        for (ProjectId project : projects) {
            history.change(project, by, pen -> {
                keep(pen);
                return true;
            });
        }
    }

    private void keep(Pen pen) {
        Map<CommentId, List<Open>> asks = open(pen.project()).stream()
                .collect(Collectors.groupingBy(Open::ask, LinkedHashMap::new, Collectors.toList()));
        if (asks.isEmpty()) {
            return;
        }
        List<PersonId> leads = team.of(pen.project()).stream()
                .filter(Mate::decides)
                .map(mate -> mate.person().id())
                .toList();
        Awaited anybody = promises.role(pen.project(), Role.LEAD);
        asks.forEach((ask, open) -> {
            Map<Boolean, List<Open>> decided =
                    open.stream().collect(Collectors.partitioningBy(each -> decided(each, leads)));
            decided.getOrDefault(true, List.of()).forEach(each -> settle(pen, each));
            List<Open> left = decided.getOrDefault(false, List.of());
            if (!left.isEmpty()) {
                await(pen, left, whom(left, leads, anybody));
            }
        });
    }

    private static boolean decided(Open open, List<PersonId> leads) {
        return open.each() && !leads.isEmpty() && open.voiced().containsAll(leads);
    }

    /** Each who has something to decide; where any of them may, or there is none, whoever is there for them. */
    private static List<Awaited> whom(List<Open> left, List<PersonId> leads, Awaited anybody) {
        if (!left.getFirst().each() || leads.isEmpty()) {
            return List.of(anybody);
        }
        return leads.stream()
                .filter(lead -> left.stream().anyMatch(each -> !each.voiced().contains(lead)))
                .map(lead -> (Awaited) new Awaited.Someone(lead, Side.CLIENT))
                .toList();
    }

    private List<Open> open(ProjectId project) {
        return sql.sql("""
                        select a.id, a.comment_id, m.card_id, m.id as material, m.name, v.number, v.sha256, a.needs, a.due_at, a.asked_by,
                               coalesce(bool_or(w.verdict = 'remarks'), false) as remarks,
                               coalesce(array_agg(w.person_id) filter (where w.person_id is not null), '{}') as voiced
                          from approval a join material m on m.id = a.material_id join material_version v on v.id = a.version_id
                          left join approval_voice w on w.approval_id = a.id
                         where a.project_id = ? and a.state = 'asked'
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
                            row.getString("needs").equals(Approval.Needs.ALL.code()),
                            Versions.instant(row, "due_at"),
                            new PersonId(row.getLong("asked_by")),
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

    /** One turn for each of them, and for nobody else. */
    private void await(Pen pen, List<Open> left, List<Awaited> whom) {
        Open first = left.getFirst();
        Set<Awaited> missing = new LinkedHashSet<>(whom);
        List<Turn> there = turns.openAbout(first.ask()).stream()
                .filter(turn -> turn.purpose() == Purpose.APPROVE)
                .toList();
        List<Turn> needless =
                there.stream().filter(turn -> !missing.remove(turn.awaited())).toList();
        needless.forEach(turn -> turns.close(pen, turn.id(), Outcome.PASSED, null));
        Instant due = there.stream()
                .flatMap(turn -> Optional.ofNullable(turns.term(pen, turn)).stream())
                .max(Comparator.naturalOrder())
                .orElse(first.due());
        for (Awaited each : missing) {
            turns.open(
                    pen,
                    new Turns.Opening(
                            first.subject().card(), first.ask(), "", Purpose.APPROVE, each, false, first.asker(), due));
            tell(pen, first, each);
        }
        if (!needless.isEmpty() && missing.isEmpty()) {
            tell(pen, first, whom.getFirst());
        }
    }

    private void tell(Pen pen, Open first, Awaited awaited) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("purpose", Purpose.APPROVE.code());
        awaited.tell(data);
        telling.tell(pen, first.subject(), EventKind.TURN_PASSED, data);
    }
}
