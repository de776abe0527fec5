package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import openkitchen.board.Checklists;
import openkitchen.id.ChecklistId;
import openkitchen.id.ItemId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/cards/{number}")
@Tag(name = "Checklists", description = "The checklists of a card. They are read with the card.")
class ChecklistsResource {

    private final Checklists checklists;
    private final CardAnswers answers;

    ChecklistsResource(Checklists checklists, CardAnswers answers) {
        this.checklists = checklists;
        this.answers = answers;
    }

    @Schema(name = "NewChecklist")
    record NewChecklist(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
            String name,

            @Schema(description = "What is on it, at most 500 items.") @Nullable
            List<String> items) {}

    @Schema(name = "ChecklistName")
    record Name(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
            String name) {}

    @Schema(name = "NewChecklistItem")
    record NewItem(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 2000) @Nullable
            String body) {}

    @Schema(name = "ChecklistItemChange", description = "What is left out stays as it is.")
    record ItemChange(
            @Schema(maxLength = 2000) @Nullable String body,
            @Nullable Boolean done) {}

    @Schema(name = "ChecklistItemPlace")
    record ItemPlace(
            @Schema(description = "The item of the same list that it shall stand behind; null for the first place.")
            @Nullable
            Long after) {}

    @PostMapping("/checklists")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addChecklist", summary = "Add a checklist to a card")
    ResponseEntity<CardView> add(
            Asking asking, @PathVariable String key, @PathVariable int number, @RequestBody NewChecklist wanted) {
        List<String> items = Input.texts("items", wanted.items());
        ResponseEntity<CardView> card = answers.change(asking, key, number, seat -> {
            ChecklistId list = checklists.add(seat, number, Input.line(wanted.name()));
            items.forEach(item -> checklists.addItem(seat, number, list, item));
        });
        return created(card);
    }

    private static ResponseEntity<CardView> created(ResponseEntity<CardView> card) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .headers(card.getHeaders())
                .body(card.getBody());
    }

    @PatchMapping("/checklists/{list}")
    @Operation(operationId = "renameChecklist", summary = "Rename a checklist")
    ResponseEntity<CardView> rename(
            Asking asking,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long list,
            @RequestBody Name wanted) {
        ChecklistId id = new ChecklistId(list);
        return answers.change(
                asking, key, number, seat -> checklists.rename(seat, number, id, Input.line(wanted.name())));
    }

    @DeleteMapping("/checklists/{list}")
    @Operation(operationId = "removeChecklist", summary = "Remove a checklist with its items")
    ResponseEntity<CardView> remove(
            Asking asking, @PathVariable String key, @PathVariable int number, @PathVariable long list) {
        return answers.change(asking, key, number, seat -> checklists.remove(seat, number, new ChecklistId(list)));
    }

    @PostMapping("/checklists/{list}/items")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addChecklistItem", summary = "Add an item at the end of a checklist")
    ResponseEntity<CardView> addItem(
            Asking asking,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long list,
            @RequestBody NewItem wanted) {
        ChecklistId id = new ChecklistId(list);
        return created(answers.change(
                asking, key, number, seat -> checklists.addItem(seat, number, id, Input.text(wanted.body()))));
    }

    @PatchMapping("/items/{item}")
    @Operation(operationId = "changeChecklistItem", summary = "Change an item's words, tick or untick it")
    ResponseEntity<CardView> changeItem(
            Asking asking,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long item,
            @RequestBody ItemChange wanted) {
        ItemId id = new ItemId(item);
        return answers.change(asking, key, number, seat -> {
            if (wanted.body() != null) {
                checklists.write(seat, number, id, wanted.body());
            }
            if (wanted.done() != null) {
                checklists.tick(seat, number, id, wanted.done());
            }
        });
    }

    @PutMapping("/items/{item}/place")
    @Operation(operationId = "placeChecklistItem", summary = "Put an item behind another of its list, or first")
    ResponseEntity<CardView> placeItem(
            Asking asking,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable long item,
            @RequestBody ItemPlace wanted) {
        ItemId after = Input.id(wanted.after(), ItemId::new);
        return answers.change(asking, key, number, seat -> checklists.move(seat, number, new ItemId(item), after));
    }

    @DeleteMapping("/items/{item}")
    @Operation(operationId = "removeChecklistItem", summary = "Remove an item")
    ResponseEntity<CardView> removeItem(
            Asking asking, @PathVariable String key, @PathVariable int number, @PathVariable long item) {
        return answers.change(asking, key, number, seat -> checklists.removeItem(seat, number, new ItemId(item)));
    }
}
