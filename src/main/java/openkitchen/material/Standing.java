package openkitchen.material;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the materials of a project are sorted out: by what became of their newest versions, or that they were put away. */
public enum Standing {
    WAITS("asked"),
    CHANGES("changes"),
    APPROVED("approved", "remarks"),
    NONE("none", "withdrawn", "superseded"),
    AWAY;

    /** Of the last approval of the newest version; {@code none} where there is none. Empty: any. */
    final List<String> states;

    Standing(String... states) {
        this.states = List.of(states);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Standing> find(String code) {
        return Arrays.stream(values())
                .filter(standing -> standing.code().equals(code))
                .findFirst();
    }
}
