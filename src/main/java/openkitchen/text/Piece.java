package openkitchen.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules.PluralType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a sentence. What has no argument is said as its name in braces, as ICU does. */
sealed interface Piece {

    void say(StringBuilder said, Arguments arguments);

    static String together(List<Piece> pieces, Arguments arguments) {
        StringBuilder said = new StringBuilder();
        for (Piece piece : pieces) {
            piece.say(said, arguments);
        }
        return said.toString();
    }

    private static void say(List<Piece> pieces, StringBuilder said, Arguments arguments) {
        for (Piece piece : pieces) {
            piece.say(said, arguments);
        }
    }

    record Text(String text) implements Piece {
        @Override
        public void say(StringBuilder said, Arguments arguments) {
            said.append(text);
        }
    }

    record Argument(String name, Numerals numerals) implements Piece {
        @Override
        public void say(StringBuilder said, Arguments arguments) {
            Object value = arguments.get(name);
            if (value == null) {
                said.append('{').append(name).append('}');
            } else {
                said.append(value instanceof Number number ? numerals.written(number) : value);
            }
        }
    }

    /** The {@code #} in a plural. */
    record Quantity(String name, double offset, Numerals numerals) implements Piece {
        @Override
        public void say(StringBuilder said, Arguments arguments) {
            said.append(arguments.get(name) instanceof Number number ? numerals.written(less(number, offset)) : "#");
        }
    }

    record Plural(
            String name,
            PluralType type,
            double offset,
            Map<Double, List<Piece>> exact,
            Map<String, List<Piece>> forms,
            Numerals numerals)
            implements Piece {
        @Override
        public void say(StringBuilder said, Arguments arguments) {
            if (arguments.get(name) instanceof Number number) {
                Piece.say(form(number), said, arguments);
            } else {
                said.append('{').append(name).append('}');
            }
        }

        private List<Piece> form(Number number) {
            List<Piece> form = exact.isEmpty() ? null : exact.get(number.doubleValue());
            return form != null ? form : chosen(forms, numerals.form(less(number, offset), type));
        }
    }

    record Selection(String name, Map<String, List<Piece>> forms) implements Piece {
        @Override
        public void say(StringBuilder said, Arguments arguments) {
            Object value = arguments.get(name);
            Piece.say(chosen(forms, value == null ? "other" : value.toString()), said, arguments);
        }
    }

    /** What only ICU can say; its format keeps state, so each time a copy speaks. */
    record Icu(MessageFormat format) implements Piece {
        @Override
        public void say(StringBuilder said, Arguments arguments) {
            said.append(((MessageFormat) format.clone()).format(arguments.asMap()));
        }
    }

    private static List<Piece> chosen(Map<String, List<Piece>> forms, String name) {
        @Nullable List<Piece> form = forms.get(name);
        return form != null ? form : forms.getOrDefault("other", List.of());
    }

    private static Number less(Number number, double offset) {
        if (offset == 0) {
            return number;
        }
        double rest = number.doubleValue() - offset;
        return rest == Math.rint(rest) ? (Number) (long) rest : (Number) rest;
    }
}
