package openkitchen.bridge.trello;

/** What a card shows on its face. */
public sealed interface TrelloCover {

    record None() implements TrelloCover {}

    /**
     * A colour.
     *
     * @param full whether it fills the card and not only its top
     */
    record Color(String color, boolean full) implements TrelloCover {}

    /**
     * One of the card's own pictures.
     *
     * @param attachmentId one of the card's uploads or links
     */
    record Attachment(String attachmentId, boolean full) implements TrelloCover {}

    /** A picture from elsewhere, such as Unsplash. */
    record Shared(String url, boolean full) implements TrelloCover {}
}
