package openkitchen.site;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.text.CleanText;
import openkitchen.text.Moments;
import openkitchen.text.When;
import openkitchen.window.AgencyCalendar;
import openkitchen.window.Holiday;
import openkitchen.window.Holidays;
import openkitchen.window.PublicHoliday;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The days on which nobody of the agency answers: all its people see them, its owners and accounts set them. */
@Controller
@RequestMapping("/agency/holidays")
public class HolidaysDoor {

    private final Holidays holidays;
    private final Clock clock;
    private final Moments moments;
    private final Views views;

    HolidaysDoor(Holidays holidays, Clock clock, Moments moments, Views views) {
        this.holidays = holidays;
        this.clock = clock;
        this.moments = moments;
        this.views = views;
    }

    /** A day of the year's list. */
    public record Row(LocalDate day, String date, String weekday, String name, What what, boolean past) {}

    /** Why a day is in the list. */
    public enum What {
        /** One of Russia's public holidays. */
        PUBLIC,
        /** The agency's own. */
        OWN,
        /** A public holiday that is worked. */
        WORKED
    }

    @GetMapping
    ResponseEntity<String> year(
            Visit visit,
            Viewer viewer,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String said) {
        return page(visit, viewer, HttpStatus.OK, year, said, Form.EMPTY);
    }

    /** Sets what a day is: free for everybody ({@code off}), or worked although a public holiday ({@code worked}). */
    @PostMapping
    ResponseEntity<String> set(
            Visit visit,
            Viewer viewer,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name) {
        mustLead(viewer);
        try {
            LocalDate date = Dates.read("day", day);
            holidays.set(
                    viewer,
                    date,
                    Holiday.Kind.find(kind).orElseThrow(() -> new Invalid("kind", "error.choice")),
                    CleanText.line(name));
            return again(date.getYear(), "set");
        } catch (Invalid wrong) {
            Form typed = Form.wrong(visit, Map.of("day", day, "name", name), wrong);
            return page(visit, viewer, HttpStatus.UNPROCESSABLE_CONTENT, day.replaceFirst("-.*", ""), "", typed);
        }
    }

    @PostMapping("/{day}/remove")
    ResponseEntity<String> remove(Viewer viewer, @PathVariable String day) {
        mustLead(viewer);
        LocalDate date = Dates.read("day", day);
        holidays.remove(viewer, date);
        return again(date.getYear(), "set");
    }

    @PostMapping("/public")
    ResponseEntity<String> keepPublic(Viewer viewer, @RequestParam(defaultValue = "") String keep) {
        mustLead(viewer);
        if (!keep.equals("yes") && !keep.equals("no")) {
            throw new Invalid("keep", "error.choice");
        }
        holidays.keepPublic(viewer, keep.equals("yes"));
        return Views.goTo("/agency/holidays?said=" + (keep.equals("yes") ? "kept" : "dropped"));
    }

    private static void mustLead(Viewer viewer) {
        if (!viewer.leads()) {
            throw new NotFound();
        }
    }

    private static ResponseEntity<String> again(int year, String said) {
        return Views.goTo("/agency/holidays?year=" + year + "&said=" + said);
    }

    private ResponseEntity<String> page(
            Visit visit, Viewer viewer, HttpStatus status, String wanted, String said, Form form) {
        AgencyCalendar calendar = holidays.seenBy(viewer);
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        List<Integer> years = IntStream.rangeClosed(today.getYear(), today.getYear() + Holidays.YEARS_AHEAD)
                .boxed()
                .toList();
        int year = years.stream()
                .filter(one -> Integer.toString(one).equals(wanted))
                .findFirst()
                .orElseGet(() -> yearOfTheNext(calendar, today));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("leads", viewer.leads());
        parameters.put("publicHolidays", calendar.publicHolidays());
        parameters.put("years", years);
        parameters.put("year", year);
        parameters.put("rows", rows(visit, calendar, year, today));
        parameters.put("form", form);
        parameters.put("said", List.of("set", "kept", "dropped").contains(said) ? said : "");
        return views.page(status, "window/holidays", parameters);
    }

    private static int yearOfTheNext(AgencyCalendar calendar, LocalDate today) {
        return today.datesUntil(today.plusYears(1))
                .filter(calendar::off)
                .findFirst()
                .orElse(today)
                .getYear();
    }

    private List<Row> rows(Visit visit, AgencyCalendar calendar, int year, LocalDate today) {
        When when = moments.in(visit.language(), visit.zone());
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1))
                .flatMap(day -> row(visit, when, calendar, day, today).stream())
                .toList();
    }

    private static Optional<Row> row(Visit visit, When when, AgencyCalendar calendar, LocalDate day, LocalDate today) {
        Optional<PublicHoliday> common = calendar.publicHolidays() ? PublicHoliday.on(day) : Optional.empty();
        Holiday own = calendar.own().get(day);
        if (common.isEmpty() && (own == null || own.kind() == Holiday.Kind.WORKED)) {
            return Optional.empty();
        }
        What what = own == null ? What.PUBLIC : own.kind() == Holiday.Kind.OFF ? What.OWN : What.WORKED;
        String name = own != null && !own.name().isEmpty()
                ? own.name()
                : common.map(holiday -> visit.say("holiday." + holiday.code()))
                        .orElseGet(() -> visit.say("holiday.own"));
        return Optional.of(new Row(day, when.date(day), when.weekday(day), name, what, day.isBefore(today)));
    }
}
