package openkitchen.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class RoundsTest {

    private static final Duration DAY = Duration.ofDays(1);

    private static class Only extends Rounds {

        private final Round round;

        Only(boolean byItself, Round round) {
            super(byItself);
            this.round = round;
        }

        @Override
        protected List<Round> rounds() {
            return List.of(round);
        }
    }

    private static boolean reached(CountDownLatch times) throws InterruptedException {
        return times.await(5, TimeUnit.SECONDS);
    }

    @Test
    void whateverFailsItGoesAgain() throws Exception {
        CountDownLatch times = new CountDownLatch(3);
        Rounds rounds = new Only(true, new Rounds.Round("test", "failed", Duration.ofMillis(1), () -> {
            times.countDown();
            throw new java.io.IOException("once more");
        }));
        rounds.start();
        assertThat(rounds.isRunning()).isTrue();
        assertThat(reached(times)).isTrue();
        rounds.stop();
        assertThat(rounds.isRunning()).isFalse();
    }

    @Test
    void whoIsInAHurryDoesNotWait() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(2);
        Rounds rounds = new Only(true, new Rounds.Round("test", "failed", Duration.ZERO, DAY, () -> {
            first.countDown();
            second.countDown();
        }));
        rounds.start();
        assertThat(reached(first)).isTrue();
        assertThat(second.getCount()).isEqualTo(1);
        rounds.hurry();
        assertThat(reached(second)).isTrue();
        rounds.stop();
    }

    @Test
    void whereSomebodyElseSaysWhenNothingGoesByItself() {
        Rounds rounds = new Only(false, new Rounds.Round("test", "failed", Duration.ZERO, DAY, () -> {}));
        rounds.start();
        assertThat(rounds.isRunning()).isFalse();
    }
}
