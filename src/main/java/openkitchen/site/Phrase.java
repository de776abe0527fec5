package openkitchen.site;

import java.util.ArrayList;
import java.util.List;
import openkitchen.text.Words;
import org.jspecify.annotations.Nullable;

/** A piece of a sentence: words, a name that stands out, or a link. */
public sealed interface Phrase {

    String text();

    record Plain(String text) implements Phrase {}

    record Name(String text) implements Phrase {}

    record Link(String text, String href) implements Phrase {}

    /**
     * The sentence of a key. Values that are phrases, or lists of them, stand in it as they are; text that somebody wrote is
     * given as a phrase, so that nothing in it is taken for a part of the sentence. Other values go into the message itself.
     */
    static List<Phrase> say(Words words, String key, Object... values) {
        List<List<Phrase>> held = new ArrayList<>();
        Object[] said = values.clone();
        for (int i = 1; i < said.length; i += 2) {
            List<Phrase> phrases = phrases(said[i]);
            if (phrases != null) {
                said[i] = "" + OPEN + (char) held.size() + CLOSE;
                held.add(phrases);
            }
        }
        return put(words.say(key, said), held);
    }

    /** Two characters that no text may hold (noncharacters of Unicode), around the number of what stands there. */
    char OPEN = '\uFDD0';

    char CLOSE = '\uFDD1';

    private static @Nullable List<Phrase> phrases(Object value) {
        if (value instanceof Phrase phrase) {
            return List.of(phrase);
        }
        return value instanceof List<?> list
                ? list.stream().map(Phrase.class::cast).toList()
                : null;
    }

    private static List<Phrase> put(String sentence, List<List<Phrase>> held) {
        List<Phrase> phrases = new ArrayList<>();
        int from = 0;
        for (int at = sentence.indexOf(OPEN); at >= 0; at = sentence.indexOf(OPEN, from)) {
            if (at > from) {
                phrases.add(new Plain(sentence.substring(from, at)));
            }
            phrases.addAll(held.get(sentence.charAt(at + 1)));
            from = at + 3;
        }
        if (from < sentence.length()) {
            phrases.add(new Plain(sentence.substring(from)));
        }
        return phrases;
    }
}
