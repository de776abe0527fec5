package openkitchen.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a project has come. */
public enum Stage {
    BRIEF,
    SETUP,
    TESTING,
    STEADY,
    WINDING_DOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Stage> find(String code) {
        return Arrays.stream(values())
                .filter(stage -> stage.code().equals(code))
                .findFirst();
    }
}
