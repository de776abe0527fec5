package openkitchen.board;

import java.util.Map;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.problem.Faults;
import openkitchen.problem.Stale;
import openkitchen.project.Seat;
import openkitchen.search.SearchIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writing a card's title and description; of two who edit at once, the second is shown both texts. */
@Component
public class Writing {

    private final JdbcClient sql;
    private final History history;
    private final CardRows rows;
    private final SearchIndex search;

    Writing(JdbcClient sql, History history, CardRows rows, SearchIndex search) {
        this.sql = sql;
        this.history = history;
        this.rows = rows;
        this.search = search;
    }

    private record Text(String description, int version) {}

    /**
     * Changes the title.
     *
     * @param base the text version that was edited, or -1 to write over whatever stands there
     * @throws Stale when the title was changed since
     */
    public void title(Seat seat, int number, int base, String wanted) {
        String title = Cards.oneLine(wanted);
        new Faults().text("title", title, Cards.TITLE_LIMIT).stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            Text text = text(card);
            if (card.title().equals(title)) {
                return null;
            }
            mustBe(base, text, card);
            sql.sql("update card set title = ? where id = ?")
                    .params(title, card.id().value())
                    .update();
            sql.sql("update card_text set version = version + 1 where card_id = ?")
                    .param(card.id().value())
                    .update();
            search.card(seat.project(), card.id(), title, text.description());
            return rows.tell(
                    pen, card, EventKind.CARD_TITLED, Map.of("n", card.number(), "title", title, "from", card.title()));
        });
    }

    /** Changes the description; {@code base} as for the title. */
    public void describe(Seat seat, int number, int base, String description) {
        new Faults()
                .optional("description", description, Cards.DESCRIPTION_LIMIT)
                .stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            Text text = text(card);
            if (text.description().equals(description)) {
                return null;
            }
            mustBe(base, text, card);
            sql.sql("update card set described = ? where id = ?")
                    .params(!description.isBlank(), card.id().value())
                    .update();
            sql.sql("update card_text set description = ?, version = version + 1 where card_id = ?")
                    .params(description, card.id().value())
                    .update();
            search.card(seat.project(), card.id(), card.title(), description);
            Map<String, Object> data = card.told();
            data.put("description", description);
            return rows.tell(pen, card, EventKind.CARD_DESCRIBED, data);
        });
    }

    private Text text(Found card) {
        return sql.sql("select description, version from card_text where card_id = ?")
                .param(card.id().value())
                .query((row, index) -> new Text(row.getString(1), row.getInt(2)))
                .single();
    }

    private static void mustBe(int base, Text text, Found card) {
        if (base != -1 && base != text.version()) {
            throw new Stale(text.version(), Map.of("title", card.title(), "description", text.description()));
        }
    }
}
