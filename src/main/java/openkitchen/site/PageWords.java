package openkitchen.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import openkitchen.text.Language;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The words that scripts say, as JSON that may stand inside a page. */
public final class PageWords {

    private static final Map<Language, String> KEPT = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            KEPT.put(language, inPage(read(language)));
        }
    }

    private PageWords() {}

    public static String json(Language language) {
        return Objects.requireNonNull(KEPT.get(language));
    }

    static Map<String, String> read(Language language) {
        try (InputStream file = PageWords.class.getResourceAsStream("/words/" + language.tag() + ".json")) {
            return JsonMapper.shared()
                    .readValue(Objects.requireNonNull(file), new TypeReference<Map<String, String>>() {});
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** JSON that cannot end the script element in which it stands. */
    static String inPage(Object value) {
        return JsonMapper.shared().writeValueAsString(value).replace("<", "\\u003c");
    }
}
