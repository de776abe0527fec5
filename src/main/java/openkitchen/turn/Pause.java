package openkitchen.turn;

import java.time.Instant;
import java.util.Locale;

/** A clock that stands still since then. */
public record Pause(Why why, Instant since) {

    /** Why nobody can be blamed for the waiting. */
    public enum Why {
        /** The asker has to say more first. */
        ASKER,
        /** The project is paused. */
        PROJECT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Why of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
