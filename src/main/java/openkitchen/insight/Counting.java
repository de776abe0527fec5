package openkitchen.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openkitchen.id.PersonId;
import openkitchen.id.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts closed turns. PostgreSQL does it in four statements, whatever is looked at. */
@Component
class Counting {

    private static final int MONTHS = 12;

    private static final String ANSWERED =
            "t.side = 'agency' and t.purpose = 'answer' and t.outcome in ('answered', 'relayed')";

    private static final String CLIENT_DID =
            "t.side = 'client' and t.outcome in ('answered', 'clarified', 'confirmed', 'raised_again', 'appealed', 'approved', 'changes')";

    private static final String SPREADS = """
            count(*)::int as number,
            percentile_cont(0.5) within group (order by t.window_seconds) as window_median,
            percentile_cont(0.9) within group (order by t.window_seconds) as window_most,
            percentile_cont(0.5) within group (order by t.wall_seconds) as wall_median,
            percentile_cont(0.9) within group (order by t.wall_seconds) as wall_most,
            count(t.kept)::int as promised, count(*) filter (where t.kept)::int as kept,
            count(*) filter (where t.outcome = 'relayed')::int as relayed
            """;

    private final JdbcClient sql;

    Counting(JdbcClient sql) {
        this.sql = sql;
    }

    Figures count(Scope scope, YearMonth month) {
        List<Row> answers = answers(scope, month);
        Map<ProjectId, Waits> clients = new HashMap<>();
        Waits client = clients(scope, month, clients);
        Map<ProjectId, Integer> raised = raised(scope, month);
        return new Figures(
                month,
                answers.stream()
                        .filter(row -> row.person() == null && row.project() == null)
                        .map(Row::answers)
                        .findFirst()
                        .orElse(Answers.NONE),
                client,
                raised.values().stream().mapToInt(Integer::intValue).sum(),
                people(answers),
                projects(answers, clients, raised),
                both(answers),
                year(scope, month));
    }

    /** The answers of a person, in a project, of both, or of all. */
    private record Row(@Nullable PersonId person, @Nullable ProjectId project, Answers answers) {}

    private List<Row> answers(Scope scope, YearMonth month) {
        return sql.sql("""
                        with answer as materialized ( -- so that each is looked at once, not for every grouping
                            select t.*, exists (select from turn a where a.comment_id = t.comment_id and a.purpose = 'answer'
                                                   and a.id > t.id and a.opened_at >= t.closed_at) as again
                              from turn t
                             where t.closed_at >= :from and t.closed_at < :until and t.closed_by is not null and %s %s)
                        select t.closed_by, t.project_id, %s, count(*) filter (where t.again)::int as reopened
                          from answer t
                         group by grouping sets ((), (t.closed_by), (t.project_id), (t.closed_by, t.project_id))
                        """.formatted(ANSWERED, scope.within("t.project_id"), SPREADS))
                .param("from", AnswerTimes.begin(month))
                .param("until", AnswerTimes.begin(month.plusMonths(1)))
                .param("projects", scope.ids())
                .query((row, index) -> {
                    Long person = row.getObject("closed_by", Long.class);
                    Long project = row.getObject("project_id", Long.class);
                    return new Row(
                            person == null ? null : new PersonId(person),
                            project == null ? null : new ProjectId(project),
                            answers(row, row.getInt("reopened")));
                })
                .list();
    }

    private static Answers answers(ResultSet row, int reopened) throws SQLException {
        return new Answers(
                row.getInt("number"),
                spread(row, "window"),
                spread(row, "wall"),
                row.getInt("promised"),
                row.getInt("kept"),
                reopened,
                row.getInt("relayed"));
    }

    private static @Nullable Spread spread(ResultSet row, String clock) throws SQLException {
        Double median = row.getObject(clock + "_median", Double.class);
        return median == null ? null : Spread.ofSeconds(median, row.getDouble(clock + "_most"));
    }

