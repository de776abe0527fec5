package openkitchen.project;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.id.PersonId;
import openkitchen.problem.Faults;
import openkitchen.problem.NotFound;
import openkitchen.problem.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What everybody on a project should know: its strategy, the client's business, and where things are. */
@Component
public class Knowledge {

    public static final int TEXT_LIMIT = 50_000;

    private final JdbcClient sql;
    private final History history;

    Knowledge(JdbcClient sql, History history) {
        this.sql = sql;
        this.history = history;
    }

    /** The two long texts of a project. */
    public enum Kind {
        STRATEGY,
        BUSINESS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One version of a text, in Markdown; version 0 with an empty body before the first. */
    public record Text(
            int version,
            String body,
            @Nullable Instant at,
            @Nullable PersonId by) {}

    /** Where something is: never a password. */
    public record Link(long id, String title, String url, String note) {}

    public Text text(Seat seat, Kind kind) {
        return texts(seat, kind, 1).stream().findFirst().orElse(new Text(0, "", null, null));
    }

    /** All versions of a text, newest first. */
    public List<Text> texts(Seat seat, Kind kind) {
        return texts(seat, kind, Integer.MAX_VALUE);
    }

    private List<Text> texts(Seat seat, Kind kind, int limit) {
        return sql.sql("""
                        select version, body, at, by_id from project_text
                         where project_id = ? and kind = ? order by version desc limit ?
                        """)
                .params(seat.project().value(), kind.code(), limit)
                .query((row, index) -> new Text(
                        row.getInt("version"),
                        row.getString("body"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("by_id", Long.class))
                                .map(PersonId::new)
                                .orElse(null)))
                .list();
    }

    /**
     * Writes the next version of a text. The account and the owner may.
     *
     * @param base the version that was edited
     * @throws Stale when another version has come since, with the text that stands now
     */
    public void write(Seat seat, Kind kind, int base, String body) {
        seat.mustManage();
        new Faults().optional("body", body, TEXT_LIMIT).stop();
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Text now = text(seat, kind);
            if (now.version() != base) {
                throw new Stale(now.version(), Map.of("body", now.body()));
            }
            if (now.body().equals(body)) {
                return null;
            }
            sql.sql("""
                            insert into project_text (project_id, kind, version, body, at, by_id)
                            values (:project, :kind, :version, :body, :now, :by)
                            """)
                    .param("project", seat.project().value())
                    .param("kind", kind.code())
                    .param("version", base + 1)
                    .param("body", body)
                    .param("now", pen.now().atOffset(ZoneOffset.UTC))
                    .param("by", seat.viewer().person().value())
                    .update();
            return pen.write(EventKind.PROJECT_TEXT, Map.of("text", kind.code(), "version", base + 1, "body", body));
        });
    }

    public List<Link> links(Seat seat) {
        return sql.sql("select id, title, url, note from project_link where project_id = ? order by id")
                .param(seat.project().value())
                .query((row, index) -> new Link(
                        row.getLong("id"), row.getString("title"), row.getString("url"), row.getString("note")))
                .list();
    }

    /** Adds a link to where something is. Anybody on the project may. */
    public long addLink(Seat seat, String title, String url, String note) {
        checkLink(title, url, note);
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            long id = sql.sql("""
                            insert into project_link (project_id, title, url, note)
                            values (:project, :title, :url, :note) returning id
                            """)
                    .param("project", seat.project().value())
                    .param("title", title.strip())
                    .param("url", url.strip())
                    .param("note", note.strip())
                    .query(Long.class)
                    .single();
            pen.write(EventKind.LINK_ADDED, Map.of("title", title.strip(), "url", url.strip()));
            return id;
        });
    }

    private static void checkLink(String title, String url, String note) {
        new Faults()
                .text("title", title, 200)
                .text("url", url, 2000)
                .unless(url.strip().matches("(?i)https?://\\S+"), "url", "error.url")
                .optional("note", note, 1000)
                .stop();
    }

    public void removeLink(Seat seat, long id) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            String title = sql.sql("delete from project_link where id = ? and project_id = ? returning title")
                    .params(id, seat.project().value())
                    .query(String.class)
                    .optional()
                    .orElseThrow(NotFound::new);
            return pen.write(EventKind.LINK_REMOVED, Map.of("title", title));
        });
    }
}
