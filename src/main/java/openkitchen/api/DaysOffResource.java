package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import openkitchen.id.DayOffId;
import openkitchen.id.PersonId;
import openkitchen.problem.NotFound;
import openkitchen.window.DayOff;
import openkitchen.window.DaysOff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Answer windows")
class DaysOffResource {

    private final DaysOff daysOff;

    DaysOffResource(DaysOff daysOff) {
        this.daysOff = daysOff;
    }

    @Schema(name = "DayOff", description = "One day or several in a row, in the person's time zone.")
    record DayOffView(
            long id,
            @Schema(format = "date") String first,
            @Schema(format = "date") String last,

            @Schema(description = "The id of who stands in meanwhile.") @Nullable
            Long substitute,

            String note) {

        static DayOffView of(DayOff dayOff) {
            PersonId substitute = dayOff.substitute();
            return new DayOffView(
                    dayOff.id().value(),
                    dayOff.first().toString(),
                    dayOff.last().toString(),
                    substitute == null ? null : substitute.value(),
                    dayOff.note());
        }
    }

    @Schema(name = "NewDayOff")
    record NewDayOff(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date") @Nullable
            String first,

            @Schema(format = "date", description = "The first, when it is left out.") @Nullable
            String last,

            @Schema(description = "The id of who stands in meanwhile: somebody of the agency.") @Nullable
            Long substitute,

            @Schema(maxLength = 200) @Nullable String note) {}

    @GetMapping("/me/days-off")
    @Operation(operationId = "listMyDaysOff", summary = "List one's own days off that are not over")
    ResponseEntity<Page<DayOffView>> mine(Asking asking) {
        return asking.answer(Page.whole(list(asking, asking.viewer().person())));
    }

    @PostMapping("/me/days-off")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addMyDayOff", summary = "Take days off")
    DayOffView addMine(Asking asking, @RequestBody NewDayOff wanted) {
        return add(asking, asking.viewer().person(), wanted);
    }

    @DeleteMapping("/me/days-off/{off}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeMyDayOff",
            summary = "Take one's own days off back",
            description = "Of days off that have begun the past ones stay.")
    void removeMine(Asking asking, @PathVariable long off) {
        daysOff.remove(asking.viewer(), asking.viewer().person(), new DayOffId(off));
    }

    @GetMapping("/people/{id}/days-off")
    @Operation(operationId = "listDaysOff", summary = "List a person's days off that are not over")
    ResponseEntity<Page<DayOffView>> list(Asking asking, @PathVariable long id) {
        return asking.answer(Page.whole(list(asking, new PersonId(id))));
    }

    @PostMapping("/people/{id}/days-off")
    @AdminScope
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addDayOff", summary = "Give a person days off")
    DayOffView add(Asking asking, @PathVariable long id, @RequestBody NewDayOff wanted) {
        return add(asking, new PersonId(id), wanted);
    }

    @DeleteMapping("/people/{id}/days-off/{off}")
    @AdminScope
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeDayOff", summary = "Take a person's days off back")
    void remove(Asking asking, @PathVariable long id, @PathVariable long off) {
        daysOff.remove(asking.viewer(), new PersonId(id), new DayOffId(off));
    }

    private List<DayOffView> list(Asking asking, PersonId person) {
        return daysOff.keptBy(asking.viewer(), person).stream()
                .map(DayOffView::of)
                .toList();
    }

    private DayOffView add(Asking asking, PersonId person, NewDayOff wanted) {
        DayOffId id = daysOff.add(
                asking.viewer(),
                person,
                Input.day("first", wanted.first()),
                Input.day("last", wanted.last() == null ? wanted.first() : wanted.last()),
                Input.id(wanted.substitute(), PersonId::new),
                Input.line(wanted.note()));
        return list(asking, person).stream()
                .filter(dayOff -> dayOff.id() == id.value())
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
