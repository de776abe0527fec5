package openkitchen.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import openkitchen.id.ProjectId;
import openkitchen.people.Viewer;
import openkitchen.problem.Forbidden;
import openkitchen.problem.NotFound;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long answers take (`product.md` 5.9): for the owner over all projects, for an account over their own. The client's
 * waiting is counted like the agency's. Months are those of the agency's calendar.
 */
@Component
public class AnswerTimes {

    /** By whose calendar months and days are counted. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    /** The first month that may be asked for. */
    public static final YearMonth FIRST = YearMonth.of(2000, 1);

    private final JdbcClient sql;
    private final Clock clock;
    private final Projects projects;
    private final Counting counting;

    AnswerTimes(JdbcClient sql, Clock clock, Projects projects, Counting counting) {
        this.sql = sql;
        this.clock = clock;
        this.projects = projects;
        this.counting = counting;
    }

    /** The month that it is now. */
    public YearMonth now() {
        return YearMonth.from(LocalDate.ofInstant(clock.instant(), ZONE));
    }

    /** A project whose answer times may be looked at. */
    public record Choice(ProjectId project, String key, String name) {}

    /** The projects whose answer times the viewer may look at: all for the owner, an account's own; by name. */
    public List<Choice> choices(Viewer viewer) {
        mustLead(viewer);
        return sql.sql("""
                        select p.id, p.key, p.name from project p
                         where :owner or exists (select from member m where m.project_id = p.id and m.person_id = :viewer
                                                    and 'account' = any(m.roles))
                         order by lower(p.name), p.id
                        """)
                .param("owner", viewer.owner())
                .param("viewer", viewer.person().value())
                .query((row, index) -> new Choice(new ProjectId(row.getLong(1)), row.getString(2), row.getString(3)))
                .list();
    }

    private static void mustLead(Viewer viewer) {
        if (!viewer.leads()) {
            throw new Forbidden("error.only_leads");
        }
    }

    /**
     * The figures of a month.
     *
     * @param project a project's key; null for all that the viewer may look at
     * @throws Forbidden for others than the agency's owner and accounts
     * @throws NotFound when the project is not theirs to look at
     */
    public Figures of(Viewer viewer, YearMonth month, @Nullable String project) {
        mustLead(viewer);
        return counting.count(scope(viewer, project), month);
    }

    private Scope scope(Viewer viewer, @Nullable String project) {
        if (project != null) {
            Seat seat = projects.seat(viewer, project);
            if (!seat.manages()) {
                throw new NotFound();
            }
            return Scope.only(List.of(seat.project()));
        }
        return viewer.owner()
                ? Scope.ALL
                : Scope.only(choices(viewer).stream().map(Choice::project).toList());
    }

    /**
     * What the project's team did in a month, for its client and everybody on it.
     *
     * @return how many questions were answered, and how soon
     */
    public Plainly plainly(Seat seat, YearMonth month) {
        return sql.sql("""
                        select count(*)::int,
                               coalesce(percentile_disc(0.5) within group (order by
                                   (closed_at at time zone :zone)::date
                                     - ((closed_at - make_interval(secs => wall_seconds)) at time zone :zone)::date), 0)
                          from turn
                         where project_id = :project and closed_at >= :from and closed_at < :until
                           and side = 'agency' and purpose = 'answer' and outcome in ('answered', 'relayed')
                        """)
                .param("zone", ZONE.getId())
                .param("project", seat.project().value())
                .param("from", begin(month))
                .param("until", begin(month.plusMonths(1)))
                .query((row, index) -> new Plainly(row.getInt(1), row.getInt(2)))
                .single();
    }

    static OffsetDateTime begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZONE).toOffsetDateTime();
    }
}
