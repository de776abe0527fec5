package openkitchen.board;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a card is. */
public enum CardKind {
    TASK,
    /** A client's wish. */
    REQUEST,
    LAUNCH,
    REPORT,
    /** The brief and the like. */
    REFERENCE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CardKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
