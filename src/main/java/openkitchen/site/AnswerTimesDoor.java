package openkitchen.site;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import openkitchen.id.PersonId;
import openkitchen.insight.AnswerTimes;
import openkitchen.insight.Figures;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.people.Viewer;
import openkitchen.problem.NotFound;
import openkitchen.text.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long answers take, for the owner and the accounts: as a page, and as a table to take away. */
@Controller
class AnswerTimesDoor {

    private final AnswerTimes times;
    private final People people;
    private final Moments moments;
    private final Views views;

    AnswerTimesDoor(AnswerTimes times, People people, Moments moments, Views views) {
        this.times = times;
        this.people = people;
        this.moments = moments;
        this.views = views;
    }

    @GetMapping("/answer-times")
    ResponseEntity<String> page(
            Visit visit,
            Viewer viewer,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String project) {
        return views.page("times/page", Map.of("visit", visit, "shown", shown(visit, viewer, month, project)));
    }

    private AnswerTimesView shown(Visit visit, Viewer viewer, String month, String project) {
        if (!viewer.leads()) {
            throw new NotFound();
        }
        Figures figures = times.of(viewer, month(month), project.isEmpty() ? null : project);
        return new AnswerTimesView(
                visit,
                moments.in(visit.language(), AnswerTimes.ZONE),
                figures,
                times.choices(viewer),
                project,
                times.now(),
                named(figures));
    }

    /** The month that an address names; this one where it names none that has begun. */
    private YearMonth month(String text) {
        YearMonth asked = parsed(text);
        return asked == null || asked.isAfter(times.now()) || asked.isBefore(AnswerTimes.FIRST) ? times.now() : asked;
    }

    private static @Nullable YearMonth parsed(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    private Map<PersonId, String> named(Figures figures) {
        Map<PersonId, Person> known = people.these(
                figures.people().stream().map(Figures.OfPerson::person).collect(Collectors.toSet()));
        return known.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, person -> person.getValue().name()));
    }

    /** The figures of each person in each project, with times in minutes, for a spreadsheet. */
    @GetMapping("/answer-times.csv")
    ResponseEntity<byte[]> table(
            Visit visit,
            Viewer viewer,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String project) {
        AnswerTimesView shown = shown(visit, viewer, month, project);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("answer-times-" + shown.figures().month() + ".csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(AnswerTimesTable.of(shown).getBytes(StandardCharsets.UTF_8));
    }
}
