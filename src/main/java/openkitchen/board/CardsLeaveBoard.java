package openkitchen.board;

import java.util.Collection;
import openkitchen.history.Pen;
import openkitchen.id.CardId;

/** Cards are about to be archived, by themselves or with their column: told to the rooms above within that change. */
public record CardsLeaveBoard(Pen pen, Collection<CardId> cards) {}
