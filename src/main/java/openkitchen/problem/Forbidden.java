package openkitchen.problem;

import java.io.Serial;

/** What this viewer can see but may not do; {@code key} names the sentence that says why. */
public final class Forbidden extends Problem {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String key;

    public Forbidden(String key) {
        super(key);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
