package openkitchen.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openkitchen.id.FileId;
import openkitchen.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of uploads that are under way. */
@Component
class UploadRows {

    private static final String SELECT =
            "select token, name, size, received, assembly, file_id, created_by from upload ";

    private final JdbcClient sql;
    private final Clock clock;

    UploadRows(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** An upload; {@code file} is what became of it, null until it is whole and kept. */
    record Row(
            String token,
            String name,
            long size,
            long received,
            String assembly,
            @Nullable FileId file,
            PersonId by) {

        /** Where its bytes lie on the shelf once they are together. */
        String location() {
            return Shelf.INCOMING + token;
        }

        boolean whole() {
            return received == size;
        }
    }

    /** A part as the store calls it. */
    record Part(int number, long size, String tag) {}

    void add(String token, String name, long size, PersonId by) {
        sql.sql("""
                        insert into upload (token, name, size, created_at, touched_at, created_by)
                        values (:token, :name, :size, :now, :now, :by)
                        """)
                .param("token", token)
                .param("name", name)
                .param("size", size)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    Optional<Row> find(String token) {
        return sql.sql(SELECT + "where token = ?")
                .param(token)
                .query(UploadRows::row)
                .optional();
    }

    /** As it stands, and nobody else's to finish until the transaction ends. */
    Optional<Row> hold(String token) {
        return sql.sql(SELECT + "where token = ? for update")
                .param(token)
                .query(UploadRows::row)
                .optional();
    }

    /** Notes that it has got from one offset to another. @return false when it was elsewhere, or is gone */
    boolean advance(String token, long from, long to) {
        return sql.sql("""
                        update upload set received = :to, touched_at = :now
                         where token = :token and received = :from and file_id is null
                        """)
                        .param("token", token)
                        .param("from", from)
                        .param("to", to)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** A number that no other part of this upload has. */
    int nextPart(String token) {
        return sql.sql("update upload set parts = parts + 1 where token = ? returning parts")
                .param(token)
                .query(Integer.class)
                .optional()
                .orElseThrow(openkitchen.problem.NotFound::new);
    }

    void addPart(String token, Part part) {
        sql.sql("insert into upload_part (token, number, size, tag) values (?, ?, ?, ?)")
                .params(token, part.number(), part.size(), part.tag())
                .update();
    }

    List<Part> parts(String token) {
        return sql.sql("select number, size, tag from upload_part where token = ? order by number")
                .param(token)
                .query((row, index) -> new Part(row.getInt("number"), row.getLong("size"), row.getString("tag")))
                .list();
    }

    /** Notes how the store calls it, unless that is known. @return how it is called */
    String assembly(String token, String assembly) {
        sql.sql("update upload set assembly = ? where token = ? and assembly = ''")
                .params(assembly, token)
                .update();
        return find(token).orElseThrow(openkitchen.problem.NotFound::new).assembly();
    }

    void finish(String token, FileId file) {
        sql.sql("update upload set file_id = ?, touched_at = ? where token = ?")
                .params(file.value(), clock.instant().atOffset(ZoneOffset.UTC), token)
                .update();
    }

    void remove(String token) {
        sql.sql("delete from upload where token = ?").param(token).update();
    }

    int unfinished(PersonId by) {
        return sql.sql("select count(*) from upload where created_by = ? and file_id is null")
                .param(by.value())
                .query(Integer.class)
                .single();
    }

    /** How many bytes are still to come for what this person has under way. */
    long coming(PersonId by) {
        return sql.sql("select coalesce(sum(size - received), 0) from upload where created_by = ? and file_id is null")
                .param(by.value())
                .query(Long.class)
                .single();
    }

    /** How many bytes are still to come for all that is under way. */
    long promised() {
        return sql.sql("select coalesce(sum(size), 0) from upload where file_id is null")
                .query(Long.class)
                .single();
    }

    List<String> tokens() {
        return sql.sql("select token from upload").query(String.class).list();
    }

    /** All bytes are there, but it was not kept yet. */
    List<Row> whole() {
        return sql.sql(SELECT + "where received = size and file_id is null")
                .query(UploadRows::row)
                .list();
    }

    List<Row> untouchedSince(Instant before) {
        return sql.sql(SELECT + "where touched_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .query(UploadRows::row)
                .list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        Long file = row.getObject("file_id", Long.class);
        return new Row(
                row.getString("token"),
                row.getString("name"),
                row.getLong("size"),
                row.getLong("received"),
                row.getString("assembly"),
                file == null ? null : new FileId(file),
                new PersonId(row.getLong("created_by")));
    }
}
