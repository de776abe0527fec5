package openkitchen.board;

import openkitchen.history.Pen;
import openkitchen.id.CardId;
import openkitchen.project.Seat;

/**
 * A card has been moved to another project, where it has this number: told to the rooms above within the change that moves it,
 * before its events are written.
 */
public record CardMoves(Pen leaving, Pen coming, Seat to, CardId card, int number) {}
