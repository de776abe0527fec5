package openkitchen.talk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a comment is: chosen when it is written. */
public enum CommentKind {
    MESSAGE,
    QUESTION,
    REMARK,
    DECISION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CommentKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
