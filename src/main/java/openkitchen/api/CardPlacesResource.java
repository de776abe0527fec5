package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import openkitchen.board.Archiving;
import openkitchen.board.Copying;
import openkitchen.board.Moving;
import openkitchen.id.ColumnId;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.project.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/cards/{number}")
@Tag(name = "Cards")
class CardPlacesResource {

    /** No card has this number: behind it means the end of the column. */
    private static final int NO_CARD = 0;

    private final Moving moving;
    private final Archiving archiving;
    private final Copying copying;
    private final CardAnswers answers;

    CardPlacesResource(Moving moving, Archiving archiving, Copying copying, CardAnswers answers) {
        this.moving = moving;
        this.archiving = archiving;
        this.copying = copying;
        this.answers = answers;
    }

    @Schema(name = "CardPlace")
    record Place(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The column's id.") @Nullable
            Long column,

            @Schema(
                    description =
                            "The number of the card that it shall stand behind. When that has left the column meanwhile, "
                                    + "it goes to the end.")
            @Nullable
            Integer after,

            @Schema(
                    description = "Where in the column, if not behind a card.",
                    allowableValues = {"top", "end"},
                    defaultValue = "end")
            @Nullable
            String at,

            @Schema(
                    description =
                            "Why the card is done though a remark that must be fixed is open on it. Only the project's account "
                                    + "and the owner may say so; others are refused, and the answer says what holds the card.",
                    maxLength = 2000)
            @Nullable
            String reason) {}

    @Schema(name = "CardCopy")
    record Copy(
            @Schema(description = "Left out: the same title.") @Nullable
            String title) {}

    @Schema(name = "CardTransfer")
    record Transfer(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The other project's key.") @Nullable
            String project,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "A column of the other project.")
            @Nullable
            Long column) {}

    @PutMapping("/place")
    @Operation(operationId = "placeCard", summary = "Move a card to a place on the board")
    ResponseEntity<CardView> place(
            Asking asking, @PathVariable String key, @PathVariable int number, @RequestBody Place wanted) {
        ColumnId column = new ColumnId(Input.needed("column", wanted.column()));
        Integer end = CardWriting.atTop(wanted.at()) ? null : (Integer) NO_CARD;
        Integer after = wanted.after() == null ? end : wanted.after();
        return answers.change(
                asking, key, number, seat -> moving.place(seat, number, column, after, Input.text(wanted.reason())));
    }

    @PutMapping("/archive")
    @Operation(
            operationId = "archiveCard",
            summary = "Take a card off the board",
            description = "Not while the client is asked to approve something on it: withdraw that first.")
    ResponseEntity<CardView> archive(Asking asking, @PathVariable String key, @PathVariable int number) {
        return answers.change(asking, key, number, seat -> archiving.archive(seat, number));
    }

    @DeleteMapping("/archive")
    @Operation(operationId = "restoreCard", summary = "Bring an archived card back, to the end of its column")
    ResponseEntity<CardView> restore(Asking asking, @PathVariable String key, @PathVariable int number) {
        return answers.change(asking, key, number, seat -> archiving.restore(seat, number));
    }

    @PostMapping("/copies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "copyCard",
            summary = "Copy a card behind itself",
            description =
                    "Text, kind, labels, people, dates, checklists (nothing ticked) and attachments; not the talk.")
    ResponseEntity<CardView> copy(
            Asking asking,
            @PathVariable String key,
            @PathVariable int number,
            @RequestBody(required = false) @Nullable Copy wanted) {
        Seat seat = asking.seat(key);
        return answers.made(seat, copying.copy(seat, number, wanted == null ? "" : Input.line(wanted.title())));
    }

    @PostMapping("/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "transferCard",
            summary = "Move a card with all it has to another project",
            description =
                    "It gets a new number there; the answer is the card in its new place. Labels of the same name and colour "
                            + "stay, people who are not on the other team are taken off.")
    ResponseEntity<CardView> transfer(
            Asking asking, @PathVariable String key, @PathVariable int number, @RequestBody Transfer wanted) {
        Seat from = asking.seat(key);
        Seat to = other(asking, from, Input.needed("project", wanted.project()));
        ColumnId column = new ColumnId(Input.needed("column", wanted.column()));
        return answers.made(to, copying.send(from, number, to, column));
    }

    private static Seat other(Asking asking, Seat from, String key) {
        try {
            Seat to = asking.seat(key);
            if (!to.project().equals(from.project())) {
                return to;
            }
        } catch (NotFound none) {
            throw new Invalid("project", "error.choice");
        }
        throw new Invalid("project", "error.choice");
    }
}
