package openkitchen.problem;

import java.io.Serial;

/** What does not exist, or is not for this viewer: the two look the same. */
public final class NotFound extends Problem {

    @Serial
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found");
    }
}
