package openkitchen.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RunningTest {

    private static final Instant NINE = Instant.parse("2026-11-26T09:00:00Z");

    private static Instant after(long minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void aClockWithoutPausesRunsAllTheTime() {
        assertThat(Running.between(NINE, after(90), List.of()).onTheWall()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void pausesAreNotCountedAndTheLastOneMayStillLast() {
        List<Running.Stop> stops = List.of(new Running.Stop(after(10), after(30)), new Running.Stop(after(60), null));
        assertThat(Running.between(NINE, after(90), stops).onTheWall()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void aClockThatStoodFromTheBeginningNeverRan() {
        assertThat(Running.between(NINE, after(90), List.of(new Running.Stop(NINE, null)))
                        .onTheWall())
                .isZero();
    }

    @Property
    void whatRanAndWhatStoodAreAllOfIt(@ForAll @Size(max = 12) List<@IntRange(min = 1, max = 500) Integer> steps) {
        List<Running.Stop> stops = new ArrayList<>();
        long at = 0;
        long stood = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (i % 2 == 1) {
                stops.add(new Running.Stop(after(at), after(at + steps.get(i))));
                stood += steps.get(i);
            }
            at += steps.get(i);
        }
        Running running = Running.between(NINE, after(at), stops);
        assertThat(running.onTheWall()).isEqualTo(Duration.ofMinutes(at - stood));
        assertThat(running.spans()).allSatisfy(span -> assertThat(span.from()).isBefore(span.until()));
    }
}
