package openkitchen.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        return read(project, wish, Set.of(), before, limit);
    }

    /** The same without the events of some kinds. */
    public List<Event> read(ProjectId project, Wish wish, Set<EventKind> without, @Nullable Place before, int limit) {
        return sql.sql("""
                        select project_id, number, at, actor_id, kind, card_id, source, data
                          from event
                         where project_id = :project
                           and (:card::bigint is null or card_id = :card)
                           and (:actor::bigint is null or actor_id = :actor)
                           and (:from::timestamptz is null or at >= :from)
                           and (:until::timestamptz is null or at < :until)
                           and (:all or split_part(kind, '.', 1) = any(:subjects))
                           and kind <> all(:without)
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
                .param("without", without.stream().map(EventKind::code).toArray(String[]::new))
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

    /** The event of this number; empty when the project has none such. */
    public Optional<Event> number(ProjectId project, long number) {
        return since(project, number - 1, number, 1).stream().findFirst();
    }

    /** When the events of these numbers happened. */
    public Map<Long, Instant> times(ProjectId project, Collection<Long> numbers) {
        record Time(long number, Instant at) {}
        return sql
                .sql("select number, at from event where project_id = :project and number = any(:numbers)")
                .param("project", project.value())
                .param("numbers", numbers.stream().distinct().toArray(Long[]::new))
                .query((row, index) -> new Time(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Time::number, Time::at));
    }

    /** The card that had this number in the project and is gone from it; its events are still here. Reads all events. */
    public Optional<CardId> goneCard(ProjectId project, int number) {
        return sql.sql("""
                        select card_id from event
                         where project_id = :project and kind in ('card.deleted', 'card.left') and data ->> 'n' = :number
                         order by number desc limit 1
                        """)
                .param("project", project.value())
                .param("number", Integer.toString(number))
                .query((row, index) -> new CardId(row.getLong(1)))
                .optional();
    }

    /** Whether any event of these kinds happened after {@code since} up to and with {@code until}. */
    public boolean any(ProjectId project, long since, long until, Collection<EventKind> kinds) {
        return sql.sql("""
                        select exists (select from event
                                        where project_id = :project and number > :since and number <= :until and kind = any(:kinds))
                        """)
                .param("project", project.value())
                .param("since", since)
                .param("until", until)
                .param("kinds", kinds.stream().map(EventKind::code).toArray(String[]::new))
                .query(Boolean.class)
                .single();
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
