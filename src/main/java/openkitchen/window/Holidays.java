package openkitchen.window;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openkitchen.people.Viewer;
import openkitchen.problem.Faults;
import openkitchen.problem.Forbidden;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agency's holidays. All its people see them; its owner and accounts set them. What is past stays as it was. */
@Component
public class Holidays {

    public static final int NAME_LIMIT = 80;
    public static final int YEARS_AHEAD = 3;

    private final JdbcClient sql;
    private final Clock clock;
    private final FreeDays freeDays;
    private final Keepers keepers;
    private final WindowChanges changes;

    Holidays(JdbcClient sql, Clock clock, FreeDays freeDays, Keepers keepers, WindowChanges changes) {
        this.sql = sql;
        this.clock = clock;
        this.freeDays = freeDays;
        this.keepers = keepers;
        this.changes = changes;
    }

    /** @throws NotFound for a viewer of a client */
    public AgencyCalendar seenBy(Viewer viewer) {
        keepers.mustBelong(viewer);
        return calendar();
    }

    private AgencyCalendar calendar() {
        return freeDays.of(List.of()).calendar();
    }

    /**
     * Sets what a day is: free for everybody, or worked although a public holiday. Instead of what was set for it.
     *
     * @param name what is celebrated; may be empty
     * @throws Invalid for a day that is past or too far ahead, a name too long, a day to be worked that is no public holiday
     * @throws Forbidden for others than owners and accounts
     */
    @Transactional
    public void set(Viewer viewer, LocalDate day, Holiday.Kind kind, String name) {
        keepers.mustLead(viewer);
        LocalDate today = today(viewer);
        new Faults()
                .unless(!day.isBefore(today), "day", "error.holiday_past")
                .unless(day.getYear() <= today.getYear() + YEARS_AHEAD, "day", "error.holiday_far")
                .unless(
                        kind == Holiday.Kind.OFF || PublicHoliday.on(day).isPresent(),
                        "day",
                        "error.holiday_not_public")
                .optional("name", name, NAME_LIMIT)
                .stop();
        String before = said(Optional.ofNullable(calendar().own().get(day)));
        sql.sql("""
                        insert into holiday (day, kind, name, set_at, set_by) values (:day, :kind, :name, :now, :by)
                        on conflict (day) do update set kind = excluded.kind, name = excluded.name,
                                                        set_at = excluded.set_at, set_by = excluded.set_by
                        """)
                .param("day", day)
                .param("kind", kind.code())
                .param("name", name.strip())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", viewer.person().value())
                .update();
        String after = said(Optional.of(new Holiday(day, kind, name.strip())));
        changes.note(viewer, null, WindowChanges.What.HOLIDAY, before, after);
    }

    /**
     * Takes back what was set for a day: it is again what the public holidays make of it.
     *
     * @throws NotFound when nothing was set
     * @throws Invalid for a day that is past
     * @throws Forbidden for others than owners and accounts
     */
    @Transactional
    public void remove(Viewer viewer, LocalDate day) {
        keepers.mustLead(viewer);
        new Faults()
                .unless(!day.isBefore(today(viewer)), "day", "error.holiday_past")
                .stop();
        Holiday set = Optional.ofNullable(calendar().own().get(day)).orElseThrow(NotFound::new);
        sql.sql("delete from holiday where day = ?").param(day).update();
        changes.note(viewer, null, WindowChanges.What.HOLIDAY, said(Optional.of(set)), "");
    }

    /**
     * Whether Russia's public holidays are free. They are, until somebody says otherwise.
     *
     * @throws Forbidden for others than owners and accounts
     */
    @Transactional
    public void keepPublic(Viewer viewer, boolean keep) {
        keepers.mustLead(viewer);
        boolean kept = calendar().publicHolidays();
        sql.sql("""
                        insert into agency_calendar (country, set_at, set_by) values (:country, :now, :by)
                        on conflict (only_one) do update set country = excluded.country, set_at = excluded.set_at,
                                                             set_by = excluded.set_by
                        """)
                .param("country", country(keep))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", viewer.person().value())
                .update();
        changes.note(viewer, null, WindowChanges.What.COUNTRY, country(kept), country(keep));
    }

    private static String country(boolean keep) {
        return keep ? "ru" : "none";
    }

    private static String said(Optional<Holiday> holiday) {
        return holiday.map(set -> "%s %s %s".formatted(set.day(), set.kind().code(), set.name()))
                .orElse("");
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
