package openkitchen.project;

import openkitchen.id.ClientId;

/** A company that the agency works for. */
public record Client(ClientId id, String name) {}
