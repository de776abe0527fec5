package openkitchen.people;

import openkitchen.id.PersonId;

/** Somebody may no longer sign in: told to the rooms above within that change. */
public record PersonLeaves(PersonId person, PersonId by) {}
