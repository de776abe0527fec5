package openkitchen.text;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The first words of a text, without its markup, on one line. */
final class Excerpt extends AbstractVisitor {

    private final StringBuilder words = new StringBuilder();
    private final int limit;

    private Excerpt(int limit) {
        this.limit = limit;
    }

    static String of(Node node, int limit) {
        Excerpt excerpt = new Excerpt(limit);
        node.accept(excerpt);
        return shortened(excerpt.words.toString().strip(), limit);
    }

    @Override
    public void visit(Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        add(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        gap();
        add(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        gap();
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        gap();
    }

    @Override
    protected void visitChildren(Node parent) {
        if (words.length() > limit) {
            return;
        }
        if (parent instanceof Block || parent instanceof TableCell) {
            gap();
        }
        super.visitChildren(parent);
    }

    private void add(String text) {
        for (int i = 0; i < text.length() && words.length() <= limit + 1; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                gap();
            } else {
                words.append(text.charAt(i));
            }
        }
    }

    private void gap() {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    /** Cut after a whole word where one ends near the limit, and never within a character. */
    private static String shortened(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Math.max(limit - 1, 0);
        int space = text.lastIndexOf(' ', end);
        if (space > end * 3 / 4) {
            end = space;
        } else if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
