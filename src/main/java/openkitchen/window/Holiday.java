package openkitchen.window;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the agency sets for one day: that nobody answers, or that a public holiday is worked. */
public record Holiday(LocalDate day, Kind kind, String name) {

    /** What the day is. */
    public enum Kind {
        /** Nobody answers. */
        OFF,
        /** A public holiday on which people answer as on any such weekday. */
        WORKED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> find(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }
}
