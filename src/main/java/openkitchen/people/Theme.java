package openkitchen.people;

import java.util.Locale;

/** How the pages are lit; {@code AUTO} follows the machine. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Theme of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
