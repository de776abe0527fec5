package openkitchen.board;

import java.util.Map;
import openkitchen.history.EventKind;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.ColumnId;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cards as rows, for the capabilities that change them. */
@Component
class CardRows {

    private final JdbcClient sql;

    CardRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @throws NotFound when the project has no such card */
    Found find(Seat seat, int number) {
        return sql.sql("""
                        select id, number, title, column_id, rank, archived_at is not null as archived
                          from card where project_id = ? and number = ?
                        """)
                .params(seat.project().value(), number)
                .query((row, index) -> new Found(
                        new CardId(row.getLong("id")),
                        row.getInt("number"),
                        row.getString("title"),
                        new ColumnId(row.getLong("column_id")),
                        row.getString("rank"),
                        row.getBoolean("archived")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Notes that the next event changes what is seen of the card. */
    void touch(Pen pen, CardId card) {
        sql.sql("update card set version = ? where id = ?")
                .params(pen.next(), card.value())
                .update();
    }

    /** Notes the change and writes its event. */
    long tell(Pen pen, Found card, EventKind kind, Map<String, Object> data) {
        touch(pen, card.id());
        return pen.write(kind, card.id(), data);
    }

    /** Gives the project's next card number. */
    int nextNumber(Pen pen) {
        return sql.sql("update project set cards_made = cards_made + 1 where id = ? returning cards_made")
                .param(pen.project().value())
                .query(Integer.class)
                .single();
    }
}
