package openkitchen.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import openkitchen.text.Clip;

/**
 * A place in a text, kept so that it can be found in another version of it.
 *
 * @param quote what stands there, at most {@value #MOST_QUOTED} characters
 * @param before what stands in front of it, at most {@value #AROUND}
 * @param after what follows it, likewise
 * @param start where it was, in UTF-16 units
 */
public record TextPlace(String quote, String before, String after, int start) {

    public static final int MOST_QUOTED = 500;
    public static final int AROUND = 40;
    private static final int MOST_TRIED = 5_000;
    private static final int NEAR = 20_000;
    /** Surroundings this short are found anywhere. */
    private static final int TELLING = 12;

    private static final double ALIKE = 0.7;

    /** @throws IndexOutOfBoundsException when the text has no such place */
    public static TextPlace of(String text, int start, int end) {
        String quote = Clip.to(text.substring(start, end), MOST_QUOTED);
        int quoted = start + quote.length();
        int from = Math.max(0, start - AROUND);
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from++;
        }
        String after = Clip.to(text.substring(quoted), AROUND);
        return new TextPlace(quote, text.substring(Math.min(from, start), start), after, start);
    }

    /** Start and end in another text; empty when it is not there any more. */
    public Optional<int[]> in(String text) {
        return find(text, quote, before, after, start);
    }

    /**
     * Looks for the quote with what stood around it, then for the quote alone, then for what stands now between its
     * surroundings, then for something near with almost the same words; the nearest to the old place first.
     */
    public static Optional<int[]> find(String text, String quote, String before, String after, int oldStart) {
        if (quote.isEmpty()) {
            return Optional.empty();
        }
        return exact(text, quote, before, after, oldStart)
                .or(() -> between(text, quote, before, after, oldStart))
                .or(() -> alike(text, quote, oldStart));
    }

    private static Optional<int[]> exact(String text, String quote, String before, String after, int oldStart) {
        Nearest places = new Nearest(text, quote, oldStart);
        int nearest = -1;
        for (int tried = 0; tried < MOST_TRIED; tried++) {
            int place = places.next();
            if (place < 0) {
                break;
            }
            if (text.startsWith(after, place + quote.length())
                    && place >= before.length()
                    && text.startsWith(before, place - before.length())) {
                return Optional.of(new int[] {place, place + quote.length()});
            }
            nearest = nearest < 0 ? place : nearest;
        }
        return nearest < 0 ? Optional.empty() : Optional.of(new int[] {nearest, nearest + quote.length()});
    }

    private static Optional<int[]> between(String text, String quote, String before, String after, int oldStart) {
        if (before.strip().length() + after.strip().length() < TELLING) {
            return Optional.empty();
        }
        int longest = quote.length() * 3 + 200;
        if (before.isEmpty()) {
            int end = text.indexOf(after);
            return end > 0 && end <= longest ? Optional.of(new int[] {0, end}) : Optional.empty();
        }
        Nearest places = new Nearest(text, before, Math.max(0, oldStart - before.length()));
        for (int tried = 0; tried < MOST_TRIED; tried++) {
            int place = places.next();
            if (place < 0) {
                break;
            }
            int start = place + before.length();
            int end = after.isEmpty()
                    ? text.length()
                    : text.indexOf(after, start, Math.min(text.length(), start + longest + after.length()));
            if (end > start && end - start <= longest) {
                return Optional.of(new int[] {start, end});
            }
        }
        return Optional.empty();
    }

    private record Word(String text, int start, int end) {}

    private static Optional<int[]> alike(String text, String quote, int oldStart) {
        List<Word> quoted = words(quote, 0);
        int from = Math.clamp(oldStart - NEAR, 0, text.length());
        int to = Math.clamp(oldStart + (long) NEAR + quote.length(), from, text.length());
        List<Word> near = words(text.substring(from, to), from);
        int size = Math.min(quoted.size(), near.size());
        if (quoted.size() < 2) {
            return Optional.empty();
        }
        // how many more of each word the quote has than what is looked at
        Map<String, Integer> missing = new HashMap<>();
        quoted.forEach(word -> missing.merge(word.text(), 1, Integer::sum));
        int shared = 0;
        int best = -1;
        int most = (int) Math.ceil(quoted.size() * ALIKE) - 1;
        for (int at = 0; at < near.size(); at++) {
            if (missing.merge(near.get(at).text(), -1, Integer::sum) >= 0) {
                shared++;
            }
            int start = at - size + 1;
            if (start > 0 && missing.merge(near.get(start - 1).text(), 1, Integer::sum) > 0) {
                shared--;
            }
            if (start >= 0 && (shared > most || shared == most && best >= 0 && nearer(near, start, best, oldStart))) {
                most = shared;
                best = start;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(trimmed(near.subList(best, best + size), quoted));
    }

    private static boolean nearer(List<Word> near, int one, int other, int oldStart) {
        return Math.abs(near.get(one).start() - oldStart)
                < Math.abs(near.get(other).start() - oldStart);
    }

    /** Without words at its ends that the quote does not have. */
    private static int[] trimmed(List<Word> found, List<Word> quoted) {
        List<String> known = quoted.stream().map(Word::text).toList();
        int first = 0;
        int last = found.size() - 1;
        while (first < last && !known.contains(found.get(first).text())) {
            first++;
        }
        while (last > first && !known.contains(found.get(last).text())) {
            last--;
        }
        return new int[] {found.get(first).start(), found.get(last).end()};
    }

    private static List<Word> words(String text, int offset) {
        List<Word> words = new ArrayList<>();
        Matcher word = Likeness.WORD.matcher(text);
        while (word.find()) {
            words.add(new Word(Folded.of(word.group()), offset + word.start(), offset + word.end()));
        }
        return words;
    }

    /** Where a text occurs, the nearest to a place first. */
    private static final class Nearest {

        private final String text;
        private final String sought;
        private final int middle;
        private int below;
        private int above;

        Nearest(String text, String sought, int middle) {
            this.text = text;
            this.sought = sought;
            this.middle = middle;
            this.below = text.lastIndexOf(sought, middle - 1);
            this.above = text.indexOf(sought, middle);
            if (middle == 0) {
                below = -1;
            }
        }

        /** -1 when there are no more. */
        int next() {
            boolean up = below < 0 || (above >= 0 && above - middle <= middle - below);
            if (up) {
                int found = above;
                above = found < 0 ? -1 : text.indexOf(sought, found + 1);
                return found;
            }
            int found = below;
            below = found == 0 ? -1 : text.lastIndexOf(sought, found - 1);
            return found;
        }
    }
}
