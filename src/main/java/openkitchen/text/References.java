package openkitchen.text;

import java.util.Optional;
import openkitchen.text.MarkdownContext.Mentioned;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Puts in place of handles and card numbers what they mean in a context; what means nothing there stays text. */
final class References extends RunningText {

    private final MarkdownContext context;

    References(MarkdownContext context) {
        this.context = context;
    }

    @Override
    public void visit(Text text) {
        String literal = text.getLiteral();
        int from = 0;
        for (Reference reference : Reference.in(literal)) {
            Optional<Node> meant = meant(reference);
            if (meant.isPresent()) {
                put(text, literal.substring(from, reference.start()));
                text.insertBefore(meant.get());
                from = reference.end();
            }
        }
        text.setLiteral(literal.substring(from));
    }

    private Optional<Node> meant(Reference reference) {
        return switch (reference) {
            case Reference.Handle mention -> context.mentioned(mention.handle()).map(Mention::new);
            case Reference.Card card ->
                context.cardAddress(card.number()).map(address -> new CardLink(card.number(), address));
        };
    }

    private static void put(Text before, String literal) {
        if (!literal.isEmpty()) {
            before.insertBefore(new Text(literal));
        }
    }

    static final class Mention extends CustomNode {
        final Mentioned mentioned;

        Mention(Mentioned mentioned) {
            this.mentioned = mentioned;
        }
    }

    static final class CardLink extends CustomNode {
        final int number;
        final String address;

        CardLink(int number, String address) {
            this.number = number;
            this.address = address;
        }
    }
}
