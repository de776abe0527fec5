package openkitchen.desk;

import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import openkitchen.project.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How promptly a team answered lately, for the one line of a client's home. */
@Component
public class Promptness {

    private final JdbcClient sql;
    private final Clock clock;

    Promptness(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Of one month.
     *
     * @param answers how many questions the team answered
     * @param sameDay how many of them on the day on which they were asked
     * @param nextDay how many on that day or the next
     */
    public record Month(int answers, int sameDay, int nextDay) {

        /** Whether more than half were answered on the day on which they were asked. */
        public boolean usuallySameDay() {
            return sameDay * 2 > answers;
        }

        public boolean usuallyNextDay() {
            return nextDay * 2 > answers;
        }
    }

    /** This month until now, by the calendar of a time zone. */
    public Month month(Seat seat, ZoneId zone) {
        ZonedDateTime begin = clock.instant().atZone(zone).with(LocalTime.MIN).withDayOfMonth(1);
        int[] counted = new int[3];
        sql.sql("""
                        select opened_at, closed_at from turn
                         where project_id = :project and closed_at >= :begin and purpose = 'answer' and side = 'agency'
                           and outcome in ('answered', 'relayed')
                        """)
                .param("project", seat.project().value())
                .param("begin", begin.toInstant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    long days = ChronoUnit.DAYS.between(
                            row.getObject(1, OffsetDateTime.class)
                                    .atZoneSameInstant(zone)
                                    .toLocalDate(),
                            row.getObject(2, OffsetDateTime.class)
                                    .atZoneSameInstant(zone)
                                    .toLocalDate());
                    counted[0]++;
                    counted[1] += days == 0 ? 1 : 0;
                    counted[2] += days <= 1 ? 1 : 0;
                });
        return new Month(counted[0], counted[1], counted[2]);
    }
}
