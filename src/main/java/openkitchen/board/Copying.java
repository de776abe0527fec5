package openkitchen.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.id.CardId;
import openkitchen.id.ColumnId;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import openkitchen.search.SearchIndex;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Copying a card, and moving one to another project. */
@Component
public class Copying {

    private final JdbcClient sql;
    private final History history;
    private final CardRows rows;
    private final Columns columns;
    private final SearchIndex search;
    private final ApplicationEventPublisher events;

    Copying(
            JdbcClient sql,
            History history,
            CardRows rows,
            Columns columns,
            SearchIndex search,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.history = history;
        this.rows = rows;
        this.columns = columns;
        this.search = search;
        this.events = events;
    }

    /**
     * Copies a card behind itself: text, kind, labels, people, dates, checklists (nothing ticked) and attachments; not the talk.
     *
     * @return the copy's number
     */
    public int copy(Seat seat, int number, String title) {
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            String name = title.isBlank() ? card.title() : Cards.oneLine(title);
            int fresh = rows.nextNumber(pen);
            String next = sql.sql("select min(rank) from card where column_id = ? and archived_at is null and rank > ?")
                    .params(card.column().value(), card.rank())
                    .query((row, index) -> Optional.ofNullable(row.getString(1)))
                    .single()
                    .orElse(null);
            long copy = sql.sql("""
                            insert into card (project_id, number, column_id, rank, kind, title, discipline, start_at, due_at,
                                              cover_file_id, cover_colour, described, files, items, version, created_at, created_by)
                            select project_id, :number, column_id, :rank, kind, :title, discipline, start_at, due_at,
                                   cover_file_id, cover_colour, described, files, items, :version, :now, :by
                              from card where id = :card
                            returning id
                            """)
                    .param("number", fresh)
                    .param("rank", Rank.between(card.rank(), next))
                    .param("title", name)
                    .param("version", pen.next())
                    .param("now", pen.now().atOffset(java.time.ZoneOffset.UTC))
                    .param("by", seat.viewer().person().value())
                    .param("card", card.id().value())
                    .query(Long.class)
                    .single();
            for (String part : PARTS) {
                sql.sql(part).param("from", card.id().value()).param("to", copy).update();
            }
            copyChecklists(card.id().value(), copy);
            search.card(seat.project(), new CardId(copy), name, description(copy));
            Map<String, Object> data = new java.util.LinkedHashMap<>();
            data.put("n", fresh);
            data.put("title", name);
            data.put("of", card.number());
            data.put("column", columns.one(seat, card.column()).name());
            data.put("description", description(copy));
            pen.write(EventKind.CARD_COPIED, new CardId(copy), data);
            return fresh;
        });
    }

    private static final List<String> PARTS = List.of(
            "insert into card_text (card_id, description) select :to, description from card_text where card_id = :from",
            "insert into card_label (card_id, label_id) select :to, label_id from card_label where card_id = :from",
            "insert into card_person (card_id, person_id) select :to, person_id from card_person where card_id = :from",
            "insert into card_affects (card_id, discipline) select :to, discipline from card_affects where card_id = :from",
            "insert into custom_field_value (card_id, field_id, value) select :to, field_id, value from custom_field_value where card_id = :from",
            """
            insert into attachment (project_id, card_id, file_id, url, title, note, size, created_at, created_by)
            select project_id, :to, file_id, url, title, note, size, created_at, created_by from attachment
             where card_id = :from order by id
            """);

    private void copyChecklists(long from, long to) {
        sql.sql("""
                        with copied as (
                            insert into checklist (card_id, name, rank) select :to, name, rank from checklist where card_id = :from
                            returning id, rank)
                        insert into checklist_item (checklist_id, body, rank, due_at, person_id)
                        select copied.id, i.body, i.rank, i.due_at, i.person_id
                          from checklist_item i join checklist l on l.id = i.checklist_id and l.card_id = :from
                          join copied on copied.rank = l.rank
                        """).param("from", from).param("to", to).update();
    }

    private String description(long card) {
        return sql.sql("select description from card_text where card_id = ?")
                .param(card)
                .query(String.class)
                .single();
    }

    /**
     * Moves a card with all it has to the end of a column of another project, where it gets a new number. Labels of the same
     * name and colour are kept, people who are not on the other team are taken off, custom fields stay behind.
     *
     * @param to the viewer's seat in the other project
     * @return the card's number there
     */
    @Transactional
    public int send(Seat from, int number, Seat to, ColumnId column) {
        if (from.project().equals(to.project())) {
            throw new NotFound();
        }
        // Two cards that change places at once must not wait for each other for ever: the lower project is locked
        // first.
        boolean here = from.project().value() < to.project().value();
        return history.change(
                here ? from.project() : to.project(),
                from.viewer().person(),
                first -> history.change(
                        here ? to.project() : from.project(),
                        from.viewer().person(),
                        second -> go(from, number, to, column, here ? first : second, here ? second : first)));
    }

    private int go(
            Seat from,
            int number,
            Seat to,
            ColumnId column,
            openkitchen.history.Pen leaving,
            openkitchen.history.Pen coming) {
        Found card = rows.find(from, number);
        Column target = columns.one(to, column);
        if (card.archived() || target.archived()) {
            throw new NotFound();
        }
        int fresh = rows.nextNumber(coming);
        String last = sql.sql("select max(rank) from card where column_id = ? and archived_at is null")
                .param(column.value())
                .query((row, index) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
        long id = card.id().value();
        sql.sql("update card set project_id = ?, number = ?, column_id = ?, rank = ?, version = ? where id = ?")
                .params(to.project().value(), fresh, column.value(), Rank.between(last, null), coming.next(), id)
                .update();
        for (String statement : List.of(
                """
                update card_label c set label_id = other.id from label own, label other
                 where c.card_id = :card and own.id = c.label_id and other.project_id = :project
                   and other.name = own.name and other.colour = own.colour
                   and other.id = (select min(id) from label where project_id = :project and name = own.name and colour = own.colour)
                """,
                "delete from card_label where card_id = :card and label_id not in (select id from label where project_id = :project)",
                "delete from card_person where card_id = :card and person_id not in (select person_id from member where project_id = :project)",
                "delete from custom_field_value where card_id = :card and :project > 0",
                "update comment set project_id = :project where card_id = :card",
                "update attachment set project_id = :project where card_id = :card")) {
            sql.sql(statement)
                    .param("card", id)
                    .param("project", to.project().value())
                    .update();
        }
        search.move(card.id(), to.project());
        events.publishEvent(new CardMoves(leaving, coming, to, card.id(), fresh));
        leaving.write(EventKind.CARD_LEFT, card.id(), with(card.told(), "to", to.key()));
        Map<String, Object> came = with(card.told(), "from", from.key());
        came.put("n", fresh);
        came.put("n_from", card.number());
        came.put("column", target.name());
        coming.write(EventKind.CARD_CAME, card.id(), came);
        return fresh;
    }

    private static Map<String, Object> with(Map<String, Object> data, String name, String value) {
        data.put(name, value);
        return data;
    }
}
