package openkitchen.bench;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must be gone when the benchmark ends, also when it is broken off: the latest first. Each may be closed before. */
final class Leftovers {

    private static final Deque<AutoCloseable> ALL = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::clear));
    }

    private Leftovers() {}

    static synchronized <T extends AutoCloseable> T add(T leftover) {
        ALL.push(leftover);
        return leftover;
    }

    private static synchronized void clear() {
        for (AutoCloseable leftover : ALL) {
            try {
                leftover.close();
            } catch (Exception failed) {
                System.err.println("left behind: " + failed.getMessage());
            }
        }
    }
}
