package openkitchen.board;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column is for; survives renaming. */
public enum ColumnKind {
    REFERENCE,
    INTAKE,
    PLANNED,
    DOING,
    WITH_CLIENT,
    DONE,
    REPORTS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ColumnKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
