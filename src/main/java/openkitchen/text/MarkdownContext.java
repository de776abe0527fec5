package openkitchen.text;

import java.util.Optional;

/** What {@code @handle} and {@code #12} mean where a text stands. It decides alone what a reader of the text may see. */
public interface MarkdownContext {

    /** Whom a handle names here, given without its {@code @} and in lower case; empty leaves it as text. */
    Optional<Mentioned> mentioned(String handle);

    /** Where the card of this number is, like {@code /p/garden/cards/12}; empty leaves it as text. */
    Optional<String> cardAddress(int number);

    /** A person or a role that a text may call. */
    sealed interface Mentioned {

        /** What is shown after the {@code @}. */
        String name();

        record Person(long id, String name) implements Mentioned {}

        /** A role by its key ({@code seo}, {@code account}): letters, digits, dash and underscore. */
        record Role(String key, String name) implements Mentioned {}
    }
}
