package openkitchen.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** A language that everything a person sees is written in. */
public enum Language {
    RU("ru"),
    EN("en");

    private final String tag;
    private final Locale locale;

    Language(String tag) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** The tag as in {@code <html lang>}, the database and the names of message files: {@code ru}, {@code en}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The language of a tag as {@link #tag()} gives it.
     *
     * @throws IllegalArgumentException for any other tag
     */
    public static Language of(String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag)) {
                return language;
            }
        }
        throw new IllegalArgumentException("No such language: " + tag);
    }

    /** The first of our languages in an {@code Accept-Language} header, by its weights; English when there is none. */
    public static Language wished(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return EN;
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> Arrays.stream(values()).filter(language -> language.covers(range)))
                    .findFirst()
                    .orElse(EN);
        } catch (IllegalArgumentException malformed) {
            return EN;
        }
    }

    private boolean covers(LanguageRange range) {
        String wanted = range.getRange();
        return wanted.equals(tag) || wanted.startsWith(tag + "-");
    }
}
