package openkitchen.bridge.trello;

import java.math.BigDecimal;
import java.time.Instant;

/** A custom field's value on a card. What cannot be read as the field's kind is kept as text. */
public sealed interface TrelloValue {

    record Text(String text) implements TrelloValue {}

    record Numeric(BigDecimal number) implements TrelloValue {}

    record Date(Instant at) implements TrelloValue {}

    record Checked() implements TrelloValue {}

    /**
     * One of the field's options.
     *
     * @param text the option's, empty when the field does not have it (any more)
     */
    record Choice(String optionId, String text) implements TrelloValue {}

    /** In plain words of no language. */
    default String shown() {
        return switch (this) {
            case Text(String text) -> text;
            case Numeric(BigDecimal number) -> number.toPlainString();
            case Date(Instant at) -> at.toString();
            case Checked _ -> "✓";
            case Choice choice -> choice.text();
        };
    }
}
