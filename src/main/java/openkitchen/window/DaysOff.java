package openkitchen.window;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import openkitchen.id.DayOffId;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Side;
import openkitchen.people.Viewer;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People's days off, and who stands in for them. The person themself sets them, and the agency's owner and accounts. Days are
 * those of the person's own time zone; what is past stays as it was.
 */
@Component
public class DaysOff {

    public static final int NOTE_LIMIT = 200;
    public static final int LONGEST_IN_DAYS = 366;
    public static final int MOST_TO_COME = 50;
    public static final int YEARS_AHEAD = 2;

    private final JdbcClient sql;
    private final Clock clock;
    private final People people;
    private final FreeDays freeDays;
    private final Keepers keepers;
    private final WindowChanges changes;

    DaysOff(JdbcClient sql, Clock clock, People people, FreeDays freeDays, Keepers keepers, WindowChanges changes) {
        this.sql = sql;
        this.clock = clock;
        this.people = people;
        this.freeDays = freeDays;
        this.keepers = keepers;
        this.changes = changes;
    }

    /**
     * The days off that are not over, the nearest first, of somebody for whom the viewer may set them.
     *
     * @throws NotFound for whoever is not the agency's, or has left
     * @throws Forbidden when another's are not the viewer's to set
     */
    public List<DayOff> keptBy(Viewer viewer, PersonId person) {
        keepers.mustKeep(viewer, person);
        return toCome(person);
    }

    private List<DayOff> toCome(PersonId person) {
        LocalDate today = today(people.one(person));
        return freeDays.of(List.of(person)).daysOff(person).stream()
                .filter(dayOff -> !dayOff.last().isBefore(today))
                .toList();
    }

    /**
     * Sets days off, the first and the last of them included.
     *
     * @param substitute who answers meanwhile: somebody of the agency
     * @throws Invalid when they end before they begin, are over, last too long or overlap others, or nobody like that stands in
     * @throws NotFound for whoever is not the agency's, or has left
     * @throws Forbidden when another's are not the viewer's to set
     */
    @Transactional
    public DayOffId add(
            Viewer viewer,
            PersonId person,
            LocalDate first,
            LocalDate last,
            @Nullable PersonId substitute,
            String note) {
        keepers.mustChange(viewer, person);
        List<DayOff> others = toCome(person);
        LocalDate today = today(people.one(person));
        new Faults()
                .unless(!last.isBefore(first), "last", "error.day_off_order")
                .unless(!last.isBefore(today), "last", "error.day_off_past")
                .unless(ChronoUnit.DAYS.between(first, last) < LONGEST_IN_DAYS, "last", "error.day_off_long")
                .unless(first.isBefore(today.plusYears(YEARS_AHEAD)), "first", "error.day_off_far")
                .unless(
                        others.stream().allMatch(other -> last.isBefore(other.first()) || first.isAfter(other.last())),
                        "first",
                        "error.day_off_overlap")
                .unless(others.size() < MOST_TO_COME, "first", "error.day_off_many")
                .unless(substitute == null || standsIn(substitute, person), "substitute", "error.substitute")
                .optional("note", note, NOTE_LIMIT)
                .stop();
        DayOffId id = new DayOffId(sql.sql("""
                        insert into day_off (person_id, first_day, last_day, substitute_id, note, created_at, created_by)
                        values (:person, :first, :last, :substitute, :note, :now, :by) returning id
                        """)
                .param("person", person.value())
                .param("first", first)
                .param("last", last)
                .param("substitute", substitute == null ? null : substitute.value())
                .param("note", note.strip())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", viewer.person().value())
                .query(Long.class)
                .single());
        changes.note(viewer, person, WindowChanges.What.DAY_OFF, "", said(first, last, substitute, note));
        return id;
    }

    private boolean standsIn(PersonId substitute, PersonId person) {
        return Optional.ofNullable(people.these(List.of(substitute)).get(substitute))
                .filter(found -> found.side() == Side.AGENCY && !found.left() && !substitute.equals(person))
                .isPresent();
    }

    /**
     * Takes days off back. Of those that have begun the past ones stay, and the person is back today.
     *
     * @throws NotFound when there are none such, or they are over
     * @throws Forbidden when another's are not the viewer's to set
     */
    @Transactional
    public void remove(Viewer viewer, PersonId person, DayOffId id) {
        keepers.mustChange(viewer, person);
        DayOff dayOff = toCome(person).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        LocalDate today = today(people.one(person));
        if (dayOff.first().isBefore(today)) {
            sql.sql("update day_off set last_day = ? where id = ?")
                    .params(today.minusDays(1), id.value())
                    .update();
        } else {
            sql.sql("delete from day_off where id = ?").param(id.value()).update();
        }
        String was = said(dayOff.first(), dayOff.last(), dayOff.substitute(), dayOff.note());
        changes.note(viewer, person, WindowChanges.What.DAY_OFF, was, "");
    }

    private static String said(LocalDate first, LocalDate last, @Nullable PersonId substitute, String note) {
        return "%s – %s, substitute %s, %s".formatted(first, last, substitute == null ? "none" : substitute, note);
    }

    private LocalDate today(Person person) {
        return LocalDate.ofInstant(clock.instant(), People.zone(person.zone()));
    }
}
