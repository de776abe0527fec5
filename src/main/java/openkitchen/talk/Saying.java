package openkitchen.talk;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openkitchen.board.Attachments;
import openkitchen.history.EventKind;
import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.problem.Faults;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import openkitchen.search.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what is said, for all kinds of comments alike; which event tells of it is the kind's own. */
@Component
class Saying {

    private final JdbcClient sql;
    private final Attachments attachments;
    private final SearchIndex search;

    Saying(JdbcClient sql, Attachments attachments, SearchIndex search) {
        this.sql = sql;
        this.attachments = attachments;
        this.search = search;
    }

    /**
     * What somebody wants to say.
     *
     * @param answers the comment that it answers
     * @param files what they have just brought into the store
     */
    record Words(String body, @Nullable CommentId answers, List<FileId> files) {

        /** @throws Invalid when there is neither text nor file, or too much of it */
        Words check() {
            new Faults()
                    .unless(!body.isBlank() || !files.isEmpty(), "body", "error.required")
                    .optional("body", body, Comments.BODY_LIMIT)
                    .stop();
            if (files.size() > Comments.FILES_LIMIT) {
                throw new Invalid("files", "error.too_many_files", Comments.FILES_LIMIT);
            }
            return this;
        }
    }

    /** A comment that was written down, and the card on which it stands. */
    record Said(CommentId id, CardId card, int number, String title, Words words) {

        /** What its event begins with. */
        Map<String, Object> told() {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("n", number);
            data.put("title", title);
            data.put("comment", id.value());
            return data;
        }
    }

    /** @throws NotFound when the project has no such card, or answers a comment that is not on it */
    Said write(Pen pen, Seat seat, int number, CommentKind kind, Words words) {
        CommentId answers = words.answers();
        Said said = sql.sql("""
                        with on_card as (
                            update card set comments = comments + 1, version = :version
                             where project_id = :project and number = :number
                            returning id, number, title),
                        said as (
                            insert into comment (project_id, card_id, kind, author_id, answers_id, body, created_at)
                            select :project, id, :kind, :author, :answers, :body, :now from on_card
                            returning id)
                        select on_card.id, number, title, said.id from on_card, said
                        """)
                .param("version", pen.next())
                .param("project", seat.project().value())
                .param("number", number)
                .param("kind", kind.code())
                .param("author", seat.viewer().person().value())
                .param("answers", answers == null ? null : answers.value())
                .param("body", words.body())
                .param("now", pen.now().atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Said(
                        new CommentId(row.getLong(4)),
                        new CardId(row.getLong(1)),
                        row.getInt(2),
                        row.getString(3),
                        words))
                .optional()
                .orElseThrow(NotFound::new);
        if (!words.body().isBlank()) {
            search.comment(seat.project(), said.card(), said.id(), words.body());
        }
        return said;
    }

    /** Tells that it was said, and then of the files that came along. */
    void tell(Pen pen, Seat seat, Said said, EventKind kind, Map<String, Object> data) {
        data.put("body", said.words().body());
        pen.write(kind, said.card(), data);
        if (!said.words().files().isEmpty()) {
            attachments.attach(pen, seat, said.number(), said.id(), said.words().files());
        }
    }
}
