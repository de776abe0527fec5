package openkitchen.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.board.Cards;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.problem.Stale;
import openkitchen.project.Seat;
import openkitchen.search.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The talk on the cards of a project. */
@Component
public class Comments {

    public static final int BODY_LIMIT = 20_000;
    public static final int FILES_LIMIT = 20;

    private static final String SELECT = """
            select c.id, c.card_id, c.kind, c.author_id, c.answers_id, c.body, c.version, c.created_at, c.edited_at, c.deleted_at,
                   c.deleted_by
              from comment c
            """;

    private final JdbcClient sql;
    private final History history;
    private final Cards cards;
    private final SearchIndex search;
    private final Saying saying;
    private final Withdrawing withdrawing;

    Comments(JdbcClient sql, History history, Cards cards, SearchIndex search, Saying saying, Withdrawing withdrawing) {
        this.sql = sql;
        this.history = history;
        this.cards = cards;
        this.search = search;
        this.saying = saying;
        this.withdrawing = withdrawing;
    }

    /** A wording that a comment had before it was edited. */
    public record Wording(int version, String body, Instant at) {}

    /** The talk on a card, in the order in which it was said. */
    public List<Comment> on(Seat seat, int number) {
        return sql.sql(SELECT + """
                         join card k on k.id = c.card_id
                         where k.project_id = ? and k.number = ? order by c.created_at, c.id
                        """)
                .params(seat.project().value(), number)
                .query(Comments::comment)
                .list();
    }

    /** A page of the talk on a card, in the order in which it came in; {@code after} is the last id of the page before, or 0. */
    public List<Comment> page(Seat seat, int number, long after, int limit) {
        return sql.sql(SELECT + """
                         join card k on k.id = c.card_id
                         where k.project_id = ? and k.number = ? and c.id > ? order by c.id limit ?
                        """)
                .params(seat.project().value(), number, after, limit)
                .query(Comments::comment)
                .list();
    }

    /** What was said last on a card, in the order in which it was said; at most {@code limit}, nothing of what was deleted. */
    public List<Comment> last(Seat seat, CardId card, int limit) {
        return sql.sql(SELECT + """
                         where c.project_id = ? and c.card_id = ? and c.deleted_at is null
                         order by c.created_at desc, c.id desc limit ?
                        """)
                .params(seat.project().value(), card.value(), limit)
                .query(Comments::comment)
                .list()
                .reversed();
    }

    /** Comments of this project by id, those that are. */
    public List<Comment> these(Seat seat, Collection<CommentId> ids) {
        return sql.sql(SELECT + " where c.project_id = :project and c.id = any(:ids) order by c.created_at, c.id")
                .param("project", seat.project().value())
                .param("ids", ids.stream().map(CommentId::value).toArray(Long[]::new))
                .query(Comments::comment)
                .list();
    }

    /** Comments by id over several projects: those that whoever asks may see. */
    public List<Comment> these(Collection<ProjectId> projects, Collection<CommentId> ids) {
        return sql.sql(SELECT + " where c.project_id = any(:projects) and c.id = any(:ids)")
                .param("projects", projects.stream().map(ProjectId::value).toArray(Long[]::new))
                .param("ids", ids.stream().map(CommentId::value).toArray(Long[]::new))
                .query(Comments::comment)
                .list();
    }

