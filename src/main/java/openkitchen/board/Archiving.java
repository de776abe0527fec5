package openkitchen.board;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.project.Seat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Taking a card off the board, bringing it back, and deleting it. What it was stays in the history. */
@Component
public class Archiving {

    private final JdbcClient sql;
    private final History history;
    private final CardRows rows;
    private final ApplicationEventPublisher events;

    Archiving(JdbcClient sql, History history, CardRows rows, ApplicationEventPublisher events) {
        this.sql = sql;
        this.history = history;
        this.rows = rows;
        this.events = events;
    }

    /**
     * Takes a card off the board.
     *
     * @throws Invalid while the client is asked to approve something on it
     */
    public void archive(Seat seat, int number) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            if (card.archived()) {
                return null;
            }
            events.publishEvent(new CardsLeaveBoard(pen, List.of(card.id())));
            sql.sql("update card set archived_at = ?, archived_by = ? where id = ?")
                    .params(
                            pen.now().atOffset(ZoneOffset.UTC),
                            seat.viewer().person().value(),
                            card.id().value())
                    .update();
            return rows.tell(pen, card, EventKind.CARD_ARCHIVED, card.told());
        });
    }

    /** Brings a card back to the end of its column; when that is archived itself, the card comes back with the column. */
    public void restore(Seat seat, int number) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            if (!card.archived()) {
                return null;
            }
            String last = sql.sql("select max(rank) from card where column_id = ? and archived_at is null")
                    .param(card.column().value())
                    .query((row, index) -> Optional.ofNullable(row.getString(1)))
                    .single()
                    .orElse(null);
            sql.sql("update card set archived_at = null, archived_by = null, rank = ? where id = ?")
                    .params(Rank.between(last, null), card.id().value())
                    .update();
            return rows.tell(pen, card, EventKind.CARD_RESTORED, card.told());
        });
    }

    /**
     * Deletes an archived card with its talk and files' places. The history keeps every text it ever had. Only the project's
     * account and the owner may, and only what is archived already.
     */
    public void delete(Seat seat, int number) {
        seat.mustManage();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            if (!card.archived()) {
                throw new Forbidden("error.archive_first");
            }
            Map<String, Object> data = card.told();
            data.put(
                    "description",
                    sql.sql("select description from card_text where card_id = ?")
                            .param(card.id().value())
                            .query(String.class)
                            .single());
            events.publishEvent(new CardGoes(pen, card.id()));
            sql.sql("delete from card where id = ?").param(card.id().value()).update();
            return pen.write(EventKind.CARD_DELETED, card.id(), data);
        });
    }
}
