package openkitchen.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openkitchen.id.DayOffId;
import openkitchen.id.PersonId;
import openkitchen.people.Viewer;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.text.CleanText;
import openkitchen.window.AnswerWindows;
import openkitchen.window.DaysOff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When a person answers, and their days off: one's own, and for the agency's owners and accounts anybody's there. */
@Controller
@RequestMapping({"/me", "/people/{id}"})
class WindowsDoor {

    private final AnswerWindows windows;
    private final DaysOff daysOff;
    private final WindowsPage page;

    WindowsDoor(AnswerWindows windows, DaysOff daysOff, WindowsPage page) {
        this.windows = windows;
        this.daysOff = daysOff;
        this.page = page;
    }

    /** Whose windows the page is about, and where it is. */
    record Place(PersonId person, String path) {

        static Place of(Viewer viewer, @Nullable Long id) {
            if (id == null) {
                return new Place(viewer.person(), "/me/windows");
            }
            if (!viewer.leads()) {
                throw new NotFound();
            }
            return new Place(new PersonId(id), "/people/" + id + "/windows");
        }

        ResponseEntity<String> again(String said) {
            return Views.goTo(path + "?said=" + said);
        }
    }

    @GetMapping("/windows")
    ResponseEntity<String> windows(
            Visit visit,
            Viewer viewer,
            @PathVariable(required = false) @Nullable Long id,
            @RequestParam(defaultValue = "") String said) {
        return page.of(visit, Place.of(viewer, id), HttpStatus.OK, Map.of("said", said));
    }

    @PostMapping("/windows")
    ResponseEntity<String> set(
            Visit visit, Viewer viewer, @PathVariable(required = false) @Nullable Long id, HttpServletRequest request) {
        Place place = Place.of(viewer, id);
        WeekForm sent = WeekForm.sent(request);
        try {
            windows.set(viewer, place.person(), sent.week());
        } catch (Invalid wrong) {
            return page.of(visit, place, HttpStatus.UNPROCESSABLE_CONTENT, Map.of("week", sent.wrong(visit, wrong)));
        }
        return place.again("week");
    }

    @PostMapping("/windows/usual")
    ResponseEntity<String> setUsual(Viewer viewer, @PathVariable(required = false) @Nullable Long id) {
        Place place = Place.of(viewer, id);
        windows.setUsual(viewer, place.person());
        return place.again("week");
    }

    @PostMapping("/days-off")
    ResponseEntity<String> takeOff(
            Visit visit,
            Viewer viewer,
            @PathVariable(required = false) @Nullable Long id,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "") String substitute,
            @RequestParam(defaultValue = "") String note) {
        Place place = Place.of(viewer, id);
        try {
            daysOff.add(
                    viewer,
                    place.person(),
                    Dates.read("first", first),
                    Dates.read("last", last.isBlank() ? first : last),
                    substitute(substitute),
                    CleanText.line(note));
        } catch (Invalid wrong) {
            Map<String, String> typed = new HashMap<>();
            typed.put("first", first);
            typed.put("last", last);
            typed.put("substitute", substitute);
            typed.put("note", note);
            return page.of(
                    visit, place, HttpStatus.UNPROCESSABLE_CONTENT, Map.of("dayOff", Form.wrong(visit, typed, wrong)));
        }
        return place.again("day_off");
    }

    private static @Nullable PersonId substitute(String id) {
        if (id.isBlank()) {
            return null;
        }
        if (!id.matches("\\d{1,18}")) {
            throw new Invalid("substitute", "error.substitute");
        }
        return new PersonId(Long.parseLong(id));
    }

    @PostMapping("/days-off/{dayOff}/remove")
    ResponseEntity<String> takeBack(
            Viewer viewer, @PathVariable(required = false) @Nullable Long id, @PathVariable long dayOff) {
        Place place = Place.of(viewer, id);
        daysOff.remove(viewer, place.person(), new DayOffId(dayOff));
        return place.again("back");
    }

    static final List<String> SAID = List.of("week", "day_off", "back");
}
