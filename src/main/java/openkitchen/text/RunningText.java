package openkitchen.text;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;

/** Visits the text in which names are looked for: neither code nor links are. */
abstract class RunningText extends AbstractVisitor {

    @Override
    public abstract void visit(Text text);

    @Override
    public final void visit(Link link) {
        // its text stays as it is
    }

    @Override
    public final void visit(Image image) {
        // its description stays as it is
    }
}
