package openkitchen.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import openkitchen.board.Rank;

/**
 * The statements that a change on a page costs, with nothing around them: prepared, on one connection, in the same transactions.
 * {@link Recorded} holds them against what PostgreSQL is really asked.
 */
abstract class Bare implements Load.Work {

    private static final String SEAT = """
            select p.id, p.key, h.version, m.roles from project p join chain h on h.project_id = p.id
              left join member m on m.project_id = p.id and m.person_id = ?
             where p.key = ? and (? or m.person_id is not null)
            """;

    private static final String LOCK = "select version, head from chain where project_id = ? for no key update";

    private static final String EVENT = """
            with kept as (update chain set version = ?, head = ? where project_id = ?)
            insert into event (project_id, number, at, recorded_at, actor_id, kind, card_id, source, data, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?)
            """;

    final Board board;
    final long person;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    long version;

    /** @param people the first of whom does it */
    Bare(Database database, Board board, String people) throws SQLException {
        this.board = board;
        this.connection = database.connect();
        try (ResultSet row = connection.createStatement().executeQuery("select min(id) from " + people)) {
            row.next();
            person = row.getLong(1);
        }
    }

    @Override
    public final void once() throws SQLException {
        connection.setAutoCommit(true);
        read(SEAT, person, board.key(), false);
        connection.setAutoCommit(false);
        try (ResultSet row = query(LOCK, board.project())) {
            row.next();
            version = row.getLong(1) + 1;
        }
        change();
        connection.commit();
        connection.setAutoCommit(true);
        answer();
    }

    abstract void change() throws SQLException;

    abstract void answer() throws SQLException;

    final void event(String kind, long card, String data) throws SQLException {
        Timestamp now = Timestamp.from(Instant.now());
        byte[] hash = new byte[32];
        ThreadLocalRandom.current().nextBytes(hash);
        long project = board.project();
        update(EVENT, version, hash, project, project, version, now, now, person, kind, card, null, data, hash);
    }

    final ResultSet query(String sql, @org.jspecify.annotations.Nullable Object... values) throws SQLException {
        return filled(sql, values).executeQuery();
    }

