package openkitchen.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import openkitchen.text.MarkdownContext.Mentioned;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes what we write otherwise than CommonMark does: headings, links, pictures, mentions and card numbers. */
final class MarkupWriter implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private boolean inLink;

    private MarkupWriter(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    static HtmlRenderer renderer() {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .softbreak("<br>\n")
                .nodeRendererFactory(MarkupWriter::new)
                .extensions(MarkdownReader.WRITTEN)
                .build();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Heading.class, Link.class, Image.class, References.Mention.class, References.CardLink.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Heading heading -> heading(heading);
            case Link link -> link(link);
            case Image image -> picture(image);
            case References.Mention mention -> mention(mention.mentioned);
            case References.CardLink card -> card(card);
            default -> throw new IllegalArgumentException("Not ours to write: " + node);
        }
    }

    private void heading(Heading heading) {
        String tag = "h" + Math.min(heading.getLevel() + 2, 6);
        html.line();
        html.tag(tag);
        children(heading);
        html.tag("/" + tag);
        html.line();
    }

    private void link(Link link) {
        boolean opened = opened(link.getDestination());
        children(link);
        closed(opened);
    }

    private void picture(Image image) {
        String address = image.getDestination();
        String description = Excerpt.of(image, 500);
        if (LinkTarget.isOwnPicture(address)) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("src", address);
            attributes.put("alt", description);
            attributes.put("loading", "lazy");
            html.tag("img", attributes, true);
        } else {
            boolean opened = opened(address);
            html.text(description.isBlank() && opened ? address : description);
            closed(opened);
        }
    }

    private void mention(Mentioned mentioned) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("class", "mention");
        switch (mentioned) {
            case Mentioned.Person person -> attributes.put("data-person", Long.toString(person.id()));
            case Mentioned.Role role -> attributes.put("data-role", role.key());
        }
        html.tag("span", attributes);
        html.text("@" + mentioned.name());
        html.tag("/span");
    }

    private void card(References.CardLink card) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", card.address);
        attributes.put("class", "card-ref");
        html.tag("a", attributes);
        html.text("#" + card.number);
        html.tag("/a");
    }

    private boolean opened(String address) {
        LinkTarget target = LinkTarget.of(address);
        if (target == LinkTarget.REFUSED || inLink) {
            return false;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", address);
        if (target == LinkTarget.OUTSIDE) {
            attributes.put("rel", "noopener nofollow ugc");
            attributes.put("target", "_blank");
        }
        html.tag("a", attributes);
        inLink = true;
        return true;
    }

    private void closed(boolean opened) {
        if (opened) {
            html.tag("/a");
            inLink = false;
        }
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
