package openkitchen.talk;

import java.time.ZoneOffset;
import java.util.EnumSet;
import openkitchen.history.Pen;
import openkitchen.problem.Forbidden;
import openkitchen.turn.Outcome;
import openkitchen.turn.Purpose;
import openkitchen.turn.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back what a comment asked for: when it is deleted, or turned into a comment of another kind. What asked for an approval
 * stays: it is part of the record.
 */
@Component
class Withdrawing {

    private final JdbcClient sql;
    private final Turns turns;
    private final RemarkCounts counts;

    Withdrawing(JdbcClient sql, Turns turns, RemarkCounts counts) {
        this.sql = sql;
        this.turns = turns;
        this.counts = counts;
    }

    /** Nobody is waited for about this comment any longer; a number that a remark had is not given again. */
    void withdraw(Pen pen, Comment comment) {
        if (comment.kind() == CommentKind.APPROVAL) {
            throw new Forbidden("error.approval_stays");
        }
        turns.close(pen, comment.id(), EnumSet.allOf(Purpose.class), Outcome.WITHDRAWN, null);
        switch (comment.kind()) {
            case MESSAGE, APPROVAL -> {}
            case QUESTION ->
                sql.sql(
                                "update question set state = 'withdrawn', settled_at = :now, settled_by = :by where comment_id = :id")
                        .param("now", pen.now().atOffset(ZoneOffset.UTC))
                        .param("by", by(pen))
                        .param("id", comment.id().value())
                        .update();
            case REMARK -> {
                sql.sql(
                                "update remark set state = 'withdrawn', changed_at = :now, changed_by = :by where comment_id = :id")
                        .param("now", pen.now().atOffset(ZoneOffset.UTC))
                        .param("by", by(pen))
                        .param("id", comment.id().value())
                        .update();
                counts.show(pen, comment.card());
            }
            case DECISION ->
                sql.sql("update decision set state = 'withdrawn' where comment_id = ?")
                        .param(comment.id().value())
                        .update();
        }
    }

    private static @org.jspecify.annotations.Nullable Long by(Pen pen) {
        return pen.actor() == null ? null : pen.actor().value();
    }
}
