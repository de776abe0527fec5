package openkitchen.material;

import openkitchen.board.CardGoes;
import openkitchen.board.CardMoves;
import openkitchen.problem.Forbidden;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the record when a card goes to another project, or would be deleted with what was put before the client on it. */
@Component
class Keeping {

    private final JdbcClient sql;

    Keeping(JdbcClient sql) {
        this.sql = sql;
    }

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
