package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import openkitchen.problem.Invalid;
import openkitchen.window.AgencyCalendar;
import openkitchen.window.Holiday;
import openkitchen.window.Holidays;
import openkitchen.window.PublicHoliday;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agency/holidays")
@Tag(name = "Answer windows")
class HolidaysResource {

    private final Holidays holidays;
    private final Clock clock;

    HolidaysResource(Holidays holidays, Clock clock) {
        this.holidays = holidays;
        this.clock = clock;
    }

    @Schema(name = "Holidays")
    record HolidaysView(
            int year,

            @Schema(description = "Whether Russia's public holidays are kept.")
            boolean publicHolidays,

            List<HolidayView> days) {}

    @Schema(name = "Holiday")
    record HolidayView(
            @Schema(format = "date") String day,

            @Schema(
                    description = "`off`: nobody answers. `worked`: a public holiday on which people answer.",
                    allowableValues = {"off", "worked"})
            String kind,

            @Schema(description = "Which public holiday it is, as a code; null when none.", example = "new_year")
            @Nullable
            String publicHoliday,

            @Schema(description = "What the agency calls it.")
            String name) {}

    @Schema(name = "HolidayChange")
    record HolidayChange(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"off", "worked"})
            @Nullable
            String kind,

            @Schema(maxLength = 80) @Nullable String name) {}

    @Schema(name = "HolidaysChange")
    record HolidaysChange(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Boolean publicHolidays) {}

    @GetMapping
    @Operation(
            operationId = "listHolidays",
            summary = "List the agency's holidays of a year",
            description = "For the agency's people. Of this year, when none is given.")
    ResponseEntity<HolidaysView> list(
            Asking asking, @Parameter @RequestParam(required = false) @Nullable Integer year) {
        int wanted = year == null
                ? LocalDate.ofInstant(clock.instant(), asking.viewer().zone()).getYear()
                : year;
        if (wanted < 1992 || wanted > 2200) {
            throw Refused.field(400, "year", "api.year");
        }
        return asking.answer(view(asking, wanted));
    }

    private HolidaysView view(Asking asking, int year) {
        AgencyCalendar calendar = holidays.seenBy(asking.viewer());
        LocalDate first = LocalDate.of(year, 1, 1);
        return new HolidaysView(
                year,
                calendar.publicHolidays(),
                first.datesUntil(first.plusYears(1))
                        .flatMap(day -> view(calendar, day).stream())
                        .toList());
    }

    private static Optional<HolidayView> view(AgencyCalendar calendar, LocalDate day) {
        Optional<PublicHoliday> common = calendar.publicHolidays() ? PublicHoliday.on(day) : Optional.empty();
        Holiday own = calendar.own().get(day);
        return common.isEmpty() && own == null
                ? Optional.empty()
                : Optional.of(new HolidayView(
                        day.toString(),
                        (own == null ? Holiday.Kind.OFF : own.kind()).code(),
                        common.map(PublicHoliday::code).orElse(null),
                        own == null ? "" : own.name()));
    }

    @PutMapping
    @AdminScope
    @Operation(
            operationId = "keepPublicHolidays",
            summary = "Keep Russia's public holidays, or do not",
            description = "Owners and accounts may.")
    HolidaysView keep(Asking asking, @RequestBody HolidaysChange wanted) {
        holidays.keepPublic(asking.viewer(), Input.needed("publicHolidays", wanted.publicHolidays()));
        return view(
                asking,
                LocalDate.ofInstant(clock.instant(), asking.viewer().zone()).getYear());
    }

    @PutMapping("/{day}")
    @AdminScope
    @Operation(
            operationId = "setHoliday",
            summary = "Make a day free for everybody, or a public holiday worked",
            description = "Owners and accounts may; days to come only.")
    HolidayView set(Asking asking, @PathVariable String day, @RequestBody HolidayChange wanted) {
        LocalDate date = Input.day("day", day);
        holidays.set(
                asking.viewer(),
                date,
                Input.choice("kind", wanted.kind(), Holiday.Kind::find),
                Input.line(wanted.name()));
        return view(holidays.seenBy(asking.viewer()), date)
                .orElseThrow(() -> new Invalid("day", "error.holiday_not_public"));
    }

    @DeleteMapping("/{day}")
    @AdminScope
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeHoliday", summary = "Take back what was set for a day")
    void remove(Asking asking, @PathVariable String day) {
        holidays.remove(asking.viewer(), Input.day("day", day));
    }
}
