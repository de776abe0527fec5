package openkitchen.site;

import java.util.List;
import java.util.Map;
import openkitchen.board.Card;
import openkitchen.id.PersonId;
import openkitchen.people.People;
import openkitchen.people.Person;
import openkitchen.project.Seat;
import openkitchen.text.Html;
import openkitchen.text.Markdown;
import openkitchen.turn.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the parts of a card's page. Like faces they do not depend on who looks. */
@Component
class CardPieces {

    private final Markdown markdown;
    private final Mentionables mentionables;
    private final People people;
    private final MaterialLines materials;
    private final Views views;

    CardPieces(Markdown markdown, Mentionables mentionables, People people, MaterialLines materials, Views views) {
        this.markdown = markdown;
        this.mentionables = mentionables;
        this.people = people;
        this.materials = materials;
        this.views = views;
    }

    String part(BoardView board, Card card, CardPart part) {
        return views.piece("card/" + part.code(), Map.of("board", board, "card", view(board, card)));
    }

    /** Who is waited for on a card. */
    String turn(BoardView board, int number, @Nullable List<Turn> turns) {
        return views.piece(
                "card/turn", Map.of("board", board, "number", number, "turns", turns == null ? List.of() : turns));
    }

    List<MaterialLine> materials(Seat seat, Card card) {
        return materials.on(seat, card.face().id());
    }

    /** The materials on a card. */
    String materials(Seat seat, BoardView board, Card card) {
        return views.piece(
                "card/materials",
                Map.of("board", board, "number", card.face().number(), "materials", materials(seat, card)));
    }

    CardView view(BoardView board, Card card) {
        return new CardView(card, html(board, card.description()), person(board, card.creator()));
    }

    Html html(BoardView board, String text) {
        return markdown.html(text, mentionables.context(board));
    }

    /** A text as it is, with its lines. */
    Html escaped(String text) {
        return new Html("<p class=\"as-is\">" + text.replace("&", "&amp;").replace("<", "&lt;") + "</p>");
    }

    /** The first words of a text, without its markup. */
    String plain(String text, int limit) {
        return markdown.plain(text, limit);
    }

    private @Nullable Person person(BoardView board, @Nullable PersonId id) {
        if (id == null) {
            return null;
        }
        Person known = board.people().get(id);
        return known == null ? people.these(List.of(id)).get(id) : known;
    }
}
