package openkitchen.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole word in running text that may name a person, a role or a card. */
sealed interface Reference {

    int start();

    int end();

    /** {@code @darya.filina}: letters, digits and, between them, dots, dashes and underscores. */
    record Handle(int start, int end, String handle) implements Reference {}

    /** {@code #12}. */
    record Card(int start, int end, int number) implements Reference {}

    static List<Reference> in(String text) {
        if (text.indexOf('@') < 0 && text.indexOf('#') < 0) {
            return List.of();
        }
        List<Reference> references = new ArrayList<>();
        Matcher found = Grammar.REFERENCE.matcher(text);
        while (found.find()) {
            String handle = found.group("handle");
            references.add(
                    handle != null
                            ? new Handle(found.start(), found.end(), handle.toLowerCase(Locale.ROOT))
                            : new Card(found.start(), found.end(), Integer.parseInt(found.group("number"))));
        }
        return references;
    }

    final class Grammar {
        private static final String WORD = "[\\p{L}\\p{N}_]";
        private static final String BEFORE = "(?<![\\p{L}\\p{N}_@/#&])";
        private static final String HANDLE =
                "@(?<handle>" + WORD + "{1,40}+(?:[.-]" + WORD + "{1,40}+){0,5}+)(?!" + WORD + "|@|[.-]" + WORD + ")";
        private static final String NUMBER = "#(?<number>[1-9][0-9]{0,8}+)(?!" + WORD + "|#)";
        private static final Pattern REFERENCE = Pattern.compile(BEFORE + "(?:" + HANDLE + "|" + NUMBER + ")");

        private Grammar() {}
    }
}
