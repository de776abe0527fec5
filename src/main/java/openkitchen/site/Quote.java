package openkitchen.site;

import openkitchen.id.CommentId;

/**
 * A comment as another one refers to it.
 *
 * @param path where it stands
 * @param name its author's first name
 * @param text its beginning, as plain text
 */
public record Quote(CommentId id, String path, String name, String text) {

    private static final int LENGTH = 90;

    /** The beginning of a Markdown text without its marks, on one line. */
    public static String beginning(String body) {
        String plain = body.replaceAll("!?\\[([^\\]]*)]\\([^)]*\\)", "$1")
                .replaceAll("(?m)^\\s*(?:[#>*+-]+|\\d+\\.)\\s+", "")
                .replaceAll("[*_`~]{1,3}(?=\\S)|(?<=\\S)[*_`~]{1,3}", "")
                .replaceAll("\\s+", " ")
                .strip();
        if (plain.codePointCount(0, plain.length()) <= LENGTH) {
            return plain;
        }
        String cut = plain.substring(0, plain.offsetByCodePoints(0, LENGTH));
        int space = cut.lastIndexOf(' ');
        return (space > LENGTH / 2 ? cut.substring(0, space) : cut).stripTrailing() + "…";
    }
}
