package openkitchen.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules.PluralType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes an ICU pattern to pieces, part by part, in the way of ICU's own {@code MessageFormat}. */
final class Pieces {

    private final MessagePattern pattern;
    private final Language language;
    private final Numerals numerals;

    private Pieces(MessagePattern pattern, Language language) {
        this.pattern = pattern;
        this.language = language;
        this.numerals = Numerals.of(language);
    }

    static List<Piece> of(MessagePattern pattern, Language language) {
        return new Pieces(pattern, language).message(0, new Piece.Text("#"));
    }

    /** The message that starts at a part, up to its limit; a {@code #} in it is said as {@code quantity}. */
    private List<Piece> message(int start, Piece quantity) {
        List<Piece> pieces = new ArrayList<>();
        int textStart = pattern.getPart(start).getLimit();
        for (int i = start + 1; ; i++) {
            Part part = pattern.getPart(i);
            if (part.getIndex() > textStart) {
                pieces.add(new Piece.Text(pattern.getPatternString().substring(textStart, part.getIndex())));
            }
            switch (part.getType()) {
                case MSG_LIMIT -> {
                    return List.copyOf(pieces);
                }
                case REPLACE_NUMBER -> pieces.add(quantity);
                case ARG_START -> {
                    pieces.add(argument(i, quantity));
                    i = pattern.getLimitPartIndex(i);
                }
                default -> {} // quotes, which say nothing themselves
            }
            textStart = pattern.getPart(i).getLimit();
        }
    }

    private Piece argument(int start, Piece outer) {
        ArgType type = pattern.getPart(start).getArgType();
        String name = pattern.getSubstring(pattern.getPart(start + 1));
        int style = start + 2;
        return switch (type) {
            case NONE -> new Piece.Argument(name, numerals);
            case PLURAL -> plural(name, PluralType.CARDINAL, style);
            case SELECTORDINAL -> plural(name, PluralType.ORDINAL, style);
            case SELECT -> selection(name, style, outer);
            case SIMPLE, CHOICE -> icu(start);
        };
    }

    private Piece plural(String name, PluralType type, int style) {
        double offset = pattern.getPluralOffset(style);
        Piece quantity = new Piece.Quantity(name, offset, numerals);
        Map<Double, List<Piece>> exact = new HashMap<>();
        Map<String, List<Piece>> forms = new HashMap<>();
        int i = pattern.getPartType(style).hasNumericValue() ? style + 1 : style;
        while (pattern.getPartType(i) == Part.Type.ARG_SELECTOR) {
            String form = pattern.getSubstring(pattern.getPart(i++));
            if (pattern.getPartType(i).hasNumericValue()) {
                double number = pattern.getNumericValue(pattern.getPart(i++));
                exact.put(number, message(i, quantity));
            } else {
                forms.put(form, message(i, quantity));
            }
            i = pattern.getLimitPartIndex(i) + 1;
        }
        return new Piece.Plural(name, type, offset, Map.copyOf(exact), Map.copyOf(forms), numerals);
    }

    private Piece selection(String name, int style, Piece outer) {
        Map<String, List<Piece>> forms = new HashMap<>();
        int i = style;
        while (pattern.getPartType(i) == Part.Type.ARG_SELECTOR) {
            String form = pattern.getSubstring(pattern.getPart(i++));
            forms.put(form, message(i, outer));
            i = pattern.getLimitPartIndex(i) + 1;
        }
        return new Piece.Selection(name, Map.copyOf(forms));
    }

    private Piece icu(int start) {
        int end = pattern.getPart(pattern.getLimitPartIndex(start)).getLimit();
        String text =
                pattern.getPatternString().substring(pattern.getPart(start).getIndex(), end);
        return new Piece.Icu(new MessageFormat(text, language.locale()));
    }
}
