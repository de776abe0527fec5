package openkitchen.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import openkitchen.board.Archiving;
import openkitchen.board.Card;
import openkitchen.board.CardKind;
import openkitchen.board.CardPages;
import openkitchen.board.Cards;
import openkitchen.id.ColumnId;
import openkitchen.id.LabelId;
import openkitchen.id.PersonId;
import openkitchen.project.Discipline;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/cards")
@Tag(
        name = "Cards",
        description = "The cards of a board, by their numbers. Every change answers with the card as it then is.")
class CardsResource {

    private static final int MOST = 1000;

    private final CardPages pages;
    private final Cards cards;
    private final CardWriting writing;
    private final Archiving archiving;
    private final CardAnswers answers;

    CardsResource(CardPages pages, Cards cards, CardWriting writing, Archiving archiving, CardAnswers answers) {
        this.pages = pages;
        this.cards = cards;
        this.writing = writing;
        this.archiving = archiving;
        this.answers = answers;
    }

    @GetMapping
    @Operation(
            operationId = "listCards",
            summary = "List the cards of a project",
            description =
                    "In the order of their numbers, up to 1000 at once. Whoever follows `next` to the end has missed none, "
                            + "whatever is added meanwhile. For what changed since last time: `changedSince` with the project's version "
                            + "of then, and `where=anywhere`.")
    ResponseEntity<Page<FaceView>> list(
            Asking asking,
            @PathVariable String key,
            @Parameter(
                            description = "On the board, archived (by itself or with its column), or anywhere.",
                            schema = @Schema(allowableValues = {"board", "archive", "anywhere"}))
                    @RequestParam(defaultValue = "board")
                    String where,
            @Parameter(description = "A column's id.") @RequestParam(required = false) @Nullable Long column,
            @Parameter(description = "A label's id.") @RequestParam(required = false) @Nullable Long label,
            @Parameter(description = "The id of somebody responsible.") @RequestParam(required = false) @Nullable
                    Long person,
            @Parameter(schema = @Schema(allowableValues = {"task", "request", "launch", "report", "reference"}))
                    @RequestParam(required = false)
                    @Nullable
                    String kind,
            @RequestParam(required = false) @Nullable String discipline,
            @RequestParam(required = false) @Nullable Boolean done,
            @Parameter(description = "Due then or later.", schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String dueFrom,
            @Parameter(description = "Due before then.", schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String dueUntil,
            @Parameter(description = "A part of the title.") @RequestParam(defaultValue = "") String q,
            @Parameter(description = "Only what changed after the project had this version.")
                    @RequestParam(defaultValue = "0")
                    long changedSince,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Seat seat = asking.seat(key);
        int most = Page.limit(limit, MOST);
        int after = Math.toIntExact(Math.min(Page.after("cards", cursor), Integer.MAX_VALUE));
        CardPages.Wish wish = new CardPages.Wish(
                Input.choice("where", where, CardWriting::place),
                Input.id(column, ColumnId::new),
                Input.id(label, LabelId::new),
                Input.id(person, PersonId::new),
                Input.choiceOrNone("kind", kind, CardKind::find),
                Input.choiceOrNone("discipline", discipline, Discipline::find),
                done,
                Input.moment("dueFrom", dueFrom),
                Input.moment("dueUntil", dueUntil),
                q,
                changedSince);
        return asking.answer(
                seat,
                () -> Page.of(
                        "cards", pages.read(seat, wish, after, most + 1), most, card -> card.number(), FaceView::of));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addCard", summary = "Make a card, with all that is known of it")
    ResponseEntity<CardView> add(Asking asking, @PathVariable String key, @RequestBody CardWriting.NewCard wanted) {
        Seat seat = asking.seat(key);
        return answers.made(seat, writing.add(seat, wanted));
    }

    @GetMapping("/{number}")
    @Operation(operationId = "readCard", summary = "Read a card")
    ResponseEntity<CardView> read(Asking asking, @PathVariable String key, @PathVariable int number) {
        Seat seat = asking.seat(key);
        Card card = cards.number(seat, number);
        return asking.answer(CardView.tag(card), () -> CardView.of(seat.key(), card));
    }

    @PatchMapping("/{number}")
    @Operation(
            operationId = "changeCard",
            summary = "Change what a card says and is",
            description =
                    "What is left out stays as it is; all that is given is one change. With `textVersion` given, a title or "
                            + "description that somebody changed meanwhile is answered with 409 and the texts that stand now; with "
                            + "If-Match any change of the card is, with 412.")
    ResponseEntity<CardView> change(
            Asking asking,
            @PathVariable String key,
            @PathVariable int number,
            @RequestBody CardWriting.CardChange wanted) {
        return answers.change(asking, key, number, seat -> writing.change(seat, number, wanted));
    }

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteCard",
            summary = "Delete an archived card for good",
            description = "The project's account and the owner may. The history keeps what it was.")
    void delete(Asking asking, @PathVariable String key, @PathVariable int number) {
        Seat seat = asking.seat(key);
        answers.under(asking, seat, number, () -> archiving.delete(seat, number));
    }
}
