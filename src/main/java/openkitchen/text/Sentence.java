package openkitchen.text;

import com.ibm.icu.text.MessagePattern;
import java.util.List;

/**
 * One text, compiled. ICU's own {@code MessageFormat} is slow and may not be shared between threads, and a board says
 * thousands of sentences: texts, plain arguments, plurals and selections are put together here, and ICU's format is
 * asked only for what is left (dates, currencies).
 */
final class Sentence {

    private final List<Piece> pieces;
    private final boolean fixed;
    private final String text;

    private Sentence(List<Piece> pieces, String text) {
        this.pieces = pieces;
        this.fixed = pieces.stream().allMatch(Piece.Text.class::isInstance);
        this.text = fixed ? Piece.together(pieces, Arguments.NONE) : text;
    }

    static Sentence of(String text, Language language) {
        boolean plain = text.indexOf('{') < 0 && text.indexOf('\'') < 0;
        return new Sentence(
                plain ? List.of(new Piece.Text(text)) : Pieces.of(new MessagePattern(text), language), text);
    }

    String say() {
        return say(Arguments.NONE);
    }

    String say(Arguments arguments) {
        return fixed ? text : Piece.together(pieces, arguments);
    }
}
