package openkitchen.site;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import openkitchen.id.DayOffId;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.text.Moments;
import openkitchen.text.When;
import openkitchen.window.AnswerWindows;
import openkitchen.window.DayOff;
import openkitchen.window.DaysOff;
import openkitchen.window.Schedule;
import openkitchen.window.WindowChanges;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The page on which it is set when a person answers. */
@Component
public class WindowsPage {

    private final AnswerWindows windows;
    private final DaysOff daysOff;
    private final WindowChanges changes;
    private final People people;
    private final Zones zones;
    private final Moments moments;
    private final Views views;

    WindowsPage(
            AnswerWindows windows,
            DaysOff daysOff,
            WindowChanges changes,
            People people,
            Zones zones,
            Moments moments,
            Views views) {
        this.windows = windows;
        this.daysOff = daysOff;
        this.changes = changes;
        this.people = people;
        this.zones = zones;
        this.moments = moments;
        this.views = views;
    }

    /** Days off in words. */
    public record Off(DayOffId id, String days, String substitute, String note) {}

    /** The page with what is set, but {@code own} instead: {@code said}, or {@code week} or {@code dayOff} as they were sent. */
    ResponseEntity<String> of(Visit visit, WindowsDoor.Place place, HttpStatus status, Map<String, Object> own) {
        Schedule schedule = windows.keptBy(visit.who(), place.person());
        Person person = people.one(place.person());
        List<Person> colleagues = people.ofAgency();
        When when = moments.in(visit.language(), visit.zone());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("visit", visit);
        parameters.put("person", person);
        parameters.put("mine", place.path().startsWith("/me/"));
        parameters.put("path", place.path().replace("/windows", ""));
        parameters.put("week", WeekForm.of(schedule.week()));
        parameters.put("usual", windows.usual(place.person()));
        parameters.put("zone", zones.name(visit.language(), person.zone()));
        parameters.put("daysOff", off(visit, daysOff.keptBy(visit.who(), place.person()), colleagues));
        parameters.put("dayOff", Form.EMPTY);
        parameters.put(
                "colleagues",
                colleagues.stream()
                        .filter(other -> !other.left() && !other.id().equals(person.id()))
                        .toList());
        parameters.put("changed", changed(visit, when, place.person(), colleagues));
        parameters.put("said", "");
        parameters.putAll(own);
        if (!WindowsDoor.SAID.contains(parameters.get("said"))) {
            parameters.put("said", "");
        }
        return views.page(status, "window/page", parameters);
    }

    private List<Off> off(Visit visit, List<DayOff> daysOff, List<Person> colleagues) {
        Map<PersonId, String> names = colleagues.stream().collect(Collectors.toMap(Person::id, Person::name));
        When when = moments.in(visit.language(), visit.zone());
        return daysOff.stream()
                .map(dayOff -> new Off(
                        dayOff.id(),
                        days(when, dayOff),
                        dayOff.substitute() == null ? "" : names.getOrDefault(dayOff.substitute(), ""),
                        dayOff.note()))
                .toList();
    }

    /** {@code 29 декабря}, {@code 29 December – 4 January 2027}. */
    static String days(When when, DayOff dayOff) {
        LocalDate first = dayOff.first();
        return first.equals(dayOff.last()) ? when.date(first) : when.date(first) + " – " + when.date(dayOff.last());
    }

    /** Who changed it last, when; empty when nobody has. */
    private String changed(Visit visit, When when, PersonId person, List<Person> colleagues) {
        return changes.last(person)
                .map(last -> visit.say(
                        "window.changed",
                        "name",
                        colleagues.stream()
                                .filter(other -> other.id().equals(last.by()))
                                .map(Person::name)
                                .findFirst()
                                .orElse("—"),
                        "when",
                        when.ago(last.at())))
                .orElse("");
    }
}
