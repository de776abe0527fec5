package openkitchen.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import openkitchen.id.CardId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads a project's history. Whoever asks has already been let into the project. */
@Component
public class Timeline {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final JdbcClient sql;
    private final ObjectMapper json;

    Timeline(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What is wanted of a timeline; an empty list of subjects means all, null means any. */
    public record Wish(
            @Nullable CardId card,
            List<String> subjects,
            @Nullable PersonId actor,
            @Nullable Instant from,
            @Nullable Instant until) {

        public static final Wish EVERYTHING = new Wish(null, List.of(), null, null, null);
    }

    /** Where a page of a timeline ended: the next one goes on before it. */
    public record Place(Instant at, long number) {}

    /** Newest first, by the time at which things happened; at most {@code limit}. */
    public List<Event> read(ProjectId project, Wish wish, @Nullable Place before, int limit) {
        return sql.sql("""
                        select project_id, number, at, actor_id, kind, card_id, source, data
                          from event
                         where project_id = :project
                           and (:card::bigint is null or card_id = :card)
                           and (:actor::bigint is null or actor_id = :actor)
                           and (:from::timestamptz is null or at >= :from)
                           and (:until::timestamptz is null or at < :until)
                           and (:all or split_part(kind, '.', 1) = any(:subjects))
                           and (:before::timestamptz is null or (at, number) < (:before, :number))
                         order by at desc, number desc
                         limit :limit
                        """)
                .param("project", project.value())
                .param("card", wish.card() == null ? null : wish.card().value())
                .param("actor", wish.actor() == null ? null : wish.actor().value())
                .param("from", time(wish.from()))
                .param("until", time(wish.until()))
                .param("all", wish.subjects().isEmpty())
                .param("subjects", wish.subjects().toArray(String[]::new))
                .param("before", before == null ? null : time(before.at()))
                .param("number", before == null ? 0 : before.number())
                .param("limit", limit)
                .query(this::event)
                .list();
    }

    /** The events after {@code since} up to and with {@code until}, in their order; at most {@code limit}. */
    public List<Event> since(ProjectId project, long since, long until, int limit) {
        return sql.sql("""
                        select project_id, number, at, actor_id, kind, card_id, source, data
                          from event
                         where project_id = :project and number > :since and number <= :until
                         order by number
                         limit :limit
                        """)
                .param("project", project.value())
                .param("since", since)
                .param("until", until)
                .param("limit", limit)
                .query(this::event)
                .list();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private Event event(ResultSet row, int index) throws SQLException {
        long actor = row.getLong("actor_id");
        PersonId who = row.wasNull() ? null : new PersonId(actor);
        long card = row.getLong("card_id");
        CardId what = row.wasNull() ? null : new CardId(card);
        return new Event(
                new ProjectId(row.getLong("project_id")),
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                who,
                EventKind.of(row.getString("kind")),
                what,
                row.getString("source"),
                json.readValue(row.getString("data"), DATA));
    }
}
