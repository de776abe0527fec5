package openkitchen.bridge.trello;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object of the file. Its values are texts (numbers and booleans as they were written), objects and lists of these.
 * Every question has an answer whatever the value is: what does not fit is as good as absent.
 */
final class Node {

    static final Node NOTHING = new Node();

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");
    /** Trello opened in 2011: an id of an earlier second is not one of its own. */
    private static final long FIRST_ID_SECOND = 1_262_304_000;

    private static final int LONGEST_NUMBER = 100;

    /** Stands for null where it matters that the key was there. */
    static final Object NULL = new Object();

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{24}");

    private final Map<String, Object> values = new LinkedHashMap<>(8);

    void put(String key, Object value) {
        values.put(key, value);
    }

    /** Whether there is a value, not null. */
    boolean has(String key) {
        return mentions(key) && values.get(key) != NULL;
    }

    /** Whether the key was there, be it with null: asked of what an action says was changed. */
    boolean mentions(String key) {
        return values.containsKey(key);
    }

    boolean hasArray(String key) {
        return values.get(key) instanceof List;
    }

    Set<String> keys() {
        return values.keySet();
    }

    /** The plain value as text, empty when there is none. */
    String text(String key) {
        return values.get(key) instanceof String text ? text : "";
    }

    @Nullable
    String textOrNull(String key) {
        String text = text(key);
        return text.isEmpty() ? null : text;
    }

    /** The object's own id, called {@code _id} here and there until 2013; empty when it has none. */
    String id() {
        String id = text("id");
        return id.isEmpty() ? text("_id") : id;
    }

    boolean isTrue(String key) {
        return text(key).equals("true");
    }

    Node object(String key) {
        return values.get(key) instanceof Node node ? node : NOTHING;
    }

    /** The objects in the array, without anything else that may stand between them. */
    List<Node> objects(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(Node.class::isInstance)
                        .map(Node.class::cast)
                        .toList()
                : List.of();
    }

    /** The texts in the array, each once, in their order. */
    List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Positions go up to 2^47 and have fractions; both are exact in a double. */
    @Nullable
    Double position() {
        String text = text("pos");
        if (text.isEmpty()) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Nullable
    BigDecimal decimal(String key) {
        String text = text(key).strip();
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            return Math.abs(value.scale()) > LONGEST_NUMBER ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Nullable
    Long whole(String key) {
        BigDecimal value = decimal(key);
        try {
            return value == null ? null : value.longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    @Nullable
    Integer count(String key) {
        Long value = whole(key);
        return value == null || value < 0 || value > Integer.MAX_VALUE ? null : value.intValue();
    }

    @Nullable
    Instant time(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            Instant time = Instant.parse(text);
            return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** When the object of this id was made: an id begins with its second in hexadecimal. */
    static @Nullable Instant made(String id) {
        if (!ID.matcher(id).matches()) {
            return null;
        }
        long second = Long.parseLong(id.substring(0, 8), 16);
        return second < FIRST_ID_SECOND ? null : Instant.ofEpochSecond(second);
    }

    /** The objects with an id of their own, each once; those without get one from their place in the file. */
    List<Identified> identified(String key, Notes notes) {
        Map<String, Identified> byId = new LinkedHashMap<>();
        List<Node> nodes = objects(key);
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            String id = node.id().isEmpty() ? key + "-" + (i + 1) : node.id();
            if (byId.putIfAbsent(id, new Identified(id, node)) != null) {
                notes.repeated++;
            }
        }
        return new ArrayList<>(byId.values());
    }

    record Identified(String id, Node node) {}
}
