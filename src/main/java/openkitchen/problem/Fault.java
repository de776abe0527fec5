package openkitchen.problem;

import java.util.Map;

/** One thing wrong with one field; {@code key} names the sentence that says what would be right. */
public record Fault(String field, String key, Map<String, Object> values) {

    public Fault(String field, String key) {
        this(field, key, Map.of());
    }
}
