package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import openkitchen.id.PersonId;
import openkitchen.problem.Invalid;
import openkitchen.window.AnswerWindows;
import openkitchen.window.Schedule;
import openkitchen.window.Week;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Answer windows",
        description = "When the agency's people answer. Each sets their own, owners and accounts anybody's.")
class WindowsResource {

    private final AnswerWindows windows;
    private final Clock clock;

    WindowsResource(AnswerWindows windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    @Schema(name = "AnswerWindow", description = "The same hours on some weekdays.")
    record WindowView(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
            @Nullable
            List<String> days,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "By the clock in the person's time zone.",
                    example = "11:00")
            @Nullable
            String from,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "On the next day, when it is not after `from`.",
                    example = "12:00")
            @Nullable
            String until) {

        static WindowView of(Week.Row row) {
            return new WindowView(
                    row.days().stream().map(WindowsResource::code).toList(),
                    row.from().toString(),
                    row.until().toString());
        }
    }

    @Schema(name = "AnswerWindows")
    record WindowsView(
            @Schema(description = "The person's time zone.", example = "Europe/Moscow")
            String zone,

            @Schema(description = "Whether these are the usual hours, because none were set.")
            boolean usual,

            List<WindowView> windows,
            NextAnswerView next) {}

    @Schema(name = "AnswerWindowsChange")
    record WindowsChange(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The whole week, instead of the one before; at most 6 windows a day, of at least 15 "
                            + "minutes, that do not overlap.")
            @Nullable
            List<@Nullable WindowView> windows) {}

    @GetMapping("/me/windows")
    @Operation(operationId = "readMyWindows", summary = "Read one's own answer windows")
    ResponseEntity<WindowsView> mine(Asking asking) {
        return asking.answer(view(asking, asking.viewer().person()));
    }

    @PutMapping("/me/windows")
    @Operation(operationId = "setMyWindows", summary = "Set one's own answer windows")
    WindowsView setMine(Asking asking, @RequestBody WindowsChange wanted) {
        return set(asking, asking.viewer().person(), wanted);
    }

    @DeleteMapping("/me/windows")
    @Operation(operationId = "resetMyWindows", summary = "Answer at the usual hours again")
    WindowsView resetMine(Asking asking) {
        return reset(asking, asking.viewer().person());
    }

    @GetMapping("/people/{id}/windows")
    @Operation(operationId = "readWindows", summary = "Read a person's answer windows")
    ResponseEntity<WindowsView> read(Asking asking, @PathVariable long id) {
        return asking.answer(view(asking, new PersonId(id)));
    }

    @PutMapping("/people/{id}/windows")
    @AdminScope
    @Operation(operationId = "setWindows", summary = "Set a person's answer windows")
    WindowsView set(Asking asking, @PathVariable long id, @RequestBody WindowsChange wanted) {
        return set(asking, new PersonId(id), wanted);
    }

    @DeleteMapping("/people/{id}/windows")
    @AdminScope
    @Operation(operationId = "resetWindows", summary = "Let a person answer at the usual hours again")
    WindowsView reset(Asking asking, @PathVariable long id) {
        return reset(asking, new PersonId(id));
    }

    private WindowsView set(Asking asking, PersonId person, WindowsChange wanted) {
        windows.set(asking.viewer(), person, week(Input.needed("windows", wanted.windows())));
        return view(asking, person);
    }

    private WindowsView reset(Asking asking, PersonId person) {
        windows.setUsual(asking.viewer(), person);
        return view(asking, person);
    }

    private WindowsView view(Asking asking, PersonId person) {
        Schedule schedule = windows.keptBy(asking.viewer(), person);
        return new WindowsView(
                schedule.zone().getId(),
                windows.usual(person),
                schedule.week().rows().stream().map(WindowView::of).toList(),
                NextAnswerView.of(schedule, clock.instant()));
    }

    private static Week week(List<@Nullable WindowView> wanted) {
        if (wanted.size() > 7 * Week.MOST_A_DAY) {
            throw new Invalid("windows", "api.list_long", 7 * Week.MOST_A_DAY);
        }
        List<Week.Row> rows = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String field = "windows[" + i + "]";
            WindowView window = Input.needed(field, wanted.get(i));
            rows.add(new Week.Row(
                    days(field + ".days", window.days()),
                    time(field + ".from", window.from()),
                    time(field + ".until", window.until())));
        }
        return Week.of(rows);
    }

    private static Set<DayOfWeek> days(String field, @Nullable List<String> codes) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String code : Input.needed(field, codes)) {
            days.add(Input.choice(field, code, WindowsResource::day));
        }
        if (days.isEmpty()) {
            throw new Invalid(field, "error.required");
        }
        return days;
    }

    private static Optional<DayOfWeek> day(String code) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> code(day).equals(code))
                .findFirst();
    }

    private static String code(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static LocalTime time(String field, @Nullable String text) {
        String time = Input.needed(field, text);
        try {
            if (time.matches("\\d\\d:\\d\\d")) {
                return LocalTime.parse(time);
            }
        } catch (DateTimeException nonsense) {
            // told below
        }
        throw new Invalid(field, "api.time");
    }
}
