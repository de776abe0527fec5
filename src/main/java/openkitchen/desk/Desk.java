package openkitchen.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import openkitchen.id.TurnId;
import openkitchen.people.Person;
import openkitchen.turn.Waiting;

/**
 * What waits for somebody over all their live projects, sorted.
 *
 * @param piles every pile, the urgent first on each; empty ones too
 * @param others what they wait for themselves
 * @param late what runs late in projects that they manage and does not wait for them; empty for everybody else
 * @param silent what rests in paused projects
 * @param absent for whom they stand in now
 */
public record Desk(
        Hours hours, Map<Pile, Heap> piles, Heap others, Heap late, Waiting.Silent silent, List<Person> absent) {

    /**
     * A pile as it is shown.
     *
     * @param shown those that are read in full, the first of all
     * @param all how many there are
     */
    public record Heap(List<Matter> shown, int all) {

        static final Heap NONE = new Heap(List.of(), 0);

        public boolean isEmpty() {
            return all == 0;
        }

        public int beyond() {
            return all - shown.size();
        }
    }

    public Heap pile(Pile pile) {
        return Objects.requireNonNull(piles.get(pile));
    }

    /** What is to be done in the window that is running, or in the next when none is: in the order in which it is taken up. */
    public List<Matter> run() {
        return (hours.open()
                        ? Stream.of(Pile.LATE, Pile.TRIAGE, Pile.NOW)
                        : Stream.of(Pile.LATE, Pile.TRIAGE, Pile.NEXT))
                .flatMap(pile -> pile(pile).shown().stream())
                .toList();
    }

    /** The run, and after it what is for later windows; nothing that was put off. */
    public List<Matter> longRun() {
        return Stream.of(Pile.values())
                .flatMap(pile -> pile(pile).shown().stream())
                .filter(matter -> matter.put() == null)
                .toList();
    }

    /** How many things wait in all piles but the last. */
    public int waiting() {
        return piles.entrySet().stream()
                .filter(pile -> pile.getKey() != Pile.LATER)
                .mapToInt(pile -> pile.getValue().all())
                .sum();
    }

    public Optional<Matter> matter(TurnId turn) {
        return Stream.concat(piles.values().stream(), Stream.of(others, late))
                .flatMap(heap -> heap.shown().stream())
                .filter(matter -> matter.turn().id().equals(turn))
                .findFirst();
    }

    public boolean isEmpty() {
        return piles.values().stream().allMatch(Heap::isEmpty);
    }
}
