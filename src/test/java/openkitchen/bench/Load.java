package openkitchen.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many hands that do one thing over and over, each by itself, for a while. */
record Load(int hands, Duration time) {

    /** One hand's work: done once by each call. */
    interface Work extends AutoCloseable {

        void once() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** Makes the work of a hand, 0 ≤ hand &lt; hands. */
    @FunctionalInterface
    interface Maker {

        Work make(int hand) throws Exception;
    }

    Figures run(Maker maker) throws Exception {
        return run(maker, time, Integer.MAX_VALUE);
    }

    /** However long it takes, each hand so many times. */
    Figures run(int times, Maker maker) throws Exception {
        return run(maker, Duration.ofHours(1), times);
    }

    private Figures run(Maker maker, Duration most, int times) throws Exception {
        List<Work> works = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(hands)) {
            for (int hand = 0; hand < hands; hand++) {
                works.add(maker.make(hand));
            }
            long start = System.nanoTime();
            long end = start + most.toNanos();
            List<Future<long[]>> all = works.stream()
                    .map(work -> threads.submit(() -> work(work, end, times)))
                    .toList();
            long[] nanos =
                    all.stream().map(Load::wait).flatMapToLong(Arrays::stream).toArray();
            return Figures.of(nanos, (System.nanoTime() - start) / 1e9);
        } finally {
            for (Work work : works) {
                work.close();
            }
        }
    }

    private static long[] work(Work work, long end, int times) throws Exception {
        long[] nanos = new long[1024];
        int done = 0;
        for (long now = System.nanoTime(); now < end && done < times; ) {
            work.once();
            long then = System.nanoTime();
            if (done == nanos.length) {
                nanos = Arrays.copyOf(nanos, done * 2);
            }
            nanos[done++] = then - now;
            now = then;
        }
        return Arrays.copyOf(nanos, done);
    }

    private static long[] wait(Future<long[]> hand) {
        try {
            return hand.get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException("the load broke off", failed);
        }
    }

    /** Requests over a connection of its own, one after another. */
    static Work requests(int port, java.util.function.Supplier<byte[]> next) throws java.io.IOException {
        Wire wire = new Wire(port);
        return new Work() {
            @Override
            public void once() throws Exception {
                wire.sendWell(next.get());
            }

            @Override
            public void close() throws Exception {
                wire.close();
            }
        };
    }
}
