package openkitchen.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How alike two texts are, by the words that they share: from 0 to 1. */
final class Likeness {

    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Map<String, Integer> words = new HashMap<>();
    private int count;

    Likeness(String text) {
        Matcher word = WORD.matcher(Folded.of(text));
        while (word.find()) {
            words.merge(word.group(), 1, Integer::sum);
            count++;
        }
    }

    double to(Likeness other) {
        if (count + other.count == 0) {
            return 0;
        }
        int shared = 0;
        for (Map.Entry<String, Integer> word : words.entrySet()) {
            shared += Math.min(word.getValue(), other.words.getOrDefault(word.getKey(), 0));
        }
        return 2.0 * shared / (count + other.count);
    }
}
