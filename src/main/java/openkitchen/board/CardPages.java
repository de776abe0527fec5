package openkitchen.board;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import openkitchen.id.ColumnId;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
import openkitchen.project.Discipline;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the cards of a project page by page in the order of their numbers. A card made meanwhile has a higher number than
 * all before it, so whoever reads to the end has missed none.
 */
@Component
public class CardPages {

    private final JdbcClient sql;

    CardPages(JdbcClient sql) {
        this.sql = sql;
    }

    /** Where a card may be: on the board, taken off it by itself or with its column, or either. */
    public enum Place {
        BOARD,
        ARCHIVE,
        ANYWHERE
    }

    /**
     * What is wanted; null and empty mean any.
     *
     * @param words a part of the title
     * @param dueFrom due then or later
     * @param dueUntil due before then
     * @param changedSince only what was changed by a later event than this one; 0 for all
     */
    public record Wish(
            Place place,
            @Nullable ColumnId column,
            @Nullable LabelId label,
            @Nullable PersonId person,
            @Nullable CardKind kind,
            @Nullable Discipline discipline,
            @Nullable Boolean done,
            @Nullable Instant dueFrom,
            @Nullable Instant dueUntil,
            String words,
            long changedSince) {}

    /** At most {@code limit} cards with a higher number than {@code after}. */
    public List<Face> read(Seat seat, Wish wish, int after, int limit) {
        return sql.sql(Faces.SELECT + """
                         join board_column k on k.id = c.column_id
                         where c.project_id = :project and c.number > :after
                           and case :place when 'BOARD' then c.archived_at is null and k.archived_at is null
                                           when 'ARCHIVE' then c.archived_at is not null or k.archived_at is not null
                                           else true end
                           and (:column::bigint is null or c.column_id = :column)
                           and (:label::bigint is null or exists (
                                   select from card_label l where l.card_id = c.id and l.label_id = :label))
                           and (:person::bigint is null or exists (
                                   select from card_person p where p.card_id = c.id and p.person_id = :person))
                           and (:kind::text is null or c.kind = :kind)
                           and (:discipline::text is null or c.discipline = :discipline)
                           and (:done::boolean is null or (c.done_at is not null) = :done)
                           and (:from::timestamptz is null or c.due_at >= :from)
                           and (:until::timestamptz is null or c.due_at < :until)
                           and (:words = '' or c.title ilike :like)
                           and c.version > :since
                         order by c.number
                         limit :limit
                        """)
                .param("project", seat.project().value())
                .param("after", after)
                .param("place", wish.place().name())
                .param("column", wish.column() == null ? null : wish.column().value())
                .param("label", wish.label() == null ? null : wish.label().value())
                .param("person", wish.person() == null ? null : wish.person().value())
                .param("kind", wish.kind() == null ? null : wish.kind().code())
                .param(
                        "discipline",
                        wish.discipline() == null ? null : wish.discipline().code())
                .param("done", wish.done())
                .param("from", time(wish.dueFrom()))
                .param("until", time(wish.dueUntil()))
                .param("words", wish.words().strip())
                .param("like", "%" + wish.words().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("since", wish.changedSince())
                .param("limit", limit)
                .query(Faces::face)
                .list();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
