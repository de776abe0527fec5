package openkitchen.bridge;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openkitchen.history.Pen;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The rows that remember what was imported. */
@Component
class ImportRows {

    static final String TRELLO = "trello";

    private final JdbcClient sql;
    private final JdbcTemplate many;
    private final ObjectMapper json;

    ImportRows(JdbcClient sql, JdbcTemplate many, ObjectMapper json) {
        this.sql = sql;
        this.many = many;
        this.json = json;
    }

    /** Makes imports of one board one after another, until the transaction ends. */
    void lock(String board) {
        many.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, "import/trello/" + board);
    }

    /** The projects to which a board came, the latest first. */
    List<ProjectId> projects(String board) {
        return sql.sql("select project_id from import where source = ? and source_id = ? order by at desc, id desc")
                .params(TRELLO, board)
                .query((row, index) -> new ProjectId(row.getLong(1)))
                .list();
    }

    Come come(ProjectId project) {
        return new Come(sql.sql("select kind, source_id, own_id from imported where project_id = ? and source = ?")
                .params(project.value(), TRELLO)
                .query((row, index) -> new Come.Entry(
                        Come.Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getString(2), row.getLong(3)))
                .list());
    }

    void keep(ProjectId project, Come come) {
        many.batchUpdate(
                "insert into imported (project_id, source, kind, source_id, own_id) values (?, ?, ?, ?, ?)",
                come.fresh(),
                1000,
                (row, entry) -> {
                    row.setLong(1, project.value());
                    row.setString(2, TRELLO);
                    row.setString(3, entry.kind().code());
                    row.setString(4, entry.id());
                    row.setLong(5, entry.own());
                });
    }

    void keep(Pen pen, PersonId by, ImportReport report) {
        sql.sql("""
                        insert into import (source, source_id, project_id, report, at, by_id)
                        values (:source, :board, :project, :report::jsonb, :now, :by)
                        on conflict (source, source_id, project_id)
                        do update set report = excluded.report, at = excluded.at, by_id = excluded.by_id
                        """)
                .param("source", TRELLO)
                .param("board", report.board().id())
                .param("project", pen.project().value())
                .param("report", json.writeValueAsString(report))
                .param("now", pen.now().atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    /** The report of the last import into a project. */
    Optional<ImportReport> report(ProjectId project) {
        return sql.sql(
                        "select report::text from import where project_id = ? and source = ? order by at desc, id desc limit 1")
                .params(project.value(), TRELLO)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, ImportReport.class));
    }

    /** Who these members became in earlier imports, the latest first. */
    Map<String, PersonId> peopleOf(Collection<String> members) {
        Map<String, PersonId> people = new HashMap<>();
        sql.sql("""
                        select source_id, own_id from imported
                         where source = :source and kind = 'member' and source_id = any(:members) order by project_id desc
                        """)
                .param("source", TRELLO)
                .param("members", members.toArray(String[]::new))
                .query((row, index) -> Map.entry(row.getString(1), new PersonId(row.getLong(2))))
                .list()
                .forEach(found -> people.putIfAbsent(found.getKey(), found.getValue()));
        return people;
    }
}
