package openkitchen.bridge.trello;

import java.util.Comparator;
import java.util.List;
import openkitchen.bridge.trello.Node.Identified;
import org.jspecify.annotations.Nullable;

/** Trello's order: by position; things without one (2012) stand in the order of the file, after those that have one. */
final class Order {

    private static final Comparator<Identified> BY_POSITION =
            (a, b) -> compare(a.node().position(), b.node().position());

    private Order() {}

    /** Equal positions are left in the order of the file, as lists are. */
    static List<Identified> byPosition(List<Identified> things) {
        return things.stream().sorted(BY_POSITION).toList();
    }

    /** Equal positions are told apart by the id. */
    static List<Identified> byPositionAndId(List<Identified> things) {
        return things.stream()
                .sorted(BY_POSITION.thenComparing(thing -> thing.node().position() == null ? "" : thing.id()))
                .toList();
    }

    private static int compare(@Nullable Double a, @Nullable Double b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        // not Double.compare: -0.0 is no place before 0.0
        return a < b ? -1 : a > b ? 1 : 0;
    }
}
