package openkitchen.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lays a desk for person 1: 12 live projects and 50 paused and closed ones, with questions that wait for them in each of the
 * live ones and 5,000 turns of theirs long closed. Projects are small here: a desk is made of turns.
 */
final class Backlog {

    static final int LIVE = 12;
    static final int RESTING = 50;
    static final int PAST = 5_000;
    private static final int CARDS = 5;
    private static final int CROWD = 2_000;

    private final Database database;

    Backlog(Database database) {
        this.database = database;
    }

    void lay() throws SQLException {
        projects("desk", LIVE + RESTING);
        run("""
                update project set status = case when id %% 2 = 0 then 'paused' else 'closed' end
                 where key like 'desk-%%' and substr(key, 6)::int > %d
                """.formatted(LIVE), """
                with asked as (
                    insert into comment (project_id, card_id, kind, author_id, body, created_at)
                    select c.project_id, c.id, 'question', (select id from person where handle = 'person2'), 'Почему так долго?',
                           now() - interval '1 hour'
                      from card c join project p on p.id = c.project_id
                     where p.key like 'desk-%' and p.status = 'live' and c.number <= 2
                    returning id, project_id, card_id, author_id, created_at),
                question as (
                    insert into question (comment_id, state, asked_of) select id, 'open', 'seo' from asked)
                insert into turn (project_id, card_id, comment_id, purpose, side, role, opened_at, opened_by, due_at)
                select project_id, card_id, id, 'answer', 'agency', 'seo', created_at, author_id, now() + id % 5 * interval '3 hours' from asked
                """, past("desk", PAST));
        clean();
    }

    /** So many turns more in projects of others, one in a hundred of them open. */
    void crowd(int turns) throws SQLException {
        projects("crowd", CROWD);
        run(past("crowd", turns), """
                update turn set closed_at = null, closed_by = null, outcome = null, wall_seconds = null, window_seconds = null, kept = null
                 where id % 100 = 0 and project_id in (select id from project where key like 'crowd-%')
                """);
        clean();
    }

    private void projects(String name, int count) throws SQLException {
        String mine = "(select id from project where key like '" + name + "-%')";
        run(
                """
                insert into project (key, name, services, stage, cards_made, created_at)
                select '%s-' || n, 'Проект ' || n, '{seo}', 'steady', %d, now() from generate_series(1, %d) n
                """.formatted(name, CARDS, count),
                "insert into chain (project_id) select id from project where id in " + mine,
                """
                insert into member (project_id, person_id, roles, since)
                select p.id, m.id, case m.handle when 'person0' then '{account}' else '{seo}' end::text[], now()
                  from %s p join person m on m.handle = any(array[%s])
                """.formatted(mine, name.equals("desk") ? "'person0', 'person1'" : "'person0', 'person3'"),
                "insert into board_column (project_id, name, kind, rank) select id, 'Колонка', 'doing', 'A' from project where id in "
                        + mine,
                """
                insert into card (project_id, number, column_id, rank, kind, title, discipline, described, version, created_at)
                select k.project_id, n, k.id, to_char(n, 'FM000') || 'V', 'task', 'Карточка ' || n, 'seo', false, 0, now()
                  from board_column k join generate_series(1, %d) n on true where k.project_id in %s
                """.formatted(CARDS, mine));
    }

    /** Turns of the last five years, answered by person 1 and spread over the cards of these projects. */
    private static String past(String name, int turns) {
        return """
                insert into turn (project_id, card_id, purpose, side, role, opened_at, opened_by, due_at, closed_at, closed_by, outcome, minutes,
                                  wall_seconds, window_seconds, kept)
                select c.project_id, c.id, 'answer', 'agency', 'seo', at - interval '5 hours', 1, at + interval '1 hour', at, p.id, 'answered', 5,
                       18000, 1800, true
                  from (select n, now() - (%2$d - n) * (interval '1800 days' / %2$d) - interval '1 day' as at from generate_series(1, %2$d) n) g
                  join (select id, project_id, row_number() over (order by id) as n
                          from card where project_id in (select id from project where key like '%1$s-%%')) c on c.n = 1 + g.n %% %4$d
                  join person p on p.handle = '%3$s'
                 order by g.n
                """.formatted(
                        name,
                        turns,
                        name.equals("desk") ? "person1" : "person3",
                        CARDS * (name.equals("desk") ? LIVE + RESTING : CROWD));
    }

    private void clean() throws SQLException {
        run("vacuum analyze");
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
