package openkitchen.text;

import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;

/**
 * Markdown as people write it here: CommonMark with tables, strikethrough and bare links; a single line break stays a
 * line break, and HTML is text. Headings begin at {@code h3}, below those of the page.
 *
 * <p>What is longer than {@link #LONGEST} is cut there. No input takes more than a fraction of a second.
 */
@Component
public class Markdown {

    /** The most characters that one text may have. */
    public static final int LONGEST = 50_000;

    private final MarkdownReader reader = new MarkdownReader();
    private final HtmlRenderer renderer = MarkupWriter.renderer();
    private final AllowedMarkup allowed = new AllowedMarkup();

    /** Safe markup, in which mentions and card numbers are left as text. */
    public String html(String source) {
        return allowed.only(renderer.render(reader.read(source)));
    }

    /** Safe markup, in which mentions and card numbers become what they mean in this context. */
    public Html html(String source, MarkdownContext context) {
        Node document = reader.read(source);
        document.accept(new References(context));
        return new Html(allowed.only(renderer.render(document)));
    }

    /** The text without its markup, on one line, with at most {@code limit} characters, and "…" where it was cut. */
    public String plain(String source, int limit) {
        return Excerpt.of(reader.read(source), limit);
    }

    /** The handles that a text mentions, in lower case, without the {@code @}, in order; those in code and links are none. */
    public Set<String> mentions(String source) {
        return source.indexOf('@') < 0 ? Set.of() : MentionedHandles.in(reader.read(source));
    }
}
