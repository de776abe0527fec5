package openkitchen.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.history.EventKind;
import openkitchen.history.History;
import openkitchen.history.Pen;
import openkitchen.id.AttachmentId;
import openkitchen.id.CardId;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.id.PersonId;
import openkitchen.problem.Faults;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files and links on cards. A file may be attached only by whoever brought it into the store. */
@Component
public class Attachments {

    private static final int MOST = 500;

    private static final String SELECT = """
            select a.id, a.title, a.file_id, a.url, a.comment_id, a.note, a.created_at, a.created_by,
                   coalesce(f.content_type, '') as content_type, coalesce(f.size, a.size, 0) as size, f.width, f.height,
                   f.thumbnail is not null as thumbnail
              from attachment a left join file f on f.id = a.file_id
            """;

    private final JdbcClient sql;
    private final History history;
    private final CardRows rows;

    Attachments(JdbcClient sql, History history, CardRows rows) {
        this.sql = sql;
        this.history = history;
        this.rows = rows;
    }

    List<Card.Attachment> of(CardId card) {
        return sql.sql(SELECT + " where a.card_id = ? order by a.created_at, a.id")
                .param(card.value())
                .query(Attachments::attachment)
                .list();
    }

    /** @throws NotFound when it is not of this project */
    public Card.Attachment one(Seat seat, AttachmentId id) {
        return sql.sql(SELECT + " where a.project_id = ? and a.id = ?")
                .params(seat.project().value(), id.value())
                .query(Attachments::attachment)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The file that covers a card of this project; empty when none does. */
    public Optional<FileId> cover(Seat seat, int number) {
        return sql.sql(
                        "select cover_file_id from card where project_id = ? and number = ? and cover_file_id is not null")
                .params(seat.project().value(), number)
                .query((row, index) -> new FileId(row.getLong(1)))
                .optional();
    }

    /** Attaches a file that this viewer has just brought into the store. */
    public AttachmentId attach(Seat seat, int number, FileId file) {
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            AttachmentId id = attach(pen, card, file, null);
            recount(card.id());
            return id;
        });
    }

    /** Attaches files that were said with a comment, within that comment's change. */
    public void attach(Pen pen, Seat seat, int number, CommentId comment, Collection<FileId> files) {
        Found card = rows.find(seat, number);
        for (FileId file : files) {
            attach(pen, card, file, comment);
        }
        recount(card.id());
    }

    private AttachmentId attach(Pen pen, Found card, FileId file, @Nullable CommentId comment) {
        int there = sql.sql("select count(*) from attachment where card_id = ?")
                .param(card.id().value())
                .query(Integer.class)
                .single();
        if (there >= MOST) {
            throw new Invalid("file", "error.too_many_files", MOST);
        }
        PersonId actor = pen.actor();
        record Row(long id, String name, String sha256) {}
        Row row = sql.sql("""
                        insert into attachment (project_id, card_id, comment_id, file_id, title, created_at, created_by)
                        select :project, :card, :comment, f.id, f.name, :now, :by from file f
                         where f.id = :file and f.created_by = :by
                        returning id, title, (select encode(sha256, 'hex') from file where file.id = file_id) as sha256
                        """)
                .param("project", pen.project().value())
                .param("card", card.id().value())
                .param("comment", comment == null ? null : comment.value())
                .param("now", pen.now().atOffset(ZoneOffset.UTC))
                .param("by", actor == null ? null : actor.value())
                .param("file", file.value())
                .query((found, index) ->
                        new Row(found.getLong("id"), found.getString("title"), found.getString("sha256")))
                .optional()
                .orElseThrow(NotFound::new);
        Map<String, Object> data = card.told();
        data.put("attachment", row.id());
        data.put("file", row.name());
        data.put("sha256", row.sha256());
        rows.tell(pen, card, EventKind.FILE_ATTACHED, data);
        return new AttachmentId(row.id());
    }

    /** Puts a link on the card; it is never fetched. */
    public AttachmentId link(Seat seat, int number, String url, String title) {
        new Faults()
                .text("url", url, 2000)
                .unless(url.strip().matches("(?i)https?://\\S+"), "url", "error.url")
                .optional("title", title, 300)
                .stop();
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            String name = title.isBlank() ? url.strip() : title.strip();
            AttachmentId id = new AttachmentId(sql.sql("""
                            insert into attachment (project_id, card_id, url, title, created_at, created_by)
                            values (?, ?, ?, ?, ?, ?) returning id
                            """)
                    .params(
                            seat.project().value(),
                            card.id().value(),
                            url.strip(),
                            name,
                            pen.now().atOffset(ZoneOffset.UTC),
                            seat.viewer().person().value())
                    .query(Long.class)
                    .single());
            recount(card.id());
            Map<String, Object> data = card.told();
            data.put("attachment", id.value());
            data.put("file", name);
            data.put("url", url.strip());
            rows.tell(pen, card, EventKind.FILE_ATTACHED, data);
            return id;
        });
    }

    /**
     * Gives an attachment of which only the name was known its file, which this viewer has just brought into the store.
     *
     * @param cover whether it shall cover the card, where nothing else does and it is a picture
     * @return false when it has one already, or is gone
     */
    public boolean fill(Seat seat, AttachmentId attachment, FileId file, boolean cover) {
        return history.change(seat.project(), seat.viewer().person(), pen -> {
            record Row(int number, String title, String sha256, boolean picture) {}
            Optional<Row> filled = sql.sql("""
                            update attachment a set file_id = f.id, note = '', size = f.size from file f, card c
                             where a.id = :id and a.project_id = :project and a.file_id is null and a.url is null
                               and c.id = a.card_id and f.id = :file and f.created_by = :by
                            returning c.number, a.title, encode(f.sha256, 'hex') as sha256, f.thumbnail is not null as picture
                            """)
                    .param("id", attachment.value())
                    .param("project", seat.project().value())
                    .param("file", file.value())
                    .param("by", seat.viewer().person().value())
                    .query((row, index) -> new Row(
                            row.getInt("number"),
                            row.getString("title"),
                            row.getString("sha256"),
                            row.getBoolean("picture")))
                    .optional();
            filled.ifPresent(row -> {
                Found card = rows.find(seat, row.number());
                if (cover && row.picture()) {
                    cover(card, file);
                }
                Map<String, Object> data = card.told();
                data.put("attachment", attachment.value());
                data.put("file", row.title());
                data.put("sha256", row.sha256());
                rows.tell(pen, card, EventKind.FILE_ATTACHED, data);
            });
            return filled.isPresent();
        });
    }

    private void cover(Found card, FileId file) {
        sql.sql("update card set cover_file_id = ? where id = ? and cover_file_id is null and cover_colour is null")
                .params(file.value(), card.id().value())
                .update();
    }

    /** Those attachments of the project, by id, that are still waiting for their files. */
    public Map<AttachmentId, Integer> waiting(Seat seat) {
        Map<AttachmentId, Integer> waiting = new LinkedHashMap<>();
        sql.sql("""
                        select a.id, c.number from attachment a join card c on c.id = a.card_id
                         where a.project_id = ? and a.file_id is null and a.url is null and a.note = 'trello' order by a.id
                        """)
                .param(seat.project().value())
                .query((row, index) -> Map.entry(new AttachmentId(row.getLong(1)), row.getInt(2)))
                .list()
                .forEach(each -> waiting.put(each.getKey(), each.getValue()));
        return waiting;
    }

    /** Takes an attachment off its card. The bytes stay in the store, as the history names them. */
    public void remove(Seat seat, int number, AttachmentId attachment) {
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Found card = rows.find(seat, number);
            String title = sql.sql("delete from attachment where id = ? and card_id = ? returning title")
                    .params(attachment.value(), card.id().value())
                    .query(String.class)
                    .optional()
                    .orElseThrow(NotFound::new);
            sql.sql("""
                            update card set cover_file_id = null where id = ? and cover_file_id is not null
                               and not exists (select from attachment a where a.card_id = card.id and a.file_id = cover_file_id)
                            """).param(card.id().value()).update();
            recount(card.id());
            Map<String, Object> data = card.told();
            data.put("file", title);
            return rows.tell(pen, card, EventKind.FILE_REMOVED, data);
        });
    }

    private void recount(CardId card) {
        sql.sql("update card set files = (select count(*) from attachment where card_id = card.id) where id = ?")
                .param(card.value())
                .update();
    }

    private static Card.Attachment attachment(ResultSet row, int index) throws SQLException {
        Long file = row.getObject("file_id", Long.class);
        Long comment = row.getObject("comment_id", Long.class);
        Long by = row.getObject("created_by", Long.class);
        return new Card.Attachment(
                new AttachmentId(row.getLong("id")),
                row.getString("title"),
                file == null ? null : new FileId(file),
                row.getString("url"),
                comment == null ? null : new CommentId(comment),
                row.getString("content_type"),
                row.getLong("size"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getBoolean("thumbnail"),
                row.getString("note"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                by == null ? null : new PersonId(by));
    }
}
