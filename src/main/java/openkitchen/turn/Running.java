package openkitchen.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import openkitchen.window.Schedule;
import openkitchen.window.Span;
import org.jspecify.annotations.Nullable;

/** The times during which a turn's clock ran: from its opening to its closing, without its pauses. */
record Running(List<Span> spans) {

    /** A pause of a clock; {@code until} is null while it lasts. */
    record Stop(Instant since, @Nullable Instant until) {}

    /** @param stops in their order, not overlapping */
    static Running between(Instant opened, Instant closed, List<Stop> stops) {
        List<Span> spans = new ArrayList<>();
        Instant from = opened;
        for (Stop stop : stops) {
            add(spans, from, stop.since());
            from = stop.until() == null ? closed : stop.until();
        }
        add(spans, from, closed);
        return new Running(List.copyOf(spans));
    }

    private static void add(List<Span> spans, Instant from, Instant until) {
        if (from.isBefore(until)) {
            spans.add(new Span(from, until));
        }
    }

    /** As a clock on the wall counts. */
    Duration onTheWall() {
        return spans.stream()
                .map(span -> Duration.between(span.from(), span.until()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What of it lay within somebody's answer windows. */
    Duration within(Schedule schedule) {
        return spans.stream()
                .map(span -> schedule.within(span.from(), span.until()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
