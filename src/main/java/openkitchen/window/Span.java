package openkitchen.window;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time: from a moment on, until a later one, which is no longer part of it. */
public record Span(Instant from, Instant until) {

    public Span {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a span ends after it begins: " + from + " to " + until);
        }
    }

    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** How much of it is left after that moment: all of it when it has not begun, nothing when it is over. */
    public Duration leftAfter(Instant at) {
        Instant begin = at.isAfter(from) ? at : from;
        return begin.isBefore(until) ? Duration.between(begin, until) : Duration.ZERO;
    }
}
