package openkitchen.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Puts texts before the client in projects that {@link Seed} made, by SQL, and keeps the client's decision makers. */
final class Asks {

    private static final int LEADS = 8;

    private final Database database;

    /** One version that is put before the client, and what was said when it was. */
    record Ask(long comment, long approval) {

        byte[] approve(Board board, String session) {
            return Wire.post(
                    board.path() + "/approvals/" + comment + "/" + approval + "/decide", session, "verdict=approved");
        }
    }

    Asks(Database database) {
        this.database = database;
    }

    /** The session of whoever decides as the so-many-th hand. */
    static String session(int hand) {
        return "bench-lead-%d-%d".formatted(hand % LEADS, hand / LEADS);
    }

    /** One client, of whom all projects are, with decision makers who are signed in often enough for so many hands. */
    Asks client(int hands) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into client (name, created_at) values ('Клиент', now())");
            statement.execute("update project set client_id = (select max(id) from client)");
            statement.execute("""
                    insert into person (name, handle, email, client_id, language, created_at)
                    select 'Ольга Лебедева ' || n, 'lead' || n, 'lead' || n || '@example.org', (select max(id) from client), 'ru', now()
                      from generate_series(0, %d) n order by n
                    """.formatted(LEADS - 1));
            statement.execute("""
                    insert into member (project_id, person_id, roles, since)
                    select p.id, m.id, '{lead}', now() from project p, person m where m.client_id is not null
                    """);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into session (token_hash, person_id, created_at, last_seen_at, expires_at, device, address)
                    values (?, (select id from person where handle = ?), now(), now(), now() + interval '1 day', 'bench', '127.0.0.1')
                    """)) {
                for (int hand = 0; hand < hands; hand++) {
                    insert.setBytes(1, Seed.sha256(session(hand)));
                    insert.setString(2, "lead" + hand % LEADS);
                    insert.executeUpdate();
                }
            }
        }
        return this;
    }

    /** So many texts of each project, spread over its cards, each asked about by itself and to be approved by any decision maker. */
    List<Queue<Ask>> lay(List<Board> boards, int each) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<Queue<Ask>> laid = new ArrayList<>();
            for (Board board : boards) {
                laid.add(new ConcurrentLinkedQueue<>(lay(statement, board.project(), each)));
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze comment, material, material_version, approval, approval_voice, turn");
            return laid;
        }
    }

    private static Queue<Ask> lay(Statement statement, long project, int each) throws SQLException {
        statement.execute("drop table if exists pg_temp.laid");
        statement.execute("""
                create temp table laid as
                select n, c.id as card, 'Текст для посадочной страницы ' || n || ', как договорились на встрече: ' || d.description as body,
                       nextval(pg_get_serial_sequence('comment', 'id')) as comment,
                       nextval(pg_get_serial_sequence('material', 'id')) as material,
                       nextval(pg_get_serial_sequence('material_version', 'id')) as version,
                       nextval(pg_get_serial_sequence('approval', 'id')) as approval
                  from generate_series(1, %d) n join card c on c.project_id = %d and c.number = (n - 1) %% %d + 1
                       join card_text d on d.card_id = c.id
                """.formatted(each, project, Seed.CARDS));
        String account = "(select min(id) from person)";
        statement.execute("""
                insert into comment (id, project_id, card_id, kind, author_id, body, created_at) overriding system value
                select comment, %d, card, 'approval', %s, '', now() from laid
                """.formatted(project, account));
        statement.execute("""
                insert into material (id, project_id, card_id, name, versions, created_at, created_by) overriding system value
                select material, %d, card, 'Текст ' || n, 1, now(), %s from laid
                """.formatted(project, account));
        statement.execute("""
                insert into material_version (id, material_id, number, kind, body, sha256, created_at, created_by) overriding system value
                select version, material, 1, 'text', body, sha256(convert_to(body, 'UTF8')), now(), %s from laid
                """.formatted(account));
        statement.execute("""
                insert into approval (id, project_id, comment_id, material_id, version_id, needs, state, asked_at, asked_by)
                overriding system value
                select approval, %d, comment, material, version, 'any', 'asked', now(), %s from laid
                """.formatted(project, account));
        statement.execute("""
                insert into turn (project_id, card_id, comment_id, purpose, side, role, opened_at, opened_by)
                select %d, card, comment, 'approve', 'client', 'lead', now(), %s from laid
                """.formatted(project, account));
        Queue<Ask> laid = new ArrayDeque<>();
        try (ResultSet rows = statement.executeQuery("select comment, approval from laid order by n")) {
            while (rows.next()) {
                laid.add(new Ask(rows.getLong(1), rows.getLong(2)));
            }
        }
        return laid;
    }

    /** Makes sure that what was measured was approving: nothing is open, and every turn has ended. */
    void mustBeDecided() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select (select count(*) from approval where state <> 'approved')
                             + (select count(*) from turn where closed_at is null)
                             + (select abs((select count(*) from approval) - (select count(*) from approval_voice)))
                        """)) {
            row.next();
            if (row.getLong(1) > 0) {
                throw new IllegalStateException("not all was approved");
            }
        }
    }
}
