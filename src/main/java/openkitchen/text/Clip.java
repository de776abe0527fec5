package openkitchen.text;

/** Cuts text without halving a character. */
public final class Clip {

    private Clip() {}

    /** @param most how many chars */
    public static String to(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