    /** Reads all that there is, as whoever shows it would; returns how many rows it was. */
    final int read(String sql, Object... values) throws SQLException {
        try (ResultSet rows = query(sql, values)) {
            int columns = rows.getMetaData().getColumnCount();
            int count = 0;
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getString(i);
                }
                count++;
            }
            return count;
        }
    }

    final void update(String sql, @org.jspecify.annotations.Nullable Object... values) throws SQLException {
        filled(sql, values).executeUpdate();
    }

    private PreparedStatement filled(String sql, @org.jspecify.annotations.Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, Types.OTHER);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    @Override
    public final void close() throws SQLException {
        connection.close();
    }

    /** Somebody says something, and their page is told what to show. */
    static final class Comment extends Bare {

        private static final String SAY = """
                with on_card as ( update card set comments = comments + 1, version = ? where project_id = ? and number = ?
                returning id, number, title),
                said as ( insert into comment (project_id, card_id, kind, author_id, answers_id, body, created_at)
                select ?, id, ?, ?, ?, ?, ? from on_card returning id)
                select on_card.id, number, title, said.id from on_card, said
                """;

        private static final String WORDS = """
                insert into search_document (project_id, card_id, comment_id, body, words)
                values (?, ?, ?, ?, to_tsvector('russian', ?) || to_tsvector('simple', ?))
                on conflict (comment_id) where comment_id is not null do update set body = excluded.body, words = excluded.words
                """;

        private static final String HAPPENED = """
                select project_id, number, at, actor_id, kind, card_id, source, data from event
                where project_id = ? and number > ? and number <= ? order by number limit ?
                """;

        private static final String FACE = """
                select c.id, c.number, c.column_id, c.rank, c.kind, c.title, c.discipline, c.start_at, c.due_at, c.done_at,
                c.cover_file_id, c.cover_colour, c.described, c.comments, c.files, c.items, c.items_done,
                c.archived_at is not null as archived, c.version,
                c.waits, c.remarks, c.must_fix,
                array(select l.label_id from card_label l where l.card_id = c.id order by 1) as labels,
                array(select p.person_id from card_person p where p.card_id = c.id order by 1) as people,
                array(select a.discipline from card_affects a where a.card_id = c.id order by 1) as affects
                from card c where c.project_id = ? and c.id = any(?)
                """;

        private static final String SAID = """
                select c.id, c.card_id, c.kind, c.author_id, c.answers_id, c.body, c.version, c.created_at, c.edited_at, c.deleted_at,
                c.deleted_by from comment c where c.project_id = ? and c.id = any(?) order by c.created_at, c.id
                """;

        private static final String AUTHOR = """
                select p.id, p.name, p.handle, p.email, p.client_id, p.agency_role, p.title, p.language, p.time_zone, p.theme, p.picture_id,
                p.password_hash is not null or p.email is not null as signs_in, d.person_id is not null as gone
                from person p left join departure d on d.person_id = p.id where p.id = any(?)
                """;

        static final List<String> STATEMENTS =
                List.of(SEAT, "BEGIN", LOCK, SAY, WORDS, EVENT, "COMMIT", HAPPENED, FACE, SAID, AUTHOR);

        private long card;
        private long comment;

        Comment(Database database, Board board) throws SQLException {
            super(database, board, "person");
        }

        @Override
        void change() throws SQLException {
            Timestamp now = Timestamp.from(Instant.now());
            String said = Writing.SAID;
            long project = board.project();
            try (ResultSet row =
                    query(SAY, version, project, board.anyCard(), project, "message", person, null, said, now)) {
                row.next();
                card = row.getLong(1);
                comment = row.getLong(4);
            }
            update(WORDS, project, card, comment, said, said, said);
            event(
                    "comment.added",
                    card,
                    "{\"n\":1,\"title\":\"\",\"comment\":%d,\"kind\":\"message\",\"body\":\"%s\"}"
                            .formatted(comment, said));
        }

        @Override
        void answer() throws SQLException {
            read(HAPPENED, board.project(), version - 1, Long.MAX_VALUE, 301);
            read(FACE, board.project(), new Long[] {card});
            read(SAID, board.project(), new Long[] {comment});
            read(AUTHOR, (Object) new Long[] {person});
        }
    }

    /** Somebody drags a card to another place. */
    static final class Move extends Bare {

        private static final String FIND = """
                select c.id, c.number, c.title, c.column_id, c.rank, k.name as from_name, t.name as to_name, t.kind as to_kind
                from card c join board_column k on k.id = c.column_id
                join board_column t on t.id = ? and t.project_id = c.project_id and t.archived_at is null
                where c.project_id = ? and c.number = ? and c.archived_at is null
                """;

        private static final String GAP = """
                select b.rank, (select min(rank) from card c
                where c.column_id = b.column_id and c.archived_at is null and c.rank > b.rank and c.id <> ?)
                from card b where b.project_id = ? and b.number = ? and b.column_id = ? and b.archived_at is null
                """;

        private static final String LAST =
                "select max(rank) from card where column_id = ? and archived_at is null and id <> ?";

        private static final String PLACE = "update card set column_id = ?, rank = ?, version = ? where id = ?";

        static final List<String> STATEMENTS = List.of(SEAT, "BEGIN", LOCK, FIND, GAP, LAST, PLACE, EVENT, "COMMIT");

        Move(Database database, Board board) throws SQLException {
            super(database, board, "person");
        }

        @Override
        void change() throws SQLException {
            int number = board.anyCard();
            long to = board.anyColumn();
            long card;
            try (ResultSet row = query(FIND, to, board.project(), number)) {
                row.next();
                card = row.getLong(1);
            }
            List<String> gap = new ArrayList<>();
            try (ResultSet row = query(GAP, card, board.project(), number % Seed.CARDS + 1, to)) {
                if (row.next()) {
                    gap.add(row.getString(1));
                    gap.add(row.getString(2));
                }
            }
            if (gap.isEmpty()) {
                try (ResultSet row = query(LAST, to, card)) {
                    row.next();
                    gap.add(row.getString(1));
                    gap.add(null);
                }
            }
            update(PLACE, to, Rank.between(gap.get(0), gap.get(1)), version, card);
            event(
                    "card.moved",
                    card,
                    "{\"n\":1,\"title\":\"\",\"to\":\"Колонка\",\"from\":\"Колонка\",\"to_kind\":\"doing\"}");
        }

        @Override
        void answer() {}
    }

    /** A decision maker approves a text, and whose turn it was is seen on its card. */
    static final class Approve extends Bare {

        private static final String ASKED = """
                select a.id, a.comment_id, m.card_id, a.material_id, m.name, a.version_id, v.number, m.versions, v.sha256, a.needs, a.state,
                a.due_at, a.asked_at, a.asked_by, a.settled_at, a.settled_by, a.by_team_change, a.reason,
                w.verdict, w.person_id, w.roles, w.way, w.at, w.comment, w.sha256 as decided_sha256, w.recorded_at, w.recorded_by,
                w.evidence, w.evidence_file_id
                from approval a join material m on m.id = a.material_id join material_version v on v.id = a.version_id
                left join approval_voice w on w.approval_id = a.id
                where a.project_id = ? and a.id = ? order by w.id
                """;

        private static final String VOICE = """
                insert into approval_voice (approval_id, version_id, sha256, verdict, person_id, roles, way, at, comment, recorded_at,
                recorded_by, evidence, evidence_file_id)
                select ?, ?, ?, ?, m.person_id, m.roles, ?, ?, ?, ?, ?, ?, ?
                from member m
                where m.project_id = ? and m.person_id = ? and 'lead' = any(m.roles)
                and not exists (select from departure d where d.person_id = m.person_id)
                """;

        private static final String SETTLE =
                "update approval set state = ?, settled_at = ?, settled_by = ?, by_team_change = ?, reason = ? where id = ?";

        private static final String LEFT =
                "select exists (select from approval where comment_id = ? and state = 'asked')";

        private static final String TURN = """
                select t.id, t.project_id, t.card_id, t.comment_id, t.topic, t.purpose, t.side, t.role, t.person_id, t.urgent, t.opened_at,
                t.opened_by, t.answer_from, t.due_at, t.paused_at, t.paused_why, t.closed_at, t.closed_by, t.outcome, t.minutes
                """;

        private static final String ABOUT = TURN + """
                , exists (select from turn_pause p where p.turn_id = t.id) as stood from turn t
                where t.comment_id = ? and t.closed_at is null order by t.opened_at, t.id
                """;

        private static final String END = """
                update turn set closed_at = ?, closed_by = ?, outcome = ?, minutes = ?,
                wall_seconds = ?, window_seconds = ?, kept = ?, paused_at = null, paused_why = null where id = ?
                """;

        private static final String ON_CARD = TURN + """
                from turn t where t.card_id = ? and t.closed_at is null
                order by t.paused_at is not null, t.urgent desc, t.due_at nulls last, t.opened_at, t.id limit ?
                """;

        private static final String WAITS = "update card set waits = ?::jsonb, version = ? where id = ?";

        private static final String TITLE = "select number, title from card where id = ?";

        static final List<String> STATEMENTS = List.of(
                SEAT, "BEGIN", LOCK, ASKED, VOICE, SETTLE, LEFT, ABOUT, END, ON_CARD, WAITS, TITLE, EVENT, "COMMIT");

        /** As a card keeps one that waits. */
        private static final String WAIT = """
                {"purpose":"approve","side":"client","role":"lead","since":"2026-01-01T12:00:00.000000Z","urgent":false}\
                """;

        private final Supplier<Asks.Ask> next;

        Approve(Database database, Board board, Supplier<Asks.Ask> next) throws SQLException {
            super(database, board, "person where client_id is not null");
            this.next = next;
        }

        @Override
        void change() throws SQLException {
            Asks.Ask ask = next.get();
            Timestamp now = Timestamp.from(Instant.now());
            long card;
            long about;
            byte[] sha256;
            try (ResultSet row = query(ASKED, board.project(), ask.approval())) {
                row.next();
                card = row.getLong("card_id");
                about = row.getLong("version_id");
                sha256 = row.getBytes("sha256");
            }
            update(
                    VOICE,
                    ask.approval(),
                    about,
                    sha256,
                    "approved",
                    "page",
                    now,
                    "",
                    now,
                    null,
                    "",
                    null,
                    board.project(),
                    person);
            update(SETTLE, "approved", now, person, false, "", ask.approval());
            read(LEFT, ask.comment());
            long turn;
            try (ResultSet row = query(ABOUT, ask.comment())) {
                row.next();
                turn = row.getLong("id");
            }
            update(END, now, person, "approved", null, 60L, null, null, turn);
            int waiting = read(ON_CARD, card, 4);
            String waits = "[" + String.join(",", Collections.nCopies(waiting, WAIT)) + "]";
            update(WAITS, waiting == 0 ? null : waits, version, card);
            read(TITLE, card);
            event("approval.decided", card, """
                    {"n":1,"title":"","comment":%d,"material":1,"name":"Текст 1","version":1,"sha256":"%s","verdict":"approved",\
                    "way":"page","person":%d,"settled":true}\
                    """.formatted(
                            ask.comment(), HexFormat.of().formatHex(sha256), person));
        }

        @Override
        void answer() {}
    }
}
