package openkitchen.project;

import openkitchen.history.Pen;

/**
 * A project was paused, closed or taken up again: told to the rooms above within that change,
 * before its event is written.
 */
public record StatusChanges(Pen pen, Status from, Status to) {}
