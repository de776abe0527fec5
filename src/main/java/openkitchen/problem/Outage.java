package openkitchen.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the machine lacks at this moment, not the request: whoever runs the installation has to see to it. */
public enum Outage {
    /** There is no room on a disk, PostgreSQL's or the files'. Nothing of the request was saved. */
    DISK_FULL(507, "error.disk_full"),
    /** PostgreSQL does not answer, or is just starting. */
    DATABASE_AWAY(503, "error.unavailable");

    private final int status;
    private final String key;

    Outage(int status, String key) {
        this.status = status;
        this.key = key;
    }

    /** The HTTP status that says so. */
    public int status() {
        return status;
    }

    /** The message that says so to a person. */
    public String key() {
        return key;
    }

    /** Looks for it along the causes. SQL states are those of PostgreSQL's manual, appendix A. */
    public static Optional<Outage> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Outage outage = switch (cause) {
                case SQLTransientConnectionException noConnection -> DATABASE_AWAY;
                case SQLException refused -> ofState(refused.getSQLState());
                case IOException unwritten -> ofMessage(unwritten.getMessage());
                default -> null;
            };
            if (outage != null) {
                return Optional.of(outage);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Outage ofState(@Nullable String state) {
        if (state == null) {
            return null;
        }
        if (state.equals("53100")) {
            return DISK_FULL;
        }
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300") ? DATABASE_AWAY : null;
    }

    private static @Nullable Outage ofMessage(@Nullable String message) {
        return message != null && (message.contains("No space left") || message.contains("quota exceeded"))
                ? DISK_FULL
                : null;
    }
}
