package openkitchen.site;

import java.util.List;
import openkitchen.text.Html;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of a version where there is little room: a small picture, the beginning of a text, or the first rows of a table.
 *
 * @param picture address of a small picture; null for none
 * @param text null for none
 * @param rows of cells, the table's head first; empty for none
 * @param more whether there is more of the text or the table
 */
public record Glimpse(@Nullable String picture, @Nullable Html text, List<List<String>> rows, boolean more) {

    static final Glimpse NONE = new Glimpse(null, null, List.of(), false);
}
