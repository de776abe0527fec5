package openkitchen.board;

import static openkitchen.board.ManyRows.number;
import static openkitchen.board.ManyRows.time;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import openkitchen.history.Pen;
import openkitchen.id.AttachmentId;
import openkitchen.id.CardId;
import openkitchen.id.ChecklistId;
import openkitchen.id.FieldId;
import openkitchen.id.ItemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts on cards what an import brings for them: checklists, attachments, values of custom fields. See {@link Bringing}. */
@Component
public class Furnishing {

    private final JdbcClient sql;
    private final ManyRows many;

    Furnishing(JdbcClient sql, ManyRows many) {
        this.sql = sql;
        this.many = many;
    }

    public List<ChecklistId> checklists(List<Brought.OfChecklist> checklists) {
        List<Long> ids = many.ids("checklist", checklists.size());
        String[] ranks = ranks(checklists, one -> one.card().value(), "checklist", "card_id");
        many.write(
                "insert into checklist (id, card_id, name, rank) overriding system value values (?, ?, ?, ?)",
                Bringing.places(checklists),
                (row, i) -> {
                    row.setLong(1, ids.get(i));
                    row.setLong(2, checklists.get(i).card().value());
                    row.setString(3, checklists.get(i).name());
                    row.setString(4, ranks[i]);
                });
        return ids.stream().map(ChecklistId::new).toList();
    }

    public List<ItemId> items(List<Brought.OfItem> items) {
        List<Long> ids = many.ids("checklist_item", items.size());
        String[] ranks = ranks(items, one -> one.checklist().value(), "checklist_item", "checklist_id");
        many.write("""
                        insert into checklist_item (id, checklist_id, body, rank, due_at, person_id, done_at, done_by)
                        overriding system value values (?, ?, ?, ?, ?, ?, ?, ?)
                        """, Bringing.places(items), (row, i) -> {
            Brought.OfItem item = items.get(i);
            row.setLong(1, ids.get(i));
            row.setLong(2, item.checklist().value());
            row.setString(3, item.body());
            row.setString(4, ranks[i]);
            time(row, 5, item.due());
            number(row, 6, item.person() == null ? null : item.person().value());
            time(row, 7, item.done());
            number(row, 8, item.doneBy() == null ? null : item.doneBy().value());
        });
        return ids.stream().map(ItemId::new).toList();
    }

    private <T> String[] ranks(List<T> things, ToLongFunction<T> parent, String table, String column) {
        Map<Long, List<Integer>> byParent = new HashMap<>();
        for (int i = 0; i < things.size(); i++) {
            byParent.computeIfAbsent(parent.applyAsLong(things.get(i)), id -> new ArrayList<>())
                    .add(i);
        }
        Map<Long, String> last = many.lastRanks(table, column, byParent.keySet());
        String[] ranks = new String[things.size()];
        byParent.forEach((id, places) -> {
            List<String> dealt = Rank.behind(last.get(id), places.size());
            for (int i = 0; i < places.size(); i++) {
                ranks[places.get(i)] = dealt.get(i);
            }
        });
        return ranks;
    }

    public List<AttachmentId> attachments(Pen pen, List<Brought.OfAttachment> attachments) {
        List<Long> ids = many.ids("attachment", attachments.size());
        many.write("""
                        insert into attachment (id, project_id, card_id, url, title, note, size, created_at, created_by)
                        overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, Bringing.places(attachments), (row, i) -> {
            Brought.OfAttachment attachment = attachments.get(i);
            row.setLong(1, ids.get(i));
            row.setLong(2, pen.project().value());
            row.setLong(3, attachment.card().value());
            row.setString(4, attachment.url());
            row.setString(5, attachment.title());
            row.setString(6, attachment.note());
            number(row, 7, attachment.size());
            time(row, 8, attachment.at());
            number(row, 9, attachment.by() == null ? null : attachment.by().value());
        });
        return ids.stream().map(AttachmentId::new).toList();
    }

    /** Custom fields, behind those that are there. */
    public List<FieldId> fields(Pen pen, List<Brought.OfField> fields) {
        List<Long> ids = many.ids("custom_field", fields.size());
        long project = pen.project().value();
        List<String> ranks = Rank.behind(
                many.lastRanks("custom_field", "project_id", List.of(project)).get(project), fields.size());
        many.write("""
                        insert into custom_field (id, project_id, name, type, options, on_face, rank)
                        overriding system value values (?, ?, ?, ?, ?, ?, ?)
                        """, Bringing.places(fields), (row, i) -> {
            Brought.OfField field = fields.get(i);
            row.setLong(1, ids.get(i));
            row.setLong(2, project);
            row.setString(3, field.name());
            row.setString(4, field.type());
            row.setArray(
                    5, row.getConnection().createArrayOf("text", field.options().toArray()));
            row.setBoolean(6, field.onFace());
            row.setString(7, ranks.get(i));
        });
        return ids.stream().map(FieldId::new).toList();
    }

    public void values(List<Brought.OfValue> values) {
        many.write(
                "insert into custom_field_value (card_id, field_id, value) values (?, ?, ?) on conflict do nothing",
                values,
                (row, value) -> {
                    row.setLong(1, value.card().value());
                    row.setLong(2, value.field().value());
                    row.setString(3, value.value());
                });
    }

    /** Which of these checklists are still on a card of the project. */
    public Set<ChecklistId> there(Pen pen, Collection<ChecklistId> checklists) {
        return sql.sql("""
                        select l.id from checklist l join card c on c.id = l.card_id
                         where c.project_id = :project and l.id = any(:checklists)
                        """)
                .param("project", pen.project().value())
                .param("checklists", checklists.stream().map(ChecklistId::value).toArray(Long[]::new))
                .query((row, index) -> new ChecklistId(row.getLong(1)))
                .set();
    }

    /** Counts anew what these cards show of their checklists and attachments; the next event is their version. */
    public void count(Pen pen, Collection<CardId> cards) {
        sql.sql("""
                        update card set files = (select count(*) from attachment a where a.card_id = card.id),
                               (items, items_done) =
                               (select count(*), count(i.done_at) from checklist_item i join checklist l on l.id = i.checklist_id
                                 where l.card_id = card.id),
                               version = :version
                         where id = any(:cards)
                        """)
                .param("version", pen.next())
                .param("cards", cards.stream().map(CardId::value).toArray(Long[]::new))
                .update();
    }
}
