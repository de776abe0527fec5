package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import openkitchen.board.Column;
import openkitchen.board.ColumnKind;
import openkitchen.board.Columns;
import openkitchen.history.History;
import openkitchen.id.ColumnId;
import openkitchen.problem.Invalid;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/columns")
@Tag(name = "Board", description = "Columns and labels. Anybody on the project may change them.")
class ColumnsResource {

    private final Columns columns;
    private final History history;

    ColumnsResource(Columns columns, History history) {
        this.columns = columns;
        this.history = history;
    }

    @Schema(name = "Column")
    record ColumnView(
            long id,
            String name,

            @Schema(
                    description = "What it is for; survives renaming.",
                    allowableValues = {"reference", "intake", "planned", "doing", "with_client", "done", "reports"})
            String kind,

            @Schema(description = "One of ten colours, also `_dark` and `_light`, or empty.", example = "green")
            String colour,

            @Schema(description = "How many cards it should hold at most.") @Nullable
            Integer wipLimit,

            boolean archived) {

        static ColumnView of(Column column) {
            return new ColumnView(
                    column.id().value(),
                    column.name(),
                    column.kind().code(),
                    column.colour(),
                    column.wipLimit(),
                    column.archived());
        }
    }

    @Schema(name = "NewColumn")
    record NewColumn(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
            String name,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"reference", "intake", "planned", "doing", "with_client", "done", "reports"})
            @Nullable
            String kind) {}

    @Schema(name = "ColumnChange", description = "What is left out stays as it is.")
    record ColumnChange(
            @Schema(maxLength = 200) @Nullable String name,

            @Schema(allowableValues = {"reference", "intake", "planned", "doing", "with_client", "done", "reports"})
            @Nullable
            String kind,

            @Schema(description = "Empty for none.") @Nullable
            String colour,

            @Nullable Change<Integer> wipLimit) {}

    @Schema(name = "ColumnPlace")
    record Place(
            @Schema(description = "The column that it shall stand behind; null for the first place.") @Nullable
            Long after) {}

    @GetMapping
    @Operation(operationId = "listColumns", summary = "List a board's columns in their order")
    ResponseEntity<Page<ColumnView>> list(
            Asking asking,
            @PathVariable String key,
            @Parameter(description = "True for the archived ones instead.") @RequestParam(defaultValue = "false")
                    boolean archived) {
        Seat seat = asking.seat(key);
        return asking.answer(
                seat,
                () -> Page.whole((archived ? columns.archived(seat) : columns.of(seat))
                        .stream().map(ColumnView::of).toList()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addColumn", summary = "Add a column at the end of a board")
    ResponseEntity<ColumnView> add(Asking asking, @PathVariable String key, @RequestBody NewColumn wanted) {
        Seat seat = asking.seat(key);
        ColumnId id =
                columns.add(seat, Input.line(wanted.name()), Input.choice("kind", wanted.kind(), ColumnKind::find));
        return ResponseEntity.created(URI.create("/api/v1/projects/" + key + "/columns/" + id))
                .body(view(seat, id));
    }

    private ColumnView view(Seat seat, ColumnId id) {
        return ColumnView.of(columns.one(seat, id));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readColumn", summary = "Read a column")
    ResponseEntity<ColumnView> read(Asking asking, @PathVariable String key, @PathVariable long id) {
        Seat seat = asking.seat(key);
        ColumnView view = view(seat, new ColumnId(id));
        return asking.answer(seat, () -> view);
    }

    @PatchMapping("/{id}")
    @Operation(operationId = "changeColumn", summary = "Rename, recolour or limit a column, or say what it is for")
    ColumnView change(
            Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody ColumnChange wanted) {
        Seat seat = asking.seat(key);
        ColumnId column = new ColumnId(id);
        history.change(seat.project(), seat.viewer().person(), pen -> {
            Column now = columns.one(seat, column);
            columns.change(
                    seat,
                    column,
                    Input.line(wanted.name(), now.name()),
                    wanted.kind() == null ? now.kind() : Input.choice("kind", wanted.kind(), ColumnKind::find),
                    wanted.colour() == null ? now.colour() : wanted.colour(),
                    Change.or(wanted.wipLimit(), now.wipLimit()));
            return now;
        });
        return view(seat, column);
    }

    @PutMapping("/{id}/place")
    @Operation(operationId = "placeColumn", summary = "Put a column behind another, or first")
    ColumnView place(Asking asking, @PathVariable String key, @PathVariable long id, @RequestBody Place wanted) {
        Seat seat = asking.seat(key);
        ColumnId after = Input.id(wanted.after(), ColumnId::new);
        if (after != null
                && columns.of(seat).stream().noneMatch(column -> column.id().equals(after))) {
            throw new Invalid("after", "error.choice");
        }
        columns.move(seat, new ColumnId(id), after);
        return view(seat, new ColumnId(id));
    }

    @PutMapping("/{id}/archive")
    @Operation(
            operationId = "archiveColumn",
            summary = "Take a column with its cards off the board",
            description =
                    "Not while the client is asked to approve something on one of its cards: withdraw that first.")
    ColumnView archive(Asking asking, @PathVariable String key, @PathVariable long id) {
        Seat seat = asking.seat(key);
        columns.archive(seat, new ColumnId(id));
        return view(seat, new ColumnId(id));
    }

    @DeleteMapping("/{id}/archive")
    @Operation(operationId = "restoreColumn", summary = "Bring an archived column back with its cards")
    ColumnView restore(Asking asking, @PathVariable String key, @PathVariable long id) {
        Seat seat = asking.seat(key);
        columns.restore(seat, new ColumnId(id));
        return view(seat, new ColumnId(id));
    }
}
