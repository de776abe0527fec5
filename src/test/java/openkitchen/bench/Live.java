package openkitchen.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A card is moved, and 200 pages of the board hear of it: half of them in Russian, half in English. */
final class Live {

    static final int LISTENERS = 200;
    private static final int WARM_UP = 60;

    private final Installation server;
    private final int moves;

    Live(Installation server, int moves) {
        this.server = server;
        this.moves = moves;
    }

    void measure(Board board, Report report) throws Exception {
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < LISTENERS; i++) {
            sessions.add(Seed.token(i % Seed.PEOPLE, 1 + i / Seed.PEOPLE));
        }
        long[] nanos = new long[moves * LISTENERS];
        try (Listeners listeners = new Listeners(server.port(), board.path() + "/live", sessions);
                Wire wire = new Wire(server.port())) {
            for (int i = -WARM_UP; i < moves; i++) {
                byte[] move = board.moveOn(Seed.token(0, 0), i);
                listeners.await(LISTENERS);
                long start = System.nanoTime();
                wire.sendWell(move);
                long[] arrived =
                        Arrays.stream(listeners.arrived()).map(at -> at - start).toArray();
                if (i >= 0) {
                    System.arraycopy(arrived, 0, nanos, i * LISTENERS, LISTENERS);
                }
                Thread.sleep(25);
            }
        }
        report.times("from the start of a move to 200 listeners", Figures.of(nanos, 1), "p50 ≤ 12 ms, p99 ≤ 20 ms");
    }
}
