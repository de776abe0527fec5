package openkitchen.problem;

import java.io.Serial;
import java.util.List;

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

    public List<Fault> faults() {
        return faults;
    }
}
