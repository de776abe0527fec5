package openkitchen.site;

/** How a name is shown where there is little room. */
public final class Initials {

    private Initials() {}

    /** One or two capital letters. */
    public static String of(String name) {
        String[] parts = name.strip().split("\\s+");
        return parts.length == 1 ? letter(parts[0]) : letter(parts[0]) + letter(parts[parts.length - 1]);
    }

    private static String letter(String word) {
        return word.isEmpty() ? "" : Character.toString(Character.toUpperCase(word.codePointAt(0)));
    }

    /** The first of the names. */
    public static String first(String name) {
        return name.strip().split("\\s+")[0];
    }
}
