package openkitchen.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What can be said in one language. All of it is plain text: whoever puts it on a page escapes it. */
public final class Words {

    private final Language language;
    private final Map<String, Sentence> sentences;

    Words(Language language, Map<String, String> texts) {
        this.language = language;
        this.sentences = HashMap.newHashMap(texts.size());
        texts.forEach((key, text) -> sentences.put(key, sentence(key, text)));
    }

    public Language language() {
        return language;
    }

    /** The text of a key, or the key in brackets where there is none. */
    public String say(String key) {
        Sentence sentence = sentences.get(key);
        return sentence == null ? missing(key) : sentence.say();
    }

    /**
     * The text of a key with its arguments, given as name, value, name, value. Numbers are written as the language
     * writes them (1 900), so give what is no quantity, like a card's number, as a string.
     */
    public String say(String key, Object... arguments) {
        Sentence sentence = sentences.get(key);
        return sentence == null ? missing(key) : sentence.say(new Arguments(arguments));
    }

    /** Whether there is a text for this key. */
    public boolean know(String key) {
        return sentences.containsKey(key);
    }

    /** A number as people write it: 1 900 or 1,900; 2,5 or 2.5. At most three decimals. */
    public String number(Number number) {
        return Numerals.of(language).written(number);
    }

    /** A file's size: {@code 850 КБ}, {@code 1.4 MB}; 1 KB has 1024 bytes. */
    public String size(long bytes) {
        String[] units = {"bytes", "kilobytes", "megabytes", "gigabytes", "terabytes"};
        double amount = Math.max(bytes, 0);
        int unit = 0;
        while (unit < units.length - 1 && Math.round(amount) >= 1024) {
            amount /= 1024;
            unit++;
        }
        boolean whole = Math.round(amount * 10) >= 100;
        double shown = whole ? Math.round(amount) : Math.round(amount * 10) / 10.0;
        return say("size." + units[unit], "amount", shown);
    }

    Set<String> keys() {
        return new TreeSet<>(sentences.keySet());
    }

    private Sentence sentence(String key, String text) {
        try {
            return Sentence.of(text, language);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalStateException("The %s message \"%s\" is malformed: %s".formatted(language, key, text), e);
        }
    }

    private static String missing(String key) {
        return '[' + key + ']';
    }
}
