package openkitchen.site;

import openkitchen.material.Version;
import org.jspecify.annotations.Nullable;

/**
 * One file of a version, or the text or link that it holds, ready to be shown.
 *
 * @param place of the file in the version, from 0
 * @param file null for a text or a link
 */
public record Preview(int place, Version.@Nullable File file, Shown shown) {}
