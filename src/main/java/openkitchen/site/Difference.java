package openkitchen.site;

import java.util.List;
import openkitchen.material.Version;
import openkitchen.reading.TableDifference;
import openkitchen.reading.TextDifference;
import org.jspecify.annotations.Nullable;

/** How two versions of something differ. */
public sealed interface Difference {

    /** @param lines those that differ, with a few around them; {@code more} when not all are here */
    record Words(List<Line> lines, int gone, int fresh, int changed, boolean more) implements Difference {}

    /**
     * A line of a text.
     *
     * @param passed how many lines that are the same were left out before it
     */
    record Line(TextDifference.Line line, int passed) {}

    record Tables(List<OfSheet> sheets) implements Difference {}

    /** @param rows null when only one of the two has such a sheet */
    record OfSheet(
            String name,
            List<String> header,
            boolean gone,
            @Nullable TableDifference rows) {}

    record Pictures() implements Difference {}

    /** There is nothing to be read in them. */
    record Bytes(boolean same) implements Difference {}

    /** At least one is being read still. */
    record Later() implements Difference {}

    /**
     * Two of which one became the other.
     *
     * @param before null when it is new, and {@code after} when it is gone; both for texts and links
     */
    record Pair(int place, String name, Version.@Nullable File before, Version.@Nullable File after) {}
}
