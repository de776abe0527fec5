package openkitchen.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments of one sentence: name, value, name, value. They are so few that a search beats a map. */
record Arguments(Object... pairs) {

    static final Arguments NONE = new Arguments();

    Arguments {
        if (pairs.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "Arguments are pairs of a name and a value, but there are " + pairs.length);
        }
    }

    @Nullable
    Object get(String name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (name.equals(pairs[i])) {
                return pairs[i + 1];
            }
        }
        return null;
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
