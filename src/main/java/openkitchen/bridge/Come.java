package openkitchen.bridge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What of a board has come into a project, by its id over there; and what is coming now. */
final class Come {

    enum Kind {
        MEMBER,
        /** A member who was not to come; has no own id. */
        LEFT_OUT,
        LIST,
        LABEL,
        FIELD,
        CARD,
        CHECKLIST,
        ITEM,
        ATTACHMENT,
        COMMENT,
        /** Its own id is the event's number. */
        EVENT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern TRELLO_ID = Pattern.compile("[0-9a-f]{24}");

    record Entry(Kind kind, String id, long own) {}

    private final Map<Kind, Map<String, Long>> known = new EnumMap<>(Kind.class);
    private final List<Entry> fresh = new ArrayList<>();

    Come(List<Entry> before) {
        before.forEach(this::keep);
    }

    private boolean keep(Entry entry) {
        return known.computeIfAbsent(entry.kind(), kind -> new HashMap<>()).putIfAbsent(entry.id(), entry.own())
                == null;
    }

    /** Notes what is coming; of two with one id the first. */
    void note(Kind kind, String id, long own) {
        Entry entry = new Entry(kind, id, own);
        if (keep(entry)) {
            fresh.add(entry);
        }
    }

    /** A part's own id where it is one of Trello's, which nothing else has; else its place in what it belongs to. */
    static String key(String whole, String part) {
        return TRELLO_ID.matcher(part).matches() ? part : whole + "/" + part;
    }

    boolean has(Kind kind, String id) {
        return known.getOrDefault(kind, Map.of()).containsKey(id);
    }

    OptionalLong own(Kind kind, String id) {
        Long own = known.getOrDefault(kind, Map.of()).get(id);
        return own == null ? OptionalLong.empty() : OptionalLong.of(own);
    }

    Map<String, Long> all(Kind kind) {
        return known.getOrDefault(kind, Map.of());
    }

    List<Entry> fresh() {
        return fresh;
    }
}
