package openkitchen.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people are told about, as they choose what to be mailed. In the page they are told everything. */
public enum Topic {
    /** An urgent question. */
    URGENT(true),
    /** Something waits for them. */
    WAITS(true),
    /** What became of something of theirs. */
    REPLIES(true),
    /** Somebody called them. */
    MENTIONS(true),
    /** Something was said on a card for which they are responsible. */
    CARDS(false);

    private final boolean usual;

    Topic(boolean usual) {
        this.usual = usual;
    }

    /** Whether whoever has chosen nothing is mailed. */
    boolean usual() {
        return usual;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Topic> find(String code) {
        return Arrays.stream(values())
                .filter(topic -> topic.code().equals(code))
                .findFirst();
    }
}
