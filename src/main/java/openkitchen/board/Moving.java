package openkitchen.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.ColumnId;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moving a card to a place on the board. The project's lock makes moves one after another, so the order is exact. */
@Component
public class Moving {

    /** Characters of the reason for moving a card past what holds it back. */
    public static final int REASON_LIMIT = 2000;

    private final JdbcClient sql;
    private final History history;
    private final ObjectProvider<Gate> gates;

    Moving(JdbcClient sql, History history, ObjectProvider<Gate> gates) {
        this.sql = sql;
        this.history = history;
        this.gates = gates;
    }

    /**
     * Puts a card into a column behind another card.
     *
     * @param after number of the card it shall stand behind; null for the top. When that card has left the column meanwhile,
     *     the moved one goes to the end.
     * @return the number of the event, or the project's version when nothing had to be done
     * @throws NotFound for an unknown card, or a column that is not on the board
     * @throws Forbidden when the column is a done one and a {@link Gate} holds the card back
     */
    public long place(Seat seat, int number, ColumnId to, @Nullable Integer after) {
        return place(seat, number, to, after, "");
    }

    /**
     * The same, past what holds the card back from a done column: only the project's account and the owner may, with a reason
     * that stands in the history.
     *
     * @param despite the reason; empty for none
     */
    public long place(Seat seat, int number, ColumnId to, @Nullable Integer after, String despite) {
        new Faults().optional("reason", despite, REASON_LIMIT).stop();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Move move = find(seat, number, to);
            if (after != null && after == number) {
                throw new NotFound();
            }
            boolean forced = held(seat, move, despite);
            Gap gap = gap(pen, move.card().id(), to, after);
            if (!move.away() && gap.holds(move.card().rank())) {
                return pen.next() - 1;
            }
            String rank = Rank.between(gap.before(), gap.after());
            sql.sql("update card set column_id = ?, rank = ?, version = ? where id = ?")
                    .params(to.value(), rank, pen.next(), move.card().id().value())
                    .update();
            long told = tell(pen, move, forced ? despite.strip() : "");
            return rank.length() < Rank.LONG ? told : dealAnew(pen, to, move.to());
        });
    }

    /** A card, the name of the column in which it stands, and name and kind of the one to which it goes. */
    private record Move(Found card, String from, ColumnId target, String to, String kind) {

        boolean away() {
            return !card.column().equals(target);
        }
    }

    private Move find(Seat seat, int number, ColumnId to) {
        return sql.sql("""
                        select c.id, c.number, c.title, c.column_id, c.rank, k.name as from_name, t.name as to_name, t.kind as to_kind
                          from card c
                          join board_column k on k.id = c.column_id
                          join board_column t on t.id = ? and t.project_id = c.project_id and t.archived_at is null
                         where c.project_id = ? and c.number = ? and c.archived_at is null
                        """)
                .params(to.value(), seat.project().value(), number)
                .query((row, index) -> new Move(
                        new Found(
                                new CardId(row.getLong("id")),
                                row.getInt("number"),
                                row.getString("title"),
                                new ColumnId(row.getLong("column_id")),
                                row.getString("rank"),
                                false),
                        row.getString("from_name"),
                        to,
                        row.getString("to_name"),
                        row.getString("to_kind")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Whether something holds the card back and is overridden. */
    private boolean held(Seat seat, Move move, String despite) {
        if (!move.away() || !move.kind().equals(ColumnKind.DONE.code())) {
            return false;
        }
        String why = gates.orderedStream()
                .map(gate -> gate.holds(move.card().id()))
                .filter(key -> !key.isEmpty())
                .findFirst()
                .orElse("");
        if (why.isEmpty()) {
            return false;
        }
        if (!seat.manages()) {
            throw new Forbidden(why);
        }
        if (despite.isBlank()) {
            throw new Invalid("reason", why);
        }
        return true;
    }

    /** The free room between two neighbours; null for the column's beginning or end. */
    private record Gap(@Nullable String before, @Nullable String after) {

        boolean holds(String rank) {
            return (before == null || before.compareTo(rank) < 0) && (after == null || rank.compareTo(after) < 0);
        }
    }

    private Gap gap(Pen pen, CardId moved, ColumnId to, @Nullable Integer after) {
        if (after == null) {
            return new Gap(null, edge("min", moved, to));
        }
        return sql.sql("""
                        select b.rank, (select min(rank) from card c
                                         where c.column_id = b.column_id and c.archived_at is null and c.rank > b.rank and c.id <> ?)
                          from card b where b.project_id = ? and b.number = ? and b.column_id = ? and b.archived_at is null
                        """)
                .params(moved.value(), pen.project().value(), after, to.value())
                .query((row, index) -> new Gap(row.getString(1), row.getString(2)))
                .optional()
                .orElseGet(() -> new Gap(edge("max", moved, to), null));
    }

    private @Nullable String edge(String least, CardId moved, ColumnId column) {
        return sql.sql("select %s(rank) from card where column_id = ? and archived_at is null and id <> ?"
                        .formatted(least))
                .params(column.value(), moved.value())
                .query((row, index) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private static long tell(Pen pen, Move move, String despite) {
        Map<String, Object> data = move.card().told();
        data.put("to", move.to());
        if (!move.away()) {
            return pen.write(EventKind.CARD_PLACED, move.card().id(), data);
        }
        data.put("from", move.from());
        data.put("to_kind", move.kind());
        if (!despite.isEmpty()) {
            data.put("despite", despite);
        }
        return pen.write(EventKind.CARD_MOVED, move.card().id(), data);
    }

    /** Ranks that grew long, by very many moves to one place, are dealt out anew over the whole column. */
    private long dealAnew(Pen pen, ColumnId column, String name) {
        List<Long> order = sql.sql("select id from card where column_id = ? and archived_at is null order by rank, id")
                .param(column.value())
                .query(Long.class)
                .list();
        for (int i = 0; i < order.size(); i++) {
            sql.sql("update card set rank = ?, version = ? where id = ?")
                    .params(Rank.dealt(i, order.size()), pen.next(), order.get(i))
                    .update();
        }
        return pen.write(EventKind.COLUMN_RANKED, Map.of("column", column.value(), "name", name));
    }
}
