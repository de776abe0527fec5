package openkitchen.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * A {@code <} begins a link in angle brackets, or is itself. CommonMark would look for HTML here, and may read to the
 * text's end for each bracket that opens a comment.
 */
final class AngleBrackets implements InlineContentParser {

    private static final int LONGEST = 1_000;
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|mailto:|tel:)[^\\s<>]+");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        Position afterBracket = scanner.position();
        String inside = upToClosing(scanner);
        if (ADDRESS.matcher(inside).matches()) {
            return ParsedInline.of(link(inside, inside), scanner.position());
        }
        if (EMAIL.matcher(inside).matches()) {
            return ParsedInline.of(link("mailto:" + inside, inside), scanner.position());
        }
        return ParsedInline.of(new Text("<"), afterBracket);
    }

    private static String upToClosing(Scanner scanner) {
        StringBuilder inside = new StringBuilder();
        while (inside.length() < LONGEST) {
            char c = scanner.peek();
            if (c == '>') {
                scanner.next();
                return inside.toString();
            }
            if (c == Scanner.END || c == '<' || c <= ' ') {
                return "";
            }
            inside.append(c);
            scanner.next();
        }
        return "";
    }

    private static Link link(String address, String text) {
        Link link = new Link(address, null);
        link.appendChild(new Text(text));
        return link;
    }

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('<');
        }

        @Override
        public InlineContentParser create() {
            return new AngleBrackets();
        }
    }
}
