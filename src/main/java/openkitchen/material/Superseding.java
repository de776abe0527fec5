package openkitchen.material;

import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openkitchen.history.EventKind;
import openkitchen.history.Pen;
import openkitchen.id.ApprovalId;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.project.Seat;
import openkitchen.turn.Outcome;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turn;
import openkitchen.turn.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends what is asked about a version, within the change that ends it, and the client's turn when nothing of it is left to decide. */
@Component
class Superseding {

    static final Set<Purpose> PURPOSES = EnumSet.of(Purpose.APPROVE, Purpose.CHASE);

    private final JdbcClient sql;
    private final Turns turns;
    private final Telling telling;

    Superseding(JdbcClient sql, Turns turns, Telling telling) {
        this.sql = sql;
        this.turns = turns;
        this.telling = telling;
    }

    /** Whether the client is asked about any version of it. */
    boolean asked(MaterialId material) {
        return sql.sql("select exists (select from approval where material_id = ? and state = 'asked')")
                .param(material.value())
                .query(Boolean.class)
                .single();
    }

    private record Open(ApprovalId id, Telling.Subject subject) {}

    /** There is a newer version: nobody is to decide about an older one any more. */
    void supersede(Pen pen, Seat seat, Material material, int newest) {
        List<Open> open = sql.sql("""
                        select a.id, a.comment_id, v.number, v.sha256 from approval a join material_version v on v.id = a.version_id
                         where a.material_id = ? and a.state = 'asked' order by a.id
                        """)
                .param(material.id().value())
                .query((row, index) -> new Open(
                        new ApprovalId(row.getLong(1)),
                        new Telling.Subject(
                                material.cardId(),
                                new CommentId(row.getLong(2)),
                                material.id(),
                                material.name(),
                                row.getInt(3),
                                HexFormat.of().formatHex(row.getBytes(4)))))
                .list();
        for (Open each : open) {
            settle(pen, each.id(), Approval.State.SUPERSEDED, "");
            closeWhenDone(pen, each.subject().ask(), Outcome.SUPERSEDED);
            telling.tell(pen, each.subject(), EventKind.APPROVAL_SUPERSEDED, Map.of("newest", newest));
        }
    }

    /** Notes how an approval ended. */
    void settle(Pen pen, ApprovalId id, Approval.State state, String reason) {
        settle(pen, id, state, reason, false);
    }

    /** Notes that all who still decide have approved, since who had not decided needs not any more. */
    void settleByTeamChange(Pen pen, ApprovalId id, Approval.State state) {
        settle(pen, id, state, "", true);
    }

    private void settle(Pen pen, ApprovalId id, Approval.State state, String reason, boolean byTeamChange) {
        PersonId actor = pen.actor();
        sql.sql("""
                        update approval set state = :state, settled_at = :now, settled_by = :by, by_team_change = :team, reason = :reason
                         where id = :id
                        """)
                .param("state", state.code())
                .param("now", pen.now().atOffset(ZoneOffset.UTC))
                .param("by", actor == null ? null : actor.value())
                .param("team", byTeamChange)
                .param("reason", reason.strip())
                .param("id", id.value())
                .update();
    }

    /**
     * Closes the client's turns when nothing of this ask is open any more; else those of who has decided about all that is.
     *
     * @return whether there were any: then their card is shown anew with the pen's next event
     */
    boolean closeWhenDone(Pen pen, CommentId ask, Outcome outcome) {
        boolean open = sql.sql("select exists (select from approval where comment_id = ? and state = 'asked')")
                .param(ask.value())
                .query(Boolean.class)
                .single();
        if (!open) {
            return !turns.close(pen, ask, PURPOSES, outcome, null).isEmpty();
        }
        boolean shown = false;
        for (Turn turn : turns.openAbout(ask)) {
            PersonId person = turn.awaited().person();
            if (turn.purpose() == Purpose.APPROVE && person != null && !undecided(ask, person)) {
                turns.close(pen, turn.id(), outcome, null);
                shown = true;
            }
        }
        return shown;
    }

    private boolean undecided(CommentId ask, PersonId person) {
        return sql.sql("""
                        select exists (select from approval a where a.comment_id = ? and a.state = 'asked'
                                          and not exists (select from approval_voice v where v.approval_id = a.id and v.person_id = ?))
                        """)
                .params(ask.value(), person.value())
                .query(Boolean.class)
                .single();
    }
}
