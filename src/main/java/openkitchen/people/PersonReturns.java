package openkitchen.people;

import openkitchen.id.PersonId;

/** Somebody who had left may sign in again: told to the rooms above within that change. */
public record PersonReturns(PersonId person, PersonId by) {}
