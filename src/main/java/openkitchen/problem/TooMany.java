package openkitchen.problem;

import java.io.Serial;
import java.time.Duration;

/** Too many tries in a short time. */
public final class TooMany extends Problem {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooMany(Duration wait) {
        super("too many tries");
        this.wait = wait;
    }

    /** How long to wait before the next try can succeed. */
    public Duration retryAfter() {
        return wait;
    }
}
