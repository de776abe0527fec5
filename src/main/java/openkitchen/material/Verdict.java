package openkitchen.material;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a decision maker says about a version. */
public enum Verdict {
    APPROVED,
    /** Approved, with suggestions for a later version. */
    REMARKS,
    /** Not approved: it is to become otherwise. */
    CHANGES;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the version may be used. */
    public boolean approves() {
        return this != CHANGES;
    }

    public static Optional<Verdict> find(String code) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.code().equals(code))
                .findFirst();
    }
}
