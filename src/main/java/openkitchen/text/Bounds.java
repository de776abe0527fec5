package openkitchen.text;

import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * How deep a text may be nested and how far its links may expand. Walks without recursion, so that no nesting is too
 * deep for the walk itself.
 */
final class Bounds {

    private static final int DEEPEST = 100;
    private static final int MOST_LINK_CHARACTERS = 4 * Markdown.LONGEST;

    private Bounds() {}

    /** The same document, when it is within the bounds. */
    static Node held(Node document) {
        int depth = 0;
        int linkCharacters = 0;
        Node node = document;
        while (node != null) {
            linkCharacters += address(node).length();
            if (depth > DEEPEST || linkCharacters > MOST_LINK_CHARACTERS) {
                throw new Exceeded();
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node == document ? null : node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return document;
    }

    /** One definition of a link can be used thousands of times. */
    private static String address(Node node) {
        return switch (node) {
            case Link link -> link.getDestination();
            case Image image -> image.getDestination();
            default -> "";
        };
    }

    static final class Exceeded extends RuntimeException {
        Exceeded() {
            super("Nested too deeply, or links expanded too far", null, false, false);
        }
    }
}
