package openkitchen.board;

import java.util.List;
import java.util.Map;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.id.LabelId;
import openkitchen.problem.Faults;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The labels of a project. Anybody on it may change them. */
@Component
public class Labels {

    public static final int NAME_LIMIT = 100;
    private static final int COUNT_LIMIT = 1000;

    private final JdbcClient sql;
    private final History history;

    Labels(JdbcClient sql, History history) {
        this.sql = sql;
        this.history = history;
    }

    public List<Label> of(Seat seat) {
        return sql.sql("select id, name, colour from label where project_id = ? order by id")
                .param(seat.project().value())
                .query((row, index) ->
                        new Label(new LabelId(row.getLong("id")), row.getString("name"), row.getString("colour")))
                .list();
    }

    Label one(Seat seat, LabelId id) {
        return of(seat).stream()
                .filter(label -> label.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public LabelId add(Seat seat, String name, String colour) {
        check(name, colour);
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            if (of(seat).size() >= COUNT_LIMIT) {
                throw new Invalid("name", "error.too_many_labels", COUNT_LIMIT);
            }
            LabelId id =
                    new LabelId(sql.sql("insert into label (project_id, name, colour) values (?, ?, ?) returning id")
                            .params(seat.project().value(), name.strip(), colour)
                            .query(Long.class)
                            .single());
            pen.write(EventKind.LABEL_ADDED, Map.of("label", id.value(), "name", name.strip(), "colour", colour));
            return id;
        });
    }

    public void change(Seat seat, LabelId id, String name, String colour) {
        check(name, colour);
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Label before = one(seat, id);
            sql.sql("update label set name = ?, colour = ? where id = ?")
                    .params(name.strip(), colour, id.value())
                    .update();
            touchCards(id, pen.next());
            return pen.write(
                    EventKind.LABEL_CHANGED,
                    Map.of("label", id.value(), "name_from", before.name(), "name", name.strip(), "colour", colour));
        });
    }

    public void remove(Seat seat, LabelId id) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Label before = one(seat, id);
            touchCards(id, pen.next());
            sql.sql("delete from label where id = ?").param(id.value()).update();
            return pen.write(
                    EventKind.LABEL_REMOVED,
                    Map.of("label", id.value(), "name", before.name(), "colour", before.colour()));
        });
    }

    private void touchCards(LabelId id, long version) {
        sql.sql("update card set version = ? where id in (select card_id from card_label where label_id = ?)")
                .params(version, id.value())
                .update();
    }

    private static void check(String name, String colour) {
        new Faults()
                .optional("name", name, NAME_LIMIT)
                .unless(!name.isBlank() || !colour.isEmpty(), "name", "error.required")
                .unless(Colours.right(colour), "colour", "error.colour")
                .stop();
    }
}
