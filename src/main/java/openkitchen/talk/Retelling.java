package openkitchen.talk;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.search.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes down many comments that were said elsewhere, with their own times and authors, as an import brings them. It writes
 * no events: whoever brings tells what came.
 */
@Component
public class Retelling {

    private static final int AT_ONCE = 1000;

    private final JdbcTemplate sql;
    private final SearchIndex search;

    Retelling(JdbcTemplate sql, SearchIndex search) {
        this.sql = sql;
        this.search = search;
    }

    /** What somebody said elsewhere; {@code edited} is when they last changed it, null if they did not. */
    public record Retold(
            CardId card,
            PersonId author,
            String body,
            Instant at,
            @Nullable Instant edited) {}

    /** The ids come in the order of the comments. */
    public List<CommentId> retell(Pen pen, List<Retold> comments) {
        List<CommentId> ids = sql
                .queryForList(
                        "select nextval(pg_get_serial_sequence('comment', 'id')) from generate_series(1, ?)",
                        Long.class,
                        comments.size())
                .stream()
                .map(CommentId::new)
                .toList();
        Map<CardId, Integer> counts = new HashMap<>();
        List<SearchIndex.Document> documents = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < comments.size(); i++) {
            Retold comment = comments.get(i);
            places.add(i);
            counts.merge(comment.card(), 1, Integer::sum);
            if (!comment.body().isBlank()) {
                documents.add(new SearchIndex.Document(comment.card(), ids.get(i), "", comment.body()));
            }
        }
        write(pen, comments, ids, places);
        count(pen, counts);
        search.keep(pen.project(), documents);
        return ids;
    }

    private void write(Pen pen, List<Retold> comments, List<CommentId> ids, List<Integer> places) {
        sql.batchUpdate("""
                insert into comment (id, project_id, card_id, author_id, body, created_at, edited_at)
                overriding system value values (?, ?, ?, ?, ?, ?, ?)
                """, places, AT_ONCE, (row, i) -> {
            Retold comment = comments.get(i);
            Instant edited = comment.edited();
            row.setLong(1, ids.get(i).value());
            row.setLong(2, pen.project().value());
            row.setLong(3, comment.card().value());
            row.setLong(4, comment.author().value());
            row.setString(5, comment.body());
            row.setObject(6, comment.at().atOffset(ZoneOffset.UTC));
            row.setObject(7, edited == null ? null : edited.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        });
    }

    private void count(Pen pen, Map<CardId, Integer> counts) {
        sql.batchUpdate(
                "update card set comments = comments + ?, version = ? where id = ?",
                List.copyOf(counts.entrySet()),
                AT_ONCE,
                (row, count) -> {
                    row.setInt(1, count.getValue());
                    row.setLong(2, pen.next());
                    row.setLong(3, count.getKey().value());
                });
    }
}