    /** @throws NotFound when it is not of this project */
    public Comment one(Seat seat, CommentId id) {
        return these(seat, List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** What it said before, oldest first. */
    public List<Wording> before(Seat seat, CommentId id) {
        one(seat, id);
        return sql.sql("select version, body, at from comment_version where comment_id = ? order by version")
                .param(id.value())
                .query((row, index) -> new Wording(
                        row.getInt("version"),
                        row.getString("body"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Says something on a card that waits for nobody.
     *
     * @param answers the comment that it answers; null for none
     * @param files what this viewer has just brought into the store, said along
     * @throws Invalid when there is neither text nor file, or too much of it
     * @throws NotFound when the project has no such card, the answered comment is not on it, or a file is not the viewer's
     */
    public CommentId say(Seat seat, int number, @Nullable CommentId answers, String body, List<FileId> files) {
        Saying.Words words = new Saying.Words(body, answers, files).check();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            if (answers != null) {
                mustStandOn(seat, number, answers);
            }
            Saying.Said said = saying.write(pen, seat, number, CommentKind.MESSAGE, words);
            Map<String, Object> data = said.told();
            data.put("kind", CommentKind.MESSAGE.code());
            if (answers != null) {
                data.put("answers", answers.value());
            }
            saying.tell(pen, seat, said, EventKind.COMMENT_ADDED, data);
            return said.id();
        });
    }

    private void mustStandOn(Seat seat, int number, CommentId comment) {
        boolean there = sql.sql("""
                        select exists (select from comment c join card k on k.id = c.card_id
                                        where c.id = ? and k.project_id = ? and k.number = ?)
                        """)
                .params(comment.value(), seat.project().value(), number)
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new NotFound();
        }
    }

    private static void check(String body) {
        new Faults().text("body", body, BODY_LIMIT).stop();
    }

    /**
     * Changes the wording; the old one is kept. Only its author may.
     *
     * @param base the version that was edited
     * @throws Stale when it was edited since
     */
    public void edit(Seat seat, CommentId id, int base, String body) {
        check(body);
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Comment comment = one(seat, id);
            mustBeOwn(seat, comment);
            if (comment.kind() == CommentKind.APPROVAL) {
                throw new Forbidden("error.approval_stays");
            }
            if (comment.body().equals(body)) {
                return null;
            }
            if (comment.version() != base) {
                throw new Stale(comment.version(), Map.of("body", comment.body()));
            }
            sql.sql("insert into comment_version (comment_id, version, body, at) values (?, ?, ?, ?)")
                    .params(
                            id.value(),
                            comment.version(),
                            comment.body(),
                            Optional.ofNullable(comment.edited())
                                    .orElse(comment.at())
                                    .atOffset(ZoneOffset.UTC))
                    .update();
            sql.sql("update comment set body = ?, version = version + 1, edited_at = ? where id = ?")
                    .params(body, pen.now().atOffset(ZoneOffset.UTC), id.value())
                    .update();
            search.comment(seat.project(), comment.card(), id, body);
            Map<String, Object> data = told(comment);
            data.put("body", body);
            return pen.write(EventKind.COMMENT_EDITED, comment.card(), data);
        });
    }

    private static void mustBeOwn(Seat seat, Comment comment) {
        if (!comment.author().equals(seat.viewer().person()) || comment.deleted() != null) {
            throw new Forbidden("error.only_author");
        }
    }

    private Map<String, Object> told(Comment comment) {
        Map<String, Object> data = cards.told(comment.card());
        data.put("comment", comment.id().value());
        return data;
    }

    /**
     * Deletes a comment: a mark stays where it stood, its words stay in the history, and nobody is
     * waited for about it any longer. Its author may, the account and the owner.
     */
    public void delete(Seat seat, CommentId id) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Comment comment = one(seat, id);
            if (comment.deleted() != null) {
                return null;
            }
            if (!seat.manages()) {
                mustBeOwn(seat, comment);
            }
            withdrawing.withdraw(pen, comment);
            sql.sql("update comment set body = '', deleted_at = ?, deleted_by = ? where id = ?")
                    .params(
                            pen.now().atOffset(ZoneOffset.UTC),
                            seat.viewer().person().value(),
                            id.value())
                    .update();
            sql.sql("update card set comments = comments - 1, version = ? where id = ?")
                    .params(pen.next(), comment.card().value())
                    .update();
            search.forget(id);
            return pen.write(EventKind.COMMENT_DELETED, comment.card(), told(comment));
        });
    }

    private static Comment comment(ResultSet row, int index) throws SQLException {
        Long answers = row.getObject("answers_id", Long.class);
        Long deletedBy = row.getObject("deleted_by", Long.class);
        return new Comment(
                new CommentId(row.getLong("id")),
                new CardId(row.getLong("card_id")),
                CommentKind.find(row.getString("kind")).orElseThrow(),
                new PersonId(row.getLong("author_id")),
                answers == null ? null : new CommentId(answers),
                row.getString("body"),
                row.getInt("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("edited_at", OffsetDateTime.class)),
                instant(row.getObject("deleted_at", OffsetDateTime.class)),
                deletedBy == null ? null : new PersonId(deletedBy));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
