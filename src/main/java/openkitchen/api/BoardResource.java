package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import openkitchen.board.Columns;
import openkitchen.board.Face;
import openkitchen.board.Faces;
import openkitchen.id.ColumnId;
import openkitchen.project.Seat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/board")
@Tag(name = "Board")
class BoardResource {

    private final Columns columns;
    private final Faces faces;

    BoardResource(Columns columns, Faces faces) {
        this.columns = columns;
        this.faces = faces;
    }

    @Schema(name = "Board")
    record BoardView(
            @Schema(description = "The project's version from which to go on with " + "the events.")
            long version,

            List<Lane> columns) {}

    @Schema(name = "BoardColumn")
    record Lane(ColumnsResource.ColumnView column, List<FaceView> cards) {}

    @GetMapping
    @Operation(operationId = "readBoard", summary = "Read a whole board, columns and cards in their order")
    ResponseEntity<BoardView> read(Asking asking, @PathVariable String key) {
        Seat seat = asking.seat(key);
        return asking.answer(seat, () -> board(seat));
    }

    private BoardView board(Seat seat) {
        Map<ColumnId, List<FaceView>> cards = faces.onBoard(seat).stream()
                .collect(Collectors.groupingBy(Face::column, Collectors.mapping(FaceView::of, Collectors.toList())));
        return new BoardView(
                seat.version(),
                columns.of(seat).stream()
                        .map(column -> new Lane(
                                ColumnsResource.ColumnView.of(column), cards.getOrDefault(column.id(), List.of())))
                        .toList());
    }
}
