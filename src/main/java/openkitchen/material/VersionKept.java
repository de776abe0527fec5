package openkitchen.material;

import openkitchen.id.VersionId;

/** A version was kept: told to whoever prepares what is shown of it, within the change. */
public record VersionKept(VersionId version) {}
