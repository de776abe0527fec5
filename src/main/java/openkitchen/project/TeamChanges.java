package openkitchen.project;

import openkitchen.history.Pen;

/** Somebody came to a project, left it or is something else there now: told to the rooms above within that change. */
public record TeamChanges(Pen pen) {}
