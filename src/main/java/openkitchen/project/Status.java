package openkitchen.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a project is being worked on. */
public enum Status {
    LIVE,
    PAUSED,
    CLOSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> find(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }
}
