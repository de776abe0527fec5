package openkitchen.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.ColumnId;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moving a card to a place on the board. The project's lock makes moves one after another, so the order is exact. */
@Component
public class Moving {

    private final JdbcClient sql;
    private final History history;
    private final CardRows rows;
    private final Columns columns;

    Moving(JdbcClient sql, History history, CardRows rows, Columns columns) {
        this.sql = sql;
        this.history = history;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Puts a card into a column behind another card.
     *
     * @param after number of the card it shall stand behind; null for the top. When that card has left the column meanwhile,
     *     the moved one goes to the end.
     * @return the number of the event, or the project's version when nothing had to be done
     * @throws NotFound for an unknown card, or a column that is not on the board
     */
    public long place(Seat seat, int number, ColumnId to, @Nullable Integer after) {
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            Column target = columns.one(seat, to);
            if (card.archived() || target.archived() || (after != null && after == number)) {
                throw new NotFound();
            }
            Gap gap = gap(pen, card.id(), to, after);
            if (card.column().equals(to) && gap.holds(card.rank())) {
                return pen.next() - 1;
            }
            String rank = Rank.between(gap.before(), gap.after());
            sql.sql("update card set column_id = ?, rank = ?, version = ? where id = ?")
                    .params(to.value(), rank, pen.next(), card.id().value())
                    .update();
            long told = tell(pen, seat, card, target);
            return rank.length() < Rank.LONG ? told : dealAnew(pen, target);
        });
    }

    /** The free room between two neighbours; null for the column's beginning or end. */
    private record Gap(@Nullable String before, @Nullable String after) {

        boolean holds(String rank) {
            return (before == null || before.compareTo(rank) < 0) && (after == null || rank.compareTo(after) < 0);
        }
    }

    private Gap gap(Pen pen, CardId moved, ColumnId to, @Nullable Integer after) {
        Optional<String> behind = after == null
                ? Optional.of("")
                : sql.sql(
                                "select rank from card where project_id = ? and number = ? and column_id = ? and archived_at is null")
                        .params(pen.project().value(), after, to.value())
                        .query(String.class)
                        .optional();
        if (behind.isEmpty()) {
            return new Gap(edge("max", moved, to, ""), null);
        }
        return new Gap(behind.get().isEmpty() ? null : behind.get(), edge("min", moved, to, behind.get()));
    }

    private @Nullable String edge(String least, CardId moved, ColumnId column, String above) {
        return sql.sql("""
                        select %s(rank) from card where column_id = ? and archived_at is null and rank > ? and id <> ?
                        """.formatted(least))
                .params(column.value(), above, moved.value())
                .query((row, index) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private long tell(Pen pen, Seat seat, Found card, Column target) {
        Map<String, Object> data = card.told();
        data.put("to", target.name());
        if (card.column().equals(target.id())) {
            return pen.write(EventKind.CARD_PLACED, card.id(), data);
        }
        data.put("from", columns.one(seat, card.column()).name());
        data.put("to_kind", target.kind().code());
        return pen.write(EventKind.CARD_MOVED, card.id(), data);
    }

    /** Ranks that grew long, by very many moves to one place, are dealt out anew over the whole column. */
    private long dealAnew(Pen pen, Column column) {
        List<Long> order = sql.sql("select id from card where column_id = ? and archived_at is null order by rank, id")
                .param(column.id().value())
                .query(Long.class)
                .list();
        for (int i = 0; i < order.size(); i++) {
            sql.sql("update card set rank = ?, version = ? where id = ?")
                    .params(Rank.dealt(i, order.size()), pen.next(), order.get(i))
                    .update();
        }
        return pen.write(EventKind.COLUMN_RANKED, Map.of("column", column.id().value(), "name", column.name()));
    }
}
