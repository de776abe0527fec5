package openkitchen.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Everything the product says, in both languages.
 *
 * <p>Each room has its texts in {@code messages/<room>_ru.properties} and {@code messages/<room>_en.properties}, in UTF-8,
 * as ICU messages with named arguments: {@code {count, plural, one {# card} other {# cards}}}. A text that is wrong, or a
 * key written twice, stops the start.
 */
@Component
public class Messages {

    private final Map<Language, Words> words;

    public Messages() {
        words = Arrays.stream(Language.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        language -> new Words(language, MessageFiles.read(language)),
                        (one, other) -> one,
                        () -> new EnumMap<>(Language.class)));
    }

    /** The words of one language, the same object each time, for any number of threads. */
    public Words in(Language language) {
        Words spoken = words.get(language);
        if (spoken == null) {
            throw new IllegalStateException("No words in " + language);
        }
        return spoken;
    }

    /** All keys that have a text in this language, in order. */
    public Set<String> keys(Language language) {
        return Collections.unmodifiableSet(in(language).keys());
    }
}
