package openkitchen.talk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a comment is: chosen when it is written. */
public enum CommentKind {
    MESSAGE,
    QUESTION,
    REMARK,
    DECISION,
    /** Versions were put before the client; it comes of that alone, and stays what it is. */
    APPROVAL;

    /** Those as which one may say something. */
    public static final List<CommentKind> CHOSEN = List.of(MESSAGE, QUESTION, REMARK, DECISION);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One of those as which one may say something. */
    public static Optional<CommentKind> chosen(String code) {
        return find(code).filter(CHOSEN::contains);
    }

    public static Optional<CommentKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
