package openkitchen.site;

import openkitchen.board.Card;
import openkitchen.board.Face;
import openkitchen.people.Person;
import openkitchen.text.Html;
import org.jspecify.annotations.Nullable;

/** A card ready to be shown. */
public record CardView(
        Card card, Html description, @Nullable Person creator) {

    public int number() {
        return card.face().number();
    }

    public Face face() {
        return card.face();
    }
}
