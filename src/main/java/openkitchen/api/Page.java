package openkitchen.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import openkitchen.problem.Fault;
import org.jspecify.annotations.Nullable;

/** A page of a list. */
record Page<T>(
        List<T> items,

        @Schema(description = "Give it as `cursor` to get the next page; null on the last one.") @Nullable
        String next) {

    static final int LIMIT = 200;

    /** A list that comes whole. */
    static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * A page of {@code limit}, made from one more than that, so that it is known whether there is another.
     *
     * @param list names the list, so that a cursor is not taken for another's
     * @param place what the next page goes on behind
     */
    static <T, V> Page<V> of(String list, List<T> found, int limit, ToLongFunction<T> place, Function<T, V> view) {
        boolean more = found.size() > limit;
        List<T> page = more ? found.subList(0, limit) : found;
        return new Page<>(
                page.stream().map(view).toList(),
                more ? cursor(list, Long.toString(place.applyAsLong(page.getLast()))) : null);
    }

    static String cursor(String list, String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list + ":" + place).getBytes(StandardCharsets.UTF_8));
    }

    /** Where a cursor of this list ended, 0 for none. */
    static long after(String list, @Nullable String cursor) {
        String place = place(list, cursor);
        try {
            return place.isEmpty() ? 0 : Long.parseLong(place);
        } catch (NumberFormatException nonsense) {
            throw wrong();
        }
    }

    static String place(String list, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return "";
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(list + ":")) {
                return text.substring(list.length() + 1);
            }
        } catch (IllegalArgumentException nonsense) {
            throw wrong();
        }
        throw wrong();
    }

    static Refused wrong() {
        return Refused.field(400, "cursor", "api.cursor");
    }

    /** @throws Refused for a limit out of range */
    static int limit(int wanted, int most) {
        if (wanted < 1 || wanted > most) {
            throw Refused.field(400, new Fault("limit", "api.page", Map.of("limit", most)));
        }
        return wanted;
    }
}
