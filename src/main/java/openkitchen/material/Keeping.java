package openkitchen.material;

import java.util.List;
import java.util.Map;
import openkitchen.board.CardGoes;
import openkitchen.board.CardMoves;
import openkitchen.board.CardsLeaveBoard;
import openkitchen.id.CardId;
import openkitchen.id.ProjectId;
import openkitchen.problem.Fault;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.project.StatusChanges;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the record true when the ground under it changes: a card goes to another project, would be archived or deleted, a project
 * was paused.
 */
@Component
class Keeping {

    private static final int MOST_NAMED = 5;

    private final JdbcClient sql;

    Keeping(JdbcClient sql) {
        this.sql = sql;
    }

    @Order(0) // when the turns are there, and before others are found to decide
    @EventListener
    void moved(CardMoves move) {
        long to = move.to().project().value();
        long card = move.card().value();
        sql.sql("update approval a set project_id = ? from material m where m.id = a.material_id and m.card_id = ?")
                .params(to, card)
                .update();
        sql.sql("update material set project_id = ? where card_id = ?")
                .params(to, card)
                .update();
        follow(move.to().project());
    }

    /** In a paused project the term moves as the client's turn does. */
    @EventListener
    void status(StatusChanges change) {
        follow(change.pen().project());
    }

    /** Where several are waited for, the last of their terms is the approval's. */
    private void follow(ProjectId project) {
        sql.sql("""
                        update approval a set due_at = t.due_at, reminded_at = null
                          from (select comment_id, max(due_at) as due_at from turn
                                 where project_id = :project and purpose = 'approve' and closed_at is null group by comment_id) t
                         where a.project_id = :project and a.state = 'asked' and a.comment_id = t.comment_id and a.due_at < t.due_at
                        """).param("project", project.value()).update();
    }

    /** What the client is asked about stays where it is seen. */
    @EventListener
    void archived(CardsLeaveBoard leaving) {
        List<String> asked = sql.sql("""
                        select m.name from material m
                         where m.card_id = any(?)
                           and exists (select from approval a where a.material_id = m.id and a.state = 'asked')
                         order by m.id limit ?
                        """)
                .params(leaving.cards().stream().map(CardId::value).toArray(Long[]::new), MOST_NAMED)
                .query(String.class)
                .list();
        if (!asked.isEmpty()) {
            throw new Invalid(
                    List.of(new Fault("card", "error.withdraw_here_first", Map.of("names", String.join(", ", asked)))));
        }
    }

    /** Who approved what is not deleted with a card. */
    @EventListener
    void goes(CardGoes going) {
        boolean asked = sql.sql(
                        "select exists (select from approval a join material m on m.id = a.material_id where m.card_id = ?)")
                .param(going.card().value())
                .query(Boolean.class)
                .single();
        if (asked) {
            throw new Forbidden("error.card_has_approvals");
        }
    }
}
