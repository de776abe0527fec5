package openkitchen.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.people.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person's notices: one for each card with news, the latest first. Only those of projects that the viewer is on are there at
 * all; the news of a project that they left are gone with it.
 */
@Component
public class Notices {

    /** So many notices that were seen are kept at hand. */
    public static final int SHOWN = 100;

    private static final String SEEN_BY = """
              from notice n join card c on c.id = n.card_id join project p on p.id = c.project_id
             where n.person_id = :viewer
               and (:owner or exists (select from member m where m.project_id = p.id and m.person_id = :viewer))
            """;

    private final JdbcClient sql;
    private final Clock clock;

    Notices(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How many cards have news for the viewer. */
    public int unread(Viewer viewer) {
        return sql.sql("select count(*) " + SEEN_BY + " and n.read_at is null")
                .param("viewer", viewer.person().value())
                .param("owner", viewer.owner())
                .query(Integer.class)
                .single();
    }

    /** What is news first, then the rest; each the latest first. At most {@link #SHOWN}. */
    public List<Notice> latest(Viewer viewer) {
        return sql.sql("""
                        select n.id, p.key, p.name, c.number, c.title, n.reason, n.count, n.at, n.actor_id, n.comment_id, n.words, n.read_at
                        """ + SEEN_BY + " order by n.read_at is not null, n.at desc, n.id desc limit :limit")
                .param("viewer", viewer.person().value())
                .param("owner", viewer.owner())
                .param("limit", SHOWN)
                .query(Notices::notice)
                .list();
    }

    public void readAll(Viewer viewer) {
        sql.sql("update notice set read_at = :now where person_id = :viewer and read_at is null")
                .param("now", now())
                .param("viewer", viewer.person().value())
                .update();
    }

    /** The viewer looked at a card: what they were told about it is no longer news. */
    public void seen(Viewer viewer, String key, int number) {
        sql.sql("""
                        update notice n set read_at = :now from card c join project p on p.id = c.project_id
                         where n.person_id = :viewer and n.read_at is null and n.card_id = c.id and p.key = :key and c.number = :number
                        """)
                .param("now", now())
                .param("viewer", viewer.person().value())
                .param("key", key)
                .param("number", number)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Notice notice(ResultSet row, int index) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("key"),
                row.getString("name"),
                row.getInt("number"),
                row.getString("title"),
                Reason.of(row.getString("reason")),
                row.getInt("count"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("actor_id", Long.class))
                        .map(PersonId::new)
                        .orElse(null),
                Optional.ofNullable(row.getObject("comment_id", Long.class))
                        .map(CommentId::new)
                        .orElse(null),
                row.getString("words"),
                instant(row.getObject("read_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
