package openkitchen.window;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Viewer;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When people answer. A person of the agency who has set nothing answers at the usual hours ({@link Week#USUAL}); a client's
 * contact and whoever has left has no windows.
 */
@Component
public class AnswerWindows {

    private final JdbcClient sql;
    private final Clock clock;
    private final FreeDays freeDays;
    private final Keepers keepers;
    private final WindowChanges changes;

    AnswerWindows(JdbcClient sql, Clock clock, FreeDays freeDays, Keepers keepers, WindowChanges changes) {
        this.sql = sql;
        this.clock = clock;
        this.freeDays = freeDays;
        this.keepers = keepers;
        this.changes = changes;
    }

    /** All that is needed to tell when these people answer, in two statements. Unknown people are left out. */
    public Map<PersonId, Schedule> of(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<PersonId, Hours> hours = hours(people);
        FreeDays.Found free = freeDays.of(people);
        Map<PersonId, Schedule> schedules = new LinkedHashMap<>();
        hours.forEach((person, found) -> schedules.put(
                person, new Schedule(person, found.zone(), found.week(), free.daysOff(person), free.calendar())));
        return schedules;
    }

    /** @throws NotFound when there is no such person */
    public Schedule of(PersonId person) {
        return Optional.ofNullable(of(List.of(person)).get(person)).orElseThrow(NotFound::new);
    }

    /**
     * The schedule of somebody whose windows the viewer may set.
     *
     * @throws NotFound for whoever is not the agency's, or has left
     * @throws Forbidden when another's are not the viewer's to set
     */
    public Schedule keptBy(Viewer viewer, PersonId person) {
        keepers.mustKeep(viewer, person);
        return of(person);
    }

    /** Where a person is, and their week: their own or the usual one. */
    private record Hours(ZoneId zone, Week week) {}

    private record Row(
            PersonId person,
            ZoneId zone,
            boolean answers,
            boolean usual,
            @Nullable Window window) {}

    private Map<PersonId, Hours> hours(Collection<PersonId> people) {
        Map<PersonId, List<Row>> rows = new LinkedHashMap<>();
        sql.sql("""
                        select p.id, p.time_zone, p.client_id is null and d.person_id is null as answers,
                               k.person_id is null as usual, w.weekday, w.starts, w.ends
                          from person p
                          left join departure d on d.person_id = p.id
                          left join answer_week k on k.person_id = p.id
                          left join answer_window w on w.person_id = k.person_id
                         where p.id = any(:people)
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .query((row, index) -> new Row(
                        new PersonId(row.getLong("id")),
                        People.zone(row.getString("time_zone")),
                        row.getBoolean("answers"),
                        row.getBoolean("usual"),
                        row.getObject("weekday") == null
                                ? null
                                : new Window(
                                        DayOfWeek.of(row.getInt("weekday")),
                                        row.getObject("starts", LocalTime.class),
                                        row.getObject("ends", LocalTime.class))))
                .list()
                .forEach(row -> rows.computeIfAbsent(row.person(), person -> new ArrayList<>())
                        .add(row));
        Map<PersonId, Hours> hours = new LinkedHashMap<>();
        rows.forEach((person, ofPerson) ->
                hours.put(person, new Hours(ofPerson.getFirst().zone(), week(ofPerson))));
        return hours;
    }

    private static Week week(List<Row> rows) {
        Row any = rows.getFirst();
        if (!any.answers()) {
            return Week.EMPTY;
        }
        return any.usual()
                ? Week.USUAL
                : new Week(rows.stream()
                        .flatMap(row -> Optional.ofNullable(row.window()).stream())
                        .toList());
    }

    /**
     * Sets a person's week instead of the one before. They themselves may, and the agency's owner and accounts. What was
     * promised by the week before stays promised.
     *
     * @throws Invalid when windows overlap, are too short or too many
     * @throws NotFound for whoever is not the agency's, or has left
     * @throws Forbidden when another's week is not the viewer's to set
     */
    @Transactional
    public void set(Viewer viewer, PersonId person, Week week) {
        keepers.mustChange(viewer, person);
        week.check();
        Week before = of(person).week();
        sql.sql("""
                        insert into answer_week (person_id, set_at, set_by) values (:person, :now, :by)
                        on conflict (person_id) do update set set_at = excluded.set_at, set_by = excluded.set_by
                        """)
                .param("person", person.value())
                .param("now", now())
                .param("by", viewer.person().value())
                .update();
        forget(person);
        for (Window window : week.windows()) {
            sql.sql("insert into answer_window (person_id, weekday, starts, ends) values (?, ?, ?, ?)")
                    .params(person.value(), window.day().getValue(), window.from(), window.until())
                    .update();
        }
        changes.note(viewer, person, WindowChanges.What.WEEK, before.toString(), week.toString());
    }

    /**
     * Back to the usual hours, also when those change some day.
     *
     * @throws NotFound for whoever is not the agency's, or has left
     * @throws Forbidden when another's week is not the viewer's to set
     */
    @Transactional
    public void setUsual(Viewer viewer, PersonId person) {
        keepers.mustChange(viewer, person);
        Week before = of(person).week();
        forget(person);
        sql.sql("delete from answer_week where person_id = ?")
                .param(person.value())
                .update();
        changes.note(viewer, person, WindowChanges.What.WEEK, before.toString(), "usual");
    }

    private void forget(PersonId person) {
        sql.sql("delete from answer_window where person_id = ?")
                .param(person.value())
                .update();
    }

    /** Whether the person answers at the usual hours, having set none of their own. */
    public boolean usual(PersonId person) {
        return !sql.sql("select exists (select from answer_week where person_id = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