    /** Fills the waits by project in, and gives those of all. */
    private Waits clients(Scope scope, YearMonth month, Map<ProjectId, Waits> byProject) {
        return sql
                .sql("""
                        select t.project_id, %s
                          from turn t
                         where t.closed_at >= :from and t.closed_at < :until and %s %s
                         group by grouping sets ((), (t.project_id))
                        """.formatted(SPREADS, CLIENT_DID, scope.within("t.project_id")))
                .param("from", AnswerTimes.begin(month))
                .param("until", AnswerTimes.begin(month.plusMonths(1)))
                .param("projects", scope.ids())
                .query((row, index) -> {
                    Waits waits = new Waits(row.getInt("number"), spread(row, "wall"));
                    Long project = row.getObject("project_id", Long.class);
                    if (project != null) {
                        byProject.put(new ProjectId(project), waits);
                    }
                    return Map.entry(project == null, waits);
                })
                .list()
                .stream()
                .filter(Map.Entry::getKey)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Waits.NONE);
    }

    /** How many times remarks were raised again. A remark may be raised again while nobody has answered to it: no turn tells. */
    private Map<ProjectId, Integer> raised(Scope scope, YearMonth month) {
        return sql
                .sql("""
                        select e.project_id, count(*)::int as times from event e
                         where e.kind = 'remark.raised' and e.at >= :from and e.at < :until %s
                         group by e.project_id
                        """.formatted(scope.within("e.project_id")))
                .param("from", AnswerTimes.begin(month))
                .param("until", AnswerTimes.begin(month.plusMonths(1)))
                .param("projects", scope.ids())
                .query((row, index) -> Map.entry(new ProjectId(row.getLong(1)), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Figures.OfPerson> people(List<Row> rows) {
        List<Figures.OfPerson> people = new ArrayList<>();
        for (Row row : rows) {
            if (row.person() != null && row.project() == null) {
                people.add(new Figures.OfPerson(row.person(), row.answers()));
            }
        }
        people.sort(
                Comparator.comparing((Figures.OfPerson one) -> -one.answers().number())
                        .thenComparing(one -> one.person().value()));
        return people;
    }

    private static List<Figures.OfBoth> both(List<Row> rows) {
        List<Figures.OfBoth> both = new ArrayList<>();
        for (Row row : rows) {
            if (row.person() != null && row.project() != null) {
                both.add(new Figures.OfBoth(row.person(), row.project(), row.answers()));
            }
        }
        both.sort(Comparator.comparing((Figures.OfBoth one) -> one.person().value())
                .thenComparing(one -> one.project().value()));
        return both;
    }

    private record Named(ProjectId project, String key, String name) {}

    private List<Figures.OfProject> projects(
            List<Row> rows, Map<ProjectId, Waits> clients, Map<ProjectId, Integer> raised) {
        Map<ProjectId, Answers> answers = new HashMap<>();
        for (Row row : rows) {
            if (row.project() != null && row.person() == null) {
                answers.put(row.project(), row.answers());
            }
        }
        TreeSet<ProjectId> all = new TreeSet<>(Comparator.comparing(ProjectId::value));
        all.addAll(answers.keySet());
        all.addAll(clients.keySet());
        all.addAll(raised.keySet());
        return sql
                .sql("select id, key, name from project where id = any(:ids) order by lower(name), id")
                .param("ids", all.stream().map(ProjectId::value).toArray(Long[]::new))
                .query((row, index) ->
                        new Named(new ProjectId(row.getLong("id")), row.getString("key"), row.getString("name")))
                .list()
                .stream()
                .map(project -> new Figures.OfProject(
                        project.project(),
                        project.key(),
                        project.name(),
                        answers.getOrDefault(project.project(), Answers.NONE),
                        clients.getOrDefault(project.project(), Waits.NONE),
                        raised.getOrDefault(project.project(), 0)))
                .toList();
    }

    private record Side(YearMonth month, boolean client, Answers answers) {}

    private List<Figures.OfMonth> year(Scope scope, YearMonth last) {
        YearMonth first = last.minusMonths(MONTHS - 1L);
        List<Side> sides = sql.sql("""
                        select date_trunc('month', t.closed_at at time zone :zone)::date as month, t.side = 'client' as client, %s
                          from turn t
                         where t.closed_at >= :from and t.closed_at < :until and ((%s) or (%s)) %s
                         group by 1, 2
                        """.formatted(SPREADS, ANSWERED, CLIENT_DID, scope.within("t.project_id")))
                .param("zone", AnswerTimes.ZONE.getId())
                .param("from", AnswerTimes.begin(first))
                .param("until", AnswerTimes.begin(last.plusMonths(1)))
                .param("projects", scope.ids())
                .query((row, index) -> new Side(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getBoolean("client"),
                        answers(row, 0)))
                .list();
        return IntStream.range(0, MONTHS)
                .mapToObj(first::plusMonths)
                .map(month -> new Figures.OfMonth(month, of(sides, month, false), waits(of(sides, month, true))))
                .toList();
    }

    private static Answers of(List<Side> sides, YearMonth month, boolean client) {
        return sides.stream()
                .filter(side -> side.month().equals(month) && side.client() == client)
                .map(Side::answers)
                .findFirst()
                .orElse(Answers.NONE);
    }

    private static Waits waits(Answers counted) {
        return new Waits(counted.number(), counted.wall());
    }
}
