package openkitchen.board;

import openkitchen.id.LabelId;

/** A label of a project; the name may be empty, then the colour speaks. */
public record Label(LabelId id, String name, String colour) {}
