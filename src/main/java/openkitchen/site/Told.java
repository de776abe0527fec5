package openkitchen.site;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import openkitchen.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * A line of a project's story: something that happened, or a run of the same.
 *
 * @param number of its event, the latest of a run
 * @param actor null when the product did it, or somebody unknown elsewhere
 * @param time as the reader's clock showed it
 * @param items what a run was made of, in the order in which it happened
 * @param excerpt the first words of a text that belongs to it, or empty
 * @param more whether there is more of that text than the excerpt
 * @param origin where it was imported from, in words; empty for what happened here
 * @param birth whether a card was made
 * @param inner what followed from it at once, to be unfolded
 */
public record Told(
        long number,
        Instant at,
        String time,
        @Nullable Person actor,
        List<Phrase> sentence,
        List<List<Phrase>> items,
        String excerpt,
        boolean more,
        String origin,
        boolean birth,
        List<Told> inner) {

    /** So many items are shown at once; of longer runs they are unfolded. */
    private static final int FEW = 5;

    public String side() {
        return actor == null ? "agency" : actor.side().code();
    }

    public boolean few() {
        return items.size() <= FEW;
    }

    /** Whether several cards were made at once. */
    public boolean cards() {
        return items.isEmpty() && inner.stream().anyMatch(Told::birth);
    }

    /** The sentence without its links. */
    public String plain() {
        return sentence.stream().map(Phrase::text).collect(Collectors.joining());
    }

    Told with(List<Told> inner) {
        return new Told(number, at, time, actor, sentence, items, excerpt, more, origin, birth, inner);
    }
}
