package openkitchen.talk;

import openkitchen.board.CardMoves;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What goes with a card to another project: its remarks get numbers of the project to which they come. */
@Component
class Travelling {

    private final JdbcClient sql;

    Travelling(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    void moved(CardMoves move) {
        sql.sql("""
                        with moved as (select r.comment_id, row_number() over (order by r.number) as place
                                         from remark r join comment c on c.id = r.comment_id where c.card_id = :card),
                        made as (update project set remarks_made = remarks_made + (select count(*)::int from moved) where id = :project
                                 returning remarks_made - (select count(*)::int from moved) as before)
                        update remark r set project_id = :project, number = made.before + moved.place
                          from moved, made where r.comment_id = moved.comment_id
                        """)
                .param("card", move.card().value())
                .param("project", move.to().project().value())
                .update();
    }
}
