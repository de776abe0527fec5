package openkitchen.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands in for whom, seen from who stands in. */
@Component
public class StandIns {

    private final JdbcClient sql;

    StandIns(JdbcClient sql) {
        this.sql = sql;
    }

    private record Away(PersonId person, ZoneId zone, LocalDate first, LocalDate last) {

        boolean at(Instant moment) {
            LocalDate day = LocalDate.ofInstant(moment, zone);
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** For whom this person stands in at that moment, by the calendar of where each of them is. Whoever left needs nobody. */
    public List<PersonId> standsInFor(PersonId person, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return sql
                .sql("""
                        select o.person_id, p.time_zone, o.first_day, o.last_day
                          from day_off o join person p on p.id = o.person_id
                         where o.substitute_id = :person and o.last_day >= :yesterday and o.first_day <= :tomorrow
                           and not exists (select from departure d where d.person_id = o.person_id)
                         order by o.person_id
                        """)
                .param("person", person.value())
                .param("yesterday", day.minusDays(1))
                .param("tomorrow", day.plusDays(1))
                .query((row, index) -> new Away(
                        new PersonId(row.getLong("person_id")),
                        People.zone(row.getString("time_zone")),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list()
                .stream()
                .filter(away -> away.at(at))
                .map(Away::person)
                .distinct()
                .toList();
    }
}
