package openkitchen.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions as rows. */
@Component
class QuestionRows {

    private static final String SELECT = """
            select q.comment_id, c.card_id, c.author_id, q.state, q.asked_of, q.urgent, q.over_quota, q.depth, q.promised_at, q.reopened,
                   q.redirected, q.answer_id, q.merged_into, m.number as made, q.reason, q.settled_at, q.settled_by
              from question q join comment c on c.id = q.comment_id left join card m on m.id = q.card_made
            """;

    private final JdbcClient sql;

    QuestionRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @throws NotFound when the project has no such question, or it was deleted */
    Question one(ProjectId project, CommentId id) {
        return these(List.of(project), List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    List<Question> these(Collection<ProjectId> projects, Collection<CommentId> ids) {
        return sql.sql(SELECT + """
                         where c.project_id = any(:projects) and q.comment_id = any(:ids) and c.kind = 'question' and c.deleted_at is null
                        """)
                .param("projects", projects.stream().map(ProjectId::value).toArray(Long[]::new))
                .param("ids", ids.stream().map(CommentId::value).toArray(Long[]::new))
                .query(QuestionRows::question)
                .list();
    }

    /** Earlier questions of the project that are still open or were answered, the latest first: what another may be merged into. */
    List<Question> before(ProjectId project, CommentId id, int limit) {
        return sql.sql(SELECT + """
                         where c.project_id = ? and c.kind = 'question' and c.deleted_at is null and c.id < ?
                           and q.state in ('open', 'waiting', 'answered', 'reopened', 'redirected')
                         order by c.id desc limit ?
                        """)
                .params(project.value(), id.value(), limit)
                .query(QuestionRows::question)
                .list();
    }

    /** The project's questions behind this one, in the order in which they came in. */
    List<Question> page(ProjectId project, boolean open, long after, int limit) {
        return sql.sql(SELECT + """
                         where c.project_id = :project and c.kind = 'question' and c.deleted_at is null and c.id > :after
                           and (not :open or q.state in ('open', 'waiting', 'reopened', 'redirected'))
                         order by c.id limit :limit
                        """)
                .param("project", project.value())
                .param("open", open)
                .param("after", after)
                .param("limit", limit)
                .query(QuestionRows::question)
                .list();
    }

    private static Question question(ResultSet row, int index) throws SQLException {
        return new Question(
                new CommentId(row.getLong("comment_id")),
                new CardId(row.getLong("card_id")),
                new PersonId(row.getLong("author_id")),
                Question.State.of(row.getString("state")),
                row.getString("asked_of"),
                row.getBoolean("urgent"),
                row.getBoolean("over_quota"),
                Optional.ofNullable(row.getString("depth"))
                        .flatMap(Question.Depth::find)
                        .orElse(null),
                instant(row, "promised_at"),
                row.getInt("reopened"),
                row.getInt("redirected"),
                id(row, "answer_id", CommentId::new),
                id(row, "merged_into", CommentId::new),
                row.getObject("made", Integer.class),
                row.getString("reason"),
                instant(row, "settled_at"),
                id(row, "settled_by", PersonId::new));
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
