package openkitchen.reading;

/** Cuts text without halving a character. */
final class Clip {

    private Clip() {}

    static String to(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
