package openkitchen.turn;

import java.util.Arrays;
import java.util.Locale;

/** How a turn ended. */
public enum Outcome {
    ANSWERED,
    /** The account answered what was asked of a specialist. */
    RELAYED,
    CLARIFIED,
    REDIRECTED,
    MERGED,
    OFF_TOPIC,
    /** What was asked became a card of its own. */
    CARD,
    FIXED,
    DECLINED,
    CONFIRMED,
    RAISED_AGAIN,
    APPEALED,
    SETTLED,
    FINE,
    OBJECTED,
    APPROVED,
    /** The client wants it otherwise. */
    CHANGES,
    /** There is a newer version of what was asked about. */
    SUPERSEDED,
    /** The client was reminded; there is a new term. */
    EXTENDED,
    /** Nobody waits any longer: it was taken back, or what it was about is gone. */
    WITHDRAWN,
    /** Somebody else is waited for instead. */
    PASSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
