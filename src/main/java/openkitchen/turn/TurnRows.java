package openkitchen.turn;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.LongFunction;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.id.TurnId;
import openkitchen.people.Side;
import org.jspecify.annotations.Nullable;

/** Turns as rows. */
final class TurnRows {

    static final String COLUMNS = """
            t.id, t.project_id, t.card_id, t.comment_id, t.topic, t.purpose, t.side, t.role, t.person_id, t.urgent, t.opened_at,
            t.opened_by, t.answer_from, t.due_at, t.paused_at, t.paused_why, t.closed_at, t.closed_by, t.outcome, t.minutes
            """;

    static final String SELECT = "select " + COLUMNS + " from turn t ";

    private TurnRows() {}

    static Turn turn(ResultSet row, int index) throws SQLException {
        Instant paused = instant(row, "paused_at");
        Instant closed = instant(row, "closed_at");
        return new Turn(
                new TurnId(row.getLong("id")),
                new ProjectId(row.getLong("project_id")),
                id(row, "card_id", CardId::new),
                id(row, "comment_id", CommentId::new),
                row.getString("topic"),
                Purpose.of(row.getString("purpose")),
                Awaited.of(
                        row.getString("side").equals(Side.CLIENT.code()) ? Side.CLIENT : Side.AGENCY,
                        row.getString("role"),
                        id(row, "person_id", PersonId::new)),
                row.getBoolean("urgent"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                id(row, "opened_by", PersonId::new),
                instant(row, "answer_from"),
                instant(row, "due_at"),
                paused == null ? null : new Pause(Pause.Why.of(row.getString("paused_why")), paused),
                closed == null
                        ? null
                        : new Turn.Closing(
                                closed,
                                id(row, "closed_by", PersonId::new),
                                Outcome.of(row.getString("outcome")),
                                row.getObject("minutes", Integer.class)));
    }

    private static <T> @Nullable T id(ResultSet row, String column, LongFunction<T> type) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class))
                .map(type::apply)
                .orElse(null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
