package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import openkitchen.board.Label;
import openkitchen.board.Labels;
import openkitchen.history.History;
import openkitchen.id.LabelId;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/labels")
@Tag(name = "Board")
class LabelsResource {

    private final Labels labels;
    private final History history;

    LabelsResource(Labels labels, History history) {
        this.labels = labels;
        this.history = history;
    }

    @Schema(name = "Label")
    record LabelView(
            long id,

            @Schema(description = "May be empty: then the colour speaks.")
            String name,

            @Schema(example = "green_dark") String colour) {

        static LabelView of(Label label) {
            return new LabelView(label.id().value(), label.name(), label.colour());
        }
    }

    @Schema(name = "NewLabel", description = "A name, a colour, or both.")
    record LabelInput(
            @Schema(maxLength = 100) @Nullable String name,

            @Schema(description = "One of ten colours, also `_dark` and `_light`, or empty.", example = "green_dark")
            @Nullable
            String colour) {}

    @GetMapping
    @Operation(operationId = "listLabels", summary = "List a project's labels")
    ResponseEntity<Page<LabelView>> list(Asking asking, @PathVariable String key) {
        Seat seat = asking.seat(key);
        return asking.answer(seat, () -> Page.whole(all(seat)));
    }

    private List<LabelView> all(Seat seat) {
        return labels.of(seat).stream().map(LabelView::of).toList();
    }

    private LabelView one(Seat seat, LabelId id) {
        return all(seat).stream()
                .filter(label -> label.id() == id.value())
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addLabel", summary = "Add a label to a project")
    LabelView add(Asking asking, @PathVariable String key, @RequestBody LabelInput wanted) {
        Seat seat = asking.seat(key);
        return one(seat, labels.add(seat, Input.line(wanted.name()), Input.line(wanted.colour())));
    }

    @PatchMapping("/{id}")
    @Operation(
            operationId = "changeLabel",
            summary = "Rename or recolour a label",
            description = "What is left out stays as it is.")
    LabelView change(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody LabelInput wanted) {
        Seat seat = asking.seat(key);
        LabelId label = new LabelId(id);
        history.change(seat.project(), seat.viewer().person(), pen -> {
            LabelView now = one(seat, label);
            labels.change(
                    seat,
                    label,
                    Input.line(wanted.name(), now.name()),
                    wanted.colour() == null ? now.colour() : wanted.colour());
            return now;
        });
        return one(seat, label);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeLabel", summary = "Remove a label from a project and all its cards")
    void remove(Asking asking, @PathVariable String key, @PathVariable long id) {
        labels.remove(asking.seat(key), new LabelId(id));
    }
}
