package openkitchen.site;

import java.util.List;
import java.util.Map;
import openkitchen.reading.Sheet;

/** The sheets of a table, as scripts want them. */
public final class SheetWords {

    private SheetWords() {}

    public static String json(List<Sheet> sheets) {
        return PageWords.inPage(sheets.stream()
                .map(sheet -> Map.of(
                        "name", sheet.name(),
                        "rows", sheet.rows(),
                        "columns", sheet.columns(),
                        "header", sheet.header(),
                        "widths", sheet.widths()))
                .toList());
    }
}
