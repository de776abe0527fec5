package openkitchen.material;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openkitchen.board.Cards;
import openkitchen.history.EventKind;
import openkitchen.history.Pen;
import openkitchen.id.ApprovalId;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.project.Role;
import openkitchen.project.Team;
import openkitchen.project.TeamChanges;
import openkitchen.talk.Stating;
import openkitchen.turn.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where each decision maker is asked and one leaves, what all the others have approved is approved: nobody waits in vain. */
@Component
class Leads {

    private final JdbcClient sql;
    private final Team team;
    private final Superseding superseding;
    private final Stating stating;
    private final Cards cards;

    Leads(JdbcClient sql, Team team, Superseding superseding, Stating stating, Cards cards) {
        this.sql = sql;
        this.team = team;
        this.superseding = superseding;
        this.stating = stating;
        this.cards = cards;
    }

    private record Open(
            ApprovalId id,
            CommentId ask,
            CardId card,
            long material,
            String name,
            int version,
            boolean remarks,
            Set<PersonId> voiced) {}

    @EventListener
    void changed(TeamChanges change) {
        Pen pen = change.pen();
        List<Open> open = sql.sql("""
                        select a.id, a.comment_id, m.card_id, m.id as material, m.name, v.number,
                               coalesce(bool_or(w.verdict = 'remarks'), false) as remarks, array_agg(w.person_id) as voiced
                          from approval a join material m on m.id = a.material_id join material_version v on v.id = a.version_id
                          join approval_voice w on w.approval_id = a.id
                         where a.project_id = ? and a.state = 'asked' and a.needs = 'all'
                         group by a.id, m.id, v.id
                        """)
                .param(pen.project().value())
                .query((row, index) -> {
                    Set<PersonId> voiced = new HashSet<>();
                    for (Long person : (Long[]) row.getArray("voiced").getArray()) {
                        voiced.add(new PersonId(person));
                    }
                    return new Open(
                            new ApprovalId(row.getLong("id")),
                            new CommentId(row.getLong("comment_id")),
                            new CardId(row.getLong("card_id")),
                            row.getLong("material"),
                            row.getString("name"),
                            row.getInt("number"),
                            row.getBoolean("remarks"),
                            voiced);
                })
                .list();
        List<PersonId> leads = team.of(pen.project()).stream()
                .filter(mate ->
                        mate.roles().contains(Role.LEAD) && !mate.person().left())
                .map(mate -> mate.person().id())
                .toList();
        for (Open each : open) {
            if (!leads.isEmpty() && each.voiced().containsAll(leads)) {
                settle(pen, each);
            }
        }
    }

    private void settle(Pen pen, Open each) {
        superseding.settle(pen, each.id(), each.remarks() ? Approval.State.REMARKS : Approval.State.APPROVED, "");
        superseding.closeWhenDone(pen, each.ask(), Outcome.APPROVED);
        Map<String, Object> data = cards.told(each.card());
        data.put("comment", each.ask().value());
        data.put("material", each.material());
        data.put("name", each.name());
        data.put("version", each.version());
        stating.tell(pen, each.card(), EventKind.APPROVAL_SETTLED, data);
    }
}
