package openkitchen.board;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.ChecklistId;
import openkitchen.id.ItemId;
import openkitchen.id.PersonId;
import openkitchen.problem.Faults;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The checklists of a card. */
@Component
public class Checklists {

    public static final int NAME_LIMIT = 200;
    public static final int ITEM_LIMIT = 2000;
    private static final int MOST_LISTS = 50;
    private static final int MOST_ITEMS = 500;

    private final JdbcClient sql;
    private final History history;
    private final CardRows rows;

    Checklists(JdbcClient sql, History history, CardRows rows) {
        this.sql = sql;
        this.history = history;
        this.rows = rows;
    }

    List<Card.Checklist> of(CardId card) {
        record Row(long list, Card.Item item) {}
        List<Row> items = sql.sql("""
                        select i.checklist_id, i.id, i.body, i.due_at, i.person_id, i.done_at, i.done_by
                          from checklist_item i join checklist l on l.id = i.checklist_id
                         where l.card_id = ? order by i.rank, i.id
                        """)
                .param(card.value())
                .query((row, index) -> new Row(
                        row.getLong("checklist_id"),
                        new Card.Item(
                                new ItemId(row.getLong("id")),
                                row.getString("body"),
                                instant(row.getObject("due_at", OffsetDateTime.class)),
                                person(row.getObject("person_id", Long.class)),
                                instant(row.getObject("done_at", OffsetDateTime.class)),
                                person(row.getObject("done_by", Long.class)))))
                .list();
        return sql.sql("select id, name from checklist where card_id = ? order by rank, id")
                .param(card.value())
                .query((row, index) -> {
                    long id = row.getLong("id");
                    return new Card.Checklist(
                            new ChecklistId(id),
                            row.getString("name"),
                            items.stream()
                                    .filter(item -> item.list() == id)
                                    .map(Row::item)
                                    .toList());
                })
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable PersonId person(@Nullable Long id) {
        return id == null ? null : new PersonId(id);
    }

    public ChecklistId add(Seat seat, int number, String name) {
        new Faults().text("name", name, NAME_LIMIT).stop();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            if (of(card.id()).size() >= MOST_LISTS) {
                throw new Invalid("name", "error.too_many_checklists", MOST_LISTS);
            }
            ChecklistId id =
                    new ChecklistId(sql.sql("insert into checklist (card_id, name, rank) values (?, ?, ?) returning id")
                            .params(
                                    card.id().value(),
                                    name.strip(),
                                    after("checklist", "card_id", card.id().value()))
                            .query(Long.class)
                            .single());
            rows.tell(pen, card, EventKind.CHECKLIST_ADDED, told(card, name.strip()));
            return id;
        });
    }

    private String after(String table, String parent, long id) {
        String last = sql.sql("select max(rank) from %s where %s = ?".formatted(table, parent))
                .param(id)
                .query((row, index) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
        return Rank.between(last, null);
    }

    private static Map<String, Object> told(Found card, String list) {
        Map<String, Object> data = card.told();
        data.put("list", list);
        return data;
    }

    public void rename(Seat seat, int number, ChecklistId list, String name) {
        new Faults().text("name", name, NAME_LIMIT).stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            String before = name(card, list);
            sql.sql("update checklist set name = ? where id = ?")
                    .params(name.strip(), list.value())
                    .update();
            Map<String, Object> data = told(card, name.strip());
            data.put("list_from", before);
            return rows.tell(pen, card, EventKind.CHECKLIST_CHANGED, data);
        });
    }

    private String name(Found card, ChecklistId list) {
        return sql.sql("select name from checklist where id = ? and card_id = ?")
                .params(list.value(), card.id().value())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    public void remove(Seat seat, int number, ChecklistId list) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            Map<String, Object> data = told(card, name(card, list));
            data.put(
                    "items",
                    String.join(
                            "\n",
                            sql.sql("select body from checklist_item where checklist_id = ? order by rank, id")
                                    .param(list.value())
                                    .query(String.class)
                                    .list()));
            sql.sql("delete from checklist where id = ?").param(list.value()).update();
            count(card.id());
            return rows.tell(pen, card, EventKind.CHECKLIST_REMOVED, data);
        });
    }

    public ItemId addItem(Seat seat, int number, ChecklistId list, String body) {
        new Faults().text("body", body, ITEM_LIMIT).stop();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            String name = name(card, list);
            int there = sql.sql("select count(*) from checklist_item where checklist_id = ?")
                    .param(list.value())
                    .query(Integer.class)
                    .single();
            if (there >= MOST_ITEMS) {
                throw new Invalid("body", "error.too_many_items", MOST_ITEMS);
            }
            ItemId id = new ItemId(
                    sql.sql("insert into checklist_item (checklist_id, body, rank) values (?, ?, ?) returning id")
                            .params(list.value(), body.strip(), after("checklist_item", "checklist_id", list.value()))
                            .query(Long.class)
                            .single());
            Map<String, Object> data = told(card, name);
            data.put("item", body.strip());
            count(card.id());
            rows.tell(pen, card, EventKind.ITEM_ADDED, data);
            return id;
        });
    }

    private record FoundItem(String body, String list, ChecklistId listId, boolean done) {}

    private FoundItem item(Found card, ItemId item) {
        return sql.sql("""
                        select i.body, l.name, l.id, i.done_at is not null as done
                          from checklist_item i join checklist l on l.id = i.checklist_id
                         where i.id = ? and l.card_id = ?
                        """)
                .params(item.value(), card.id().value())
                .query((row, index) -> new FoundItem(
                        row.getString("body"),
                        row.getString("name"),
                        new ChecklistId(row.getLong("id")),
                        row.getBoolean("done")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    public void tick(Seat seat, int number, ItemId item, boolean done) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            FoundItem found = item(card, item);
            if (found.done() == done) {
                return null;
            }
            sql.sql("update checklist_item set done_at = :at, done_by = :by where id = :id")
                    .param("at", done ? pen.now().atOffset(ZoneOffset.UTC) : null)
                    .param("by", done ? seat.viewer().person().value() : null)
                    .param("id", item.value())
                    .update();
            return told(pen, card, found, done ? EventKind.ITEM_DONE : EventKind.ITEM_UNDONE, found.body());
        });
    }

    private long told(Pen pen, Found card, FoundItem found, EventKind kind, String body) {
        Map<String, Object> data = told(card, found.list());
        data.put("item", body);
        count(card.id());
        return rows.tell(pen, card, kind, data);
    }

    public void write(Seat seat, int number, ItemId item, String body) {
        new Faults().text("body", body, ITEM_LIMIT).stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            FoundItem found = item(card, item);
            if (found.body().equals(body.strip())) {
                return null;
            }
            sql.sql("update checklist_item set body = ? where id = ?")
                    .params(body.strip(), item.value())
                    .update();
            Map<String, Object> data = told(card, found.list());
            data.put("item", body.strip());
            data.put("item_from", found.body());
            return rows.tell(pen, card, EventKind.ITEM_CHANGED, data);
        });
    }

    /** Puts an item behind another of the same list, or first when {@code after} is null. */
    public void move(Seat seat, int number, ItemId item, @Nullable ItemId after) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            FoundItem found = item(card, item);
            String before = after == null
                    ? null
                    : sql.sql("select rank from checklist_item where id = ? and checklist_id = ?")
                            .params(after.value(), found.listId().value())
                            .query(String.class)
                            .optional()
                            .orElseThrow(NotFound::new);
            String next = sql.sql(
                            "select min(rank) from checklist_item where checklist_id = ? and rank > ? and id <> ?")
                    .params(found.listId().value(), before == null ? "" : before, item.value())
                    .query((row, index) -> Optional.ofNullable(row.getString(1)))
                    .single()
                    .orElse(null);
            sql.sql("update checklist_item set rank = ? where id = ?")
                    .params(Rank.between(before, next), item.value())
                    .update();
            Map<String, Object> data = told(card, found.list());
            data.put("item", found.body());
            return rows.tell(pen, card, EventKind.ITEM_CHANGED, data);
        });
    }

    public void removeItem(Seat seat, int number, ItemId item) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            FoundItem found = item(card, item);
            sql.sql("delete from checklist_item where id = ?")
                    .param(item.value())
                    .update();
            return told(pen, card, found, EventKind.ITEM_REMOVED, found.body());
        });
    }

    private void count(CardId card) {
        sql.sql("""
                        update card set (items, items_done) =
                               (select count(*), count(i.done_at) from checklist_item i join checklist l on l.id = i.checklist_id
                                 where l.card_id = card.id)
                         where id = ?
                        """).param(card.value()).update();
    }
}
