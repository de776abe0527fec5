package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import openkitchen.board.Marking;
import openkitchen.id.AttachmentId;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
import openkitchen.problem.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/cards/{number}")
@Tag(name = "Cards")
class CardMarksResource {

    private final Marking marking;
    private final CardAnswers answers;

    CardMarksResource(Marking marking, CardAnswers answers) {
        this.marking = marking;
        this.answers = answers;
    }

    @Schema(name = "CardCover", description = "Either one of the card's pictures, or a colour.")
    record Cover(
            @Schema(description = "The id of an attachment that is a picture.") @Nullable
            Long attachment,

            @Schema(example = "sky_light") @Nullable String colour) {}

    @PutMapping("/people/{person}")
    @Operation(operationId = "assignCard", summary = "Make a person of the team responsible for a card")
    ResponseEntity<CardView> assign(
            Asking asking, @PathVariable String key, @PathVariable int number, @PathVariable long person) {
        return answers.change(asking, key, number, seat -> marking.assign(seat, number, new PersonId(person)));
    }

    @DeleteMapping("/people/{person}")
    @Operation(operationId = "unassignCard", summary = "Take a person off a card")
    ResponseEntity<CardView> unassign(
            Asking asking, @PathVariable String key, @PathVariable int number, @PathVariable long person) {
        return answers.change(asking, key, number, seat -> marking.unassign(seat, number, new PersonId(person)));
    }

    @PutMapping("/labels/{label}")
    @Operation(operationId = "labelCard", summary = "Put a label on a card")
    ResponseEntity<CardView> label(
            Asking asking, @PathVariable String key, @PathVariable int number, @PathVariable long label) {
        return answers.change(asking, key, number, seat -> marking.label(seat, number, new LabelId(label)));
    }

    @DeleteMapping("/labels/{label}")
    @Operation(operationId = "unlabelCard", summary = "Take a label off a card")
    ResponseEntity<CardView> unlabel(
            Asking asking, @PathVariable String key, @PathVariable int number, @PathVariable long label) {
        return answers.change(asking, key, number, seat -> marking.unlabel(seat, number, new LabelId(label)));
    }

    @PutMapping("/cover")
    @Operation(operationId = "coverCard", summary = "Cover a card with one of its pictures or a colour")
    ResponseEntity<CardView> cover(
            Asking asking, @PathVariable String key, @PathVariable int number, @RequestBody Cover wanted) {
        if ((wanted.attachment() == null) == (wanted.colour() == null)) {
            throw new Invalid("attachment", "api.colour_or_picture");
        }
        AttachmentId picture = Input.id(wanted.attachment(), AttachmentId::new);
        return answers.change(asking, key, number, seat -> marking.cover(seat, number, picture, wanted.colour()));
    }

    @DeleteMapping("/cover")
    @Operation(operationId = "uncoverCard", summary = "Take the cover off a card")
    ResponseEntity<CardView> uncover(Asking asking, @PathVariable String key, @PathVariable int number) {
        return answers.change(asking, key, number, seat -> marking.cover(seat, number, null, null));
    }
}
