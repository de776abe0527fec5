package openkitchen.board;

import openkitchen.id.CardId;
import openkitchen.project.Seat;

/** A card becomes one of another kind: told to the rooms above within the change, which they may refuse. */
public record CardTurns(Seat seat, CardId card, CardKind from, CardKind to) {}
