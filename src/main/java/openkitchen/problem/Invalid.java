package openkitchen.problem;

import java.io.Serial;
import java.util.List;
import java.util.Map;

/** Input that cannot be taken, field by field. */
public final class Invalid extends Problem {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public Invalid(List<Fault> faults) {
        super("invalid: " + faults);
        this.faults = List.copyOf(faults);
    }

    public Invalid(String field, String key) {
        this(List.of(new Fault(field, key)));
    }

    /** Says with the sentence how much there may be. */
    public Invalid(String field, String key, int limit) {
        this(List.of(new Fault(field, key, Map.of("limit", limit))));
    }

    public List<Fault> faults() {
        return faults;
    }
}
