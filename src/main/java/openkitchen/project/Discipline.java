package openkitchen.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the agency does: a service of a project, and the part of a card's work that it belongs to. */
public enum Discipline {
    SEO,
    PPC,
    SOCIAL,
    DEVELOPMENT,
    DESIGN,
    ANALYTICS,
    COPYWRITING,
    ACCOUNT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Discipline> find(String code) {
        return Arrays.stream(values())
                .filter(discipline -> discipline.code().equals(code))
                .findFirst();
    }
}
