package openkitchen.problem;

import java.io.Serial;

/**
 * Something that a person asked for and cannot have. It is thrown by the rooms and worded by the faces; it is no defect, so
 * it carries no stack trace.
 */
public abstract sealed class Problem extends RuntimeException permits NotFound, Forbidden, Invalid, Stale, TooMany {

    @Serial
    private static final long serialVersionUID = 1L;

    Problem(String message) {
        super(message, null, false, false);
    }
}
