package openkitchen.text;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown in bounded time: what is nested or repeated beyond all sense is read as plain text. Indented text is no
 * code here, because people indent what they paste.
 */
final class MarkdownReader {

    private static final int DEEPEST_BLOCKS = 24;

    /** What a writer of markup must know beyond CommonMark. */
    static final List<Extension> WRITTEN = List.of(TablesExtension.create(), StrikethroughExtension.create());

    private final Parser withTables = parser(List.of(TablesExtension.create()));
    private final Parser withoutTables = parser(List.of());

    Node read(String source) {
        String text = source.length() <= Markdown.LONGEST ? source : cut(source);
        Extent extent = Extent.of(text);
        if (extent.isBeyondSense()) {
            return asWritten(text);
        }
        try {
            return (extent.hasTooGreatTables() ? withoutTables : withTables).parse(text);
        } catch (Bounds.Exceeded e) {
            return asWritten(text);
        }
    }

    private static Parser parser(List<Extension> tables) {
        return Parser.builder()
                .enabledBlockTypes(Set.of(
                        Heading.class, BlockQuote.class, ListBlock.class, FencedCodeBlock.class, ThematicBreak.class))
                .maxOpenBlockParsers(DEEPEST_BLOCKS)
                .customInlineContentParserFactory(new AngleBrackets.Factory())
                .postProcessor(Bounds::held) // before the links are found, which descends into every node
                .extensions(tables)
                .extensions(List.of(StrikethroughExtension.create(), AutolinkExtension.create()))
                .build();
    }

    private static String cut(String source) {
        int end = Markdown.LONGEST - 1;
        return source.substring(0, Character.isHighSurrogate(source.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static Node asWritten(String text) {
        Paragraph paragraph = new Paragraph();
        text.lines().forEach(line -> {
            if (paragraph.getFirstChild() != null) {
                paragraph.appendChild(new SoftLineBreak());
            }
            paragraph.appendChild(new Text(line));
        });
        Document document = new Document();
        document.appendChild(paragraph);
        return document;
    }
}
