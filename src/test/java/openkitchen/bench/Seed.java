package openkitchen.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/**
 * Fills an installation by SQL with what an agency has: people of both languages, and projects of 10 columns × 50 cards with
 * descriptions of 300 characters, labels, people and talk, the words for the search, and a history that holds together.
 */
final class Seed implements AutoCloseable {

    static final int COLUMNS = 10;
    static final int CARDS = 500;
    static final int PEOPLE = 8;

    private static final List<String> VOCABULARY = List.of(
            ("заявка реклама сайт кампания бюджет отчёт клиент правка баннер страница текст заголовок посадочная поиск запрос "
                            + "ставка конверсия звонок форма метрика цель вывод неделя месяц макет согласовать проверить запустить собрать "
                            + "показать исправить написать новый старый главный срочный мобильный landing page keyword budget campaign "
                            + "report banner review launch design copy audience search brand lead traffic growth weekly draft")
                    .split(" "));

    private final Connection connection;

    Seed(Database database) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
    }

    /** The token of the so-many-th session of a person; persons with even numbers read Russian, the others English. */
    static String token(int person, int session) {
        return "bench-%d-%d".formatted(person, session);
    }

    /** The address of the so-many-th project with this name. */
    static String key(String name, int project) {
        return name + "-" + project;
    }

    /** The people, each with sessions of their own, and the words that cards are made of. To be called first. */
    Seed people(int sessions) throws SQLException {
        execute(
                "drop index search_document_words",
                "insert into agency (name, created_at) values ('Bench', now())",
                """
                insert into person (name, handle, email, agency_role, language, created_at)
                select case when n %% 2 = 0 then 'Мария Ким ' || n else 'Anna Stone ' || n end, 'person' || n,
                       'person' || n || '@example.org', 'specialist', case when n %% 2 = 0 then 'ru' else 'en' end, now()
                  from generate_series(0, %d) n order by n
                """.formatted(PEOPLE - 1),
                """
                create table sample (n int primary key, title text, description text, said text, card_words tsvector,
                                     said_words tsvector)
                """);
        samples();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into session (token_hash, person_id, created_at, last_seen_at, expires_at, device, address)
                values (?, (select id from person where handle = ?), now(), now(), now() + interval '1 day', 'bench', '127.0.0.1')
                """)) {
            for (int person = 0; person < PEOPLE; person++) {
                for (int session = 0; session < sessions; session++) {
                    insert.setBytes(1, sha256(token(person, session)));
                    insert.setString(2, "person" + person);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        return this;
    }

    private void samples() throws SQLException {
        Random random = new Random(42);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into sample
                select n, title, description, said,
                       setweight(to_tsvector('russian', title) || to_tsvector('simple', title), 'A')
                       || to_tsvector('russian', description) || to_tsvector('simple', description),
                       to_tsvector('russian', said) || to_tsvector('simple', said)
                  from (values (?, ?, ?, ?)) v (n, title, description, said)
                """)) {
            for (int n = 0; n < 200; n++) {
                insert.setInt(1, n);
                insert.setString(2, text(random, 45));
                insert.setString(3, text(random, 300));
                insert.setString(4, text(random, 140));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(VOCABULARY.get(random.nextInt(VOCABULARY.size()))).append(random.nextInt(9) == 0 ? ". " : " ");
        }
        return text.substring(0, length - 1).strip() + ".";
    }

    /** Projects {@code name-1 …} of 500 cards each, with so many comments a card. */
    Seed projects(String name, int count, int comments) throws SQLException {
        String mine = "project where key like '" + name + "-%'";
        execute(
                """
                insert into project (key, name, services, stage, cards_made, created_at)
                select '%s-' || n, 'Проект ' || n, '{seo,ppc,design}', 'steady', %d, now() from generate_series(1, %d) n
                """.formatted(name, CARDS, count),
                "insert into chain (project_id) select id from " + mine,
                """
                insert into member (project_id, person_id, roles, since)
                select p.id, m.id, case when m.handle = 'person0' then '{account}' else '{seo}' end::text[], now()
                  from person m, (select id from %s) p
                """.formatted(mine),
                """
                insert into board_column (project_id, name, kind, rank)
                select p.id, 'Колонка ' || n, case n when 1 then 'intake' when 10 then 'done' else 'doing' end, chr(64 + n)
                  from generate_series(1, %d) n, (select id from %s) p
                """.formatted(COLUMNS, mine),
                """
                insert into label (project_id, name, colour)
                select p.id, l.name, l.colour
                  from (values ('срочно', 'red'), ('SEO', 'green'), ('design', 'blue'), ('текст', 'yellow'), ('ads', 'purple')) l (name, colour),
                       (select id from %s) p
                """.formatted(mine));
        cards(mine, comments);
        if (comments > 0) {
            comments(mine, comments);
        }
        chain(mine);
        connection.commit();
        return this;
    }

    private void cards(String mine, int comments) throws SQLException {
        int each = CARDS / COLUMNS;
        execute(
                """
                insert into card (project_id, number, column_id, rank, kind, title, discipline, due_at, described, comments, version,
                                  created_at)
                select k.project_id, (ascii(k.rank) - 65) * %1$d + g.n, k.id, to_char(g.n, 'FM000') || 'V', 'task', s.title || ' ' || g.n,
                       (array['seo', 'ppc', 'design'])[g.n %% 3 + 1], case when g.n %% 3 = 0 then now() + g.n * interval '1 day' end, true, %2$d,
                       case %2$d when 0 then (ascii(k.rank) - 65) * %1$d + g.n
                                 else %3$d + ((ascii(k.rank) - 65) * %1$d + g.n) * %2$d end,
                       now()
                  from board_column k join generate_series(1, %1$d) g (n) on true join sample s on s.n = (k.id * 7 + g.n) %% 200
                 where k.project_id in (select id from %4$s)
                """.formatted(each, comments, CARDS, mine),
                """
                insert into card_text (card_id, description)
                select c.id, s.description from card c join sample s on s.n = c.id %% 200
                 where c.project_id in (select id from %s)
                """.formatted(mine),
                """
                insert into card_label (card_id, label_id)
                select c.id, l.id from card c join label l on l.project_id = c.project_id and (c.id + l.id) %% 5 < 2
                 where c.project_id in (select id from %s)
                """.formatted(mine),
                """
                insert into card_person (card_id, person_id)
                select c.id, p.id from card c join person p on (c.id + p.id) %% 4 = 0
                 where c.project_id in (select id from %s)
                """.formatted(mine),
                """
                insert into search_document (project_id, card_id, body, words)
                select c.project_id, c.id, c.title || chr(10) || s.description, s.card_words
                  from card c join sample s on s.n = c.id %% 200 where c.project_id in (select id from %s)
                """.formatted(mine));
    }

    private void comments(String mine, int comments) throws SQLException {
        execute("""
                insert into comment (project_id, card_id, author_id, body, created_at)
                select c.project_id, c.id, (select min(id) from person) + g.n %% %d, s.said, now()
                  from card c join generate_series(1, %d) g (n) on true join sample s on s.n = (c.id + g.n) %% 200
                 where c.project_id in (select id from %s) order by c.project_id, c.number, g.n
                """.formatted(PEOPLE, comments, mine), """
                insert into search_document (project_id, card_id, comment_id, body, words)
                select m.project_id, m.card_id, m.id, m.body, s.said_words
                  from comment m join sample s on s.said = m.body where m.project_id in (select id from %s)
                """.formatted(mine));
    }

    /** An event for every card and comment, each hashed over the one before as {@code history} does it. */
    private void chain(String mine) throws SQLException {
        execute("""
                create or replace function pg_temp.link(before bytea, said bytea) returns bytea language sql immutable
                as 'select sha256(before || said)'
                """, """
                create or replace aggregate pg_temp.head(bytea) (sfunc = pg_temp.link, stype = bytea, initcond = '')
                """, """
                create or replace function pg_temp.said(said text) returns bytea language sql immutable
                as $$ select int8send(octet_length(convert_to(said, 'UTF8'))) || convert_to(said, 'UTF8') $$
                """, """
                insert into event (project_id, number, at, recorded_at, actor_id, kind, card_id, data, hash)
                select project_id, number, at, at, actor, kind, card_id, data::json,
                       pg_temp.head(int8send(project_id) || int8send(number) || int8send(extract(epoch from at)::bigint) || int8send(0)
                                    || int8send(actor) || int8send(card_id) || pg_temp.said(kind) || pg_temp.said('')
                                    || pg_temp.said(data)) over (partition by project_id order by number)
                  from (select *, row_number() over (partition by project_id order by kind, card_id, comment_id) as number
                          from (select c.project_id, c.id as card_id, 0 as comment_id, 'card.added' as kind,
                                       json_build_object('n', c.number, 'title', c.title)::text as data
                                  from card c where c.project_id in (select id from %1$s)
                                union all
                                select m.project_id, m.card_id, m.id, 'comment.added',
                                       json_build_object('comment', m.id, 'body', m.body)::text
                                  from comment m where m.project_id in (select id from %1$s)) happened) numbered,
                       (select date_trunc('second', now()) as at) a, (select min(id) as actor from person) b
                """.formatted(mine), """
                update chain c set version = e.number, head = e.hash
                  from event e, (select project_id, max(number) as number from event group by 1) last
                 where e.project_id = c.project_id and last.project_id = e.project_id and last.number = e.number
                   and c.project_id in (select id from %s)
                """.formatted(mine));
    }

    /** Leaves the database as autovacuum would in time. */
    @Override
    public void close() throws SQLException {
        connection.setAutoCommit(true);
        execute("create index search_document_words on search_document using gin (words)", "vacuum analyze");
        connection.close();
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
