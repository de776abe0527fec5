package openkitchen.site;

import java.time.Instant;
import openkitchen.board.Whereabouts.Spot;
import openkitchen.id.CommentId;
import openkitchen.id.MaterialId;
import openkitchen.people.Person;
import openkitchen.text.Html;
import org.jspecify.annotations.Nullable;

/**
 * Something found: a card, or what was said on it.
 *
 * @param comment null for the card itself
 * @param at when it was said
 * @param material the material in whose newest version it was found; null for none
 */
public record SearchResult(
        Spot card,
        @Nullable CommentId comment,
        @Nullable Person author,
        @Nullable Instant at,
        @Nullable MaterialId material,
        Html title,
        Html excerpt) {

    public String url() {
        String card = CardDoor.path(this.card.projectKey(), this.card.number());
        if (material != null) {
            return "/p/" + this.card.projectKey() + "/materials/" + material;
        }
        return comment == null ? card : card + "#comment-" + comment.value();
    }

    /** The project's name, behind the client's unless it says that itself. */
    public String project() {
        return card.client().isEmpty() || card.projectName().contains(card.client())
                ? card.projectName()
                : card.client() + " · " + card.projectName();
    }
}
