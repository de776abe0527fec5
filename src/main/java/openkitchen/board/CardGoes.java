package openkitchen.board;

import openkitchen.history.Pen;
import openkitchen.id.CardId;

/** A card is about to be deleted with its talk: told to the rooms above within the change that deletes it. */
public record CardGoes(Pen pen, CardId card) {}
