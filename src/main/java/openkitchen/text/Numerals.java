package openkitchen.text;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a language counts: its plural forms and how it writes numbers. Safe for many threads, unlike ICU's own formats. */
final class Numerals {

    private static final Numerals RUSSIAN = new Numerals(Language.RU.locale());
    private static final Numerals ENGLISH = new Numerals(Language.EN.locale());

    private final Locale locale;
    private final PluralRules cardinal;
    private final PluralRules ordinal;
    private volatile @Nullable LocalizedNumberFormatter format; // made when first wanted: it takes long to load

    private Numerals(Locale locale) {
        this.locale = locale;
        cardinal = PluralRules.forLocale(locale);
        ordinal = PluralRules.forLocale(locale, PluralType.ORDINAL);
    }

    static Numerals of(Language language) {
        return switch (language) {
            case RU -> RUSSIAN;
            case EN -> ENGLISH;
        };
    }

    String written(Number number) {
        boolean whole = number instanceof Integer || number instanceof Long;
        if (whole && number.longValue() >= 0 && number.longValue() < 1000) {
            return Long.toString(number.longValue());
        }
        return format().format(number).toString();
    }

    /** The plural form of a number as it is written: {@code one}, {@code few}, {@code many}, {@code other}. */
    String form(Number number, PluralType type) {
        PluralRules rules = type == PluralType.ORDINAL ? ordinal : cardinal;
        if ((number instanceof Integer || number instanceof Long) && Math.abs(number.longValue()) < 1_000_000) {
            return rules.select(number.longValue());
        }
        return rules.select(format().format(number));
    }

    private LocalizedNumberFormatter format() {
        LocalizedNumberFormatter made = format;
        if (made == null) {
            made = NumberFormatter.withLocale(locale).precision(Precision.maxFraction(3));
            format = made;
        }
        return made;
    }
}
