package openkitchen.text;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Collects the handles that a text mentions. */
final class MentionedHandles extends RunningText {

    private final Set<String> handles = new LinkedHashSet<>();

    static Set<String> in(Node document) {
        MentionedHandles mentioned = new MentionedHandles();
        document.accept(mentioned);
        return Collections.unmodifiableSet(mentioned.handles);
    }

    @Override
    public void visit(Text text) {
        for (Reference reference : Reference.in(text.getLiteral())) {
            if (reference instanceof Reference.Handle mention) {
                handles.add(mention.handle());
            }
        }
    }
}
