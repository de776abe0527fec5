package openkitchen.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers what is wrong with an input, so that all of it is said at once. Lengths are in UTF-16 units, as browsers count. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    /** The text must not be blank and not longer than {@code limit}. */
    public Faults text(String field, String text, int limit) {
        if (text.isBlank()) {
            add(field, "error.required");
        }
        return optional(field, text, limit);
    }

    /** The text may be empty, but not longer than {@code limit}. */
    public Faults optional(String field, String text, int limit) {
        if (text.length() > limit) {
            found.add(new Fault(field, "error.too_long", Map.of("limit", limit)));
        }
        return this;
    }

    public Faults unless(boolean right, String field, String key) {
        if (!right) {
            add(field, key);
        }
        return this;
    }

    public Faults add(String field, String key) {
        found.add(new Fault(field, key));
        return this;
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** @throws Invalid when anything was found */
    public void stop() {
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }
}
