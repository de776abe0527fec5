package openkitchen.board;

import openkitchen.id.CardId;

/** What may hold a card back from a done column; asked of every room above that has something to say. */
public interface Gate {

    /**
     * The key of the sentence that says what holds the card back, empty when nothing does.
     *
     * @return such as {@code error.held.remarks}
     */
    String holds(CardId card);
}
