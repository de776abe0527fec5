package openkitchen.reading;

import java.util.Locale;

/** Text as it is compared when somebody looks for it: small letters, ё as е, every kind of space a space. */
final class Folded {

    private Folded() {}

    static String of(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        for (int at = 0; at < small.length(); at++) {
            if (folded(small.charAt(at)) != small.charAt(at)) {
                return folded(small, at);
            }
        }
        return small;
    }

    private static String folded(String small, int from) {
        char[] letters = small.toCharArray();
        for (int at = from; at < letters.length; at++) {
            letters[at] = folded(letters[at]);
        }
        return new String(letters);
    }

    private static char folded(char letter) {
        if (letter == 'ё') {
            return 'е';
        }
        return letter < ' ' || letter == '\u00a0' || letter == '\u202f' ? ' ' : letter;
    }
}
