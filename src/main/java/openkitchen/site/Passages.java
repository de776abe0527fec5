package openkitchen.site;

import java.util.Optional;
import openkitchen.material.Place;

/**
 * Finds in a text what somebody selected of it on a page, where marks of Markdown are not seen and spaces are others: by its letters
 * and digits alone, near the place that the page gives.
 */
final class Passages {

    private static final int FEW = 24;

    private final String text;
    private final int[] at;
    private final String letters;

    private Passages(String text) {
        this.text = text;
        int[] places = new int[text.length()];
        StringBuilder found = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (solid(text.charAt(i))) {
                places[found.length()] = i;
                found.append(text.charAt(i));
            }
        }
        at = places;
        letters = found.toString();
    }

    private static boolean solid(char letter) {
        return Character.isLetterOrDigit(letter) || Character.isSurrogate(letter);
    }

    private static String letters(String text) {
        StringBuilder found = new StringBuilder();
        text.chars().filter(letter -> solid((char) letter)).forEach(letter -> found.append((char) letter));
        return found.toString();
    }

    /** The passage with what the text itself says there and around it; empty when there is no such passage. */
    static Optional<Place.Passage> find(String text, Place.Passage wanted) {
        if (wanted.quote().isEmpty() || text.startsWith(wanted.quote(), wanted.start())) {
            int end = wanted.quote().isEmpty()
                    ? wanted.end()
                    : wanted.start() + wanted.quote().length();
            end = wanted.quote().length() == Place.QUOTE_LIMIT ? Math.max(end, wanted.end()) : end;
            return end <= text.length()
                    ? Optional.of(filled(text, wanted.file(), wanted.start(), end))
                    : Optional.empty();
        }
        return new Passages(text).nearest(wanted);
    }

    private Optional<Place.Passage> nearest(Place.Passage wanted) {
        String quote = letters(wanted.quote());
        if (quote.isEmpty()) {
            return Optional.empty();
        }
        String before = letters(wanted.before());
        int whole = best(quote, before, wanted.start());
        if (whole >= 0) {
            return Optional.of(filled(text, wanted.file(), at[whole], at[whole + quote.length() - 1] + 1));
        }
        // something stands within it that is not seen, like the address of a link
        String head = quote.substring(0, Math.min(FEW, quote.length()));
        String tail = quote.substring(Math.max(0, quote.length() - FEW));
        int start = best(head, before, wanted.start());
        int end = start < 0 ? -1 : letters.indexOf(tail, start);
        return end < 0
                ? Optional.empty()
                : Optional.of(filled(text, wanted.file(), at[start], at[end + tail.length() - 1] + 1));
    }

    /** Of all places where it stands, one with the same before it, and of these the nearest. */
    private int best(String quote, String before, int near) {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int found = letters.indexOf(quote); found >= 0; found = letters.indexOf(quote, found + 1)) {
            boolean same = letters.startsWith(before, found - before.length());
            long far = Math.abs(at[found] - near) + (same ? 0L : Integer.MAX_VALUE);
            if (far < least) {
                least = far;
                best = found;
            }
        }
        return best;
    }

    private static Place.Passage filled(String text, int file, int start, int end) {
        String quote = text.substring(start, end);
        return new Place.Passage(
                file,
                start,
                end,
                quote.length() <= Place.QUOTE_LIMIT ? quote : quote.substring(0, Place.QUOTE_LIMIT),
                text.substring(Math.max(0, start - Place.AROUND_LIMIT), start),
                text.substring(end, Math.min(text.length(), end + Place.AROUND_LIMIT)));
    }
}
