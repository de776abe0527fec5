package openkitchen.window;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openkitchen.id.DayOffId;
import openkitchen.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads people's days off and the agency's calendar together. */
@Component
class FreeDays {

    /** How many days of the past are read. */
    private static final int PAST = 400;

    private final JdbcClient sql;
    private final Clock clock;

    FreeDays(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Found(Map<PersonId, List<DayOff>> byPerson, AgencyCalendar calendar) {

        List<DayOff> daysOff(PersonId person) {
            return byPerson.getOrDefault(person, List.of());
        }
    }

    /** The days off of these people in order, and the agency's calendar, in one statement. */
    Found of(Collection<PersonId> people) {
        Map<PersonId, List<DayOff>> daysOff = new HashMap<>();
        Map<LocalDate, Holiday> holidays = new HashMap<>();
        boolean[] publicHolidays = {true};
        sql.sql("""
                        select 'country' as what, country as text, null::bigint as id, null::bigint as person_id,
                               null::date as first_day, null::date as last_day, null::bigint as substitute_id
                          from agency_calendar
                        union all
                        select kind, name, null, null, day, day, null
                          from holiday
                         where day >= :since
                        union all
                        select 'day_off', o.note, o.id, o.person_id, o.first_day, o.last_day,
                               case when d.person_id is null then o.substitute_id end
                          from day_off o left join departure d on d.person_id = o.substitute_id
                         where o.person_id = any(:people) and o.last_day >= :since
                         order by first_day
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .param(
                        "since",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(PAST))
                .query(row -> {
                    String what = row.getString("what");
                    switch (what) {
                        case "country" ->
                            publicHolidays[0] = !row.getString("text").equals("none");
                        case "day_off" -> {
                            DayOff dayOff = dayOff(row);
                            daysOff.computeIfAbsent(dayOff.person(), person -> new ArrayList<>())
                                    .add(dayOff);
                        }
                        default -> {
                            LocalDate day = row.getObject("first_day", LocalDate.class);
                            Holiday.Kind kind = Holiday.Kind.find(what).orElseThrow();
                            holidays.put(day, new Holiday(day, kind, row.getString("text")));
                        }
                    }
                });
        return new Found(daysOff, new AgencyCalendar(publicHolidays[0], holidays));
    }

    private static DayOff dayOff(ResultSet row) throws SQLException {
        Long substitute = row.getObject("substitute_id", Long.class);
        return new DayOff(
                new DayOffId(row.getLong("id")),
                new PersonId(row.getLong("person_id")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                substitute == null ? null : new PersonId(substitute),
                row.getString("text"));
    }
}
