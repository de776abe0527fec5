package openkitchen.talk;

import openkitchen.board.Cards;
import openkitchen.board.Gate;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many remarks are open on a card: shown on its face, and holding it back from being done while one must be fixed. */
@Component
class RemarkCounts implements Gate {

    private final JdbcClient sql;
    private final Cards cards;

    RemarkCounts(JdbcClient sql, Cards cards) {
        this.sql = sql;
        this.cards = cards;
    }

    private record Open(int all, int mustFix) {}

    private Open count(CardId card) {
        return sql.sql("""
                        select count(*), count(*) filter (where r.weight = 'must')
                          from remark r join comment c on c.id = r.comment_id
                         where c.card_id = ? and r.state in ('open', 'appealed')
                        """)
                .param(card.value())
                .query((row, index) -> new Open(row.getInt(1), row.getInt(2)))
                .single();
    }

    void show(Pen pen, CardId card) {
        Open open = count(card);
        cards.remarks(pen, card, open.all(), open.mustFix());
    }

    @Override
    public String holds(CardId card) {
        return count(card).mustFix() > 0 ? "error.held_by_remarks" : "";
    }
}
