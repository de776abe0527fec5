package openkitchen.material;

import java.util.ArrayList;
import java.util.List;
import openkitchen.problem.Invalid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where something is pinned in a version. {@code file} is the place of the file in it, from 0. */
public sealed interface Place {

    int QUOTE_LIMIT = 500;
    int AROUND_LIMIT = 40;
    int CELLS_LIMIT = 200;
    int CELL_LIMIT = 500;

    /** The version as a whole. */
    record Whole() implements Place {}

    /**
     * A point or a rectangle on a picture or a page. Measures are fractions of its width and height, from its top left corner; a point
     * has neither width nor height.
     *
     * @param page 1, 2 … ; 1 for a picture
     */
    record Spot(int file, int page, double x, double y, double width, double height) implements Place {}

    /**
     * A row of a table, or one cell in it.
     *
     * @param row as the spreadsheet counts, from 1
     * @param column from 0; −1 for the whole row
     * @param cells what the row says, by which it is found again in a later version
     */
    record Cells(int file, String sheet, int row, int column, List<String> cells) implements Place {}

    /**
     * A range of a text.
     *
     * @param start and {@code end} in UTF-16 units from the text's beginning
     * @param before what stands right before it, and {@code after} right after it
     */
    record Passage(int file, int start, int end, String quote, String before, String after) implements Place {}

    /** As it is kept and sent. */
    default ObjectNode json() {
        ObjectNode node = JsonMapper.shared().createObjectNode();
        switch (this) {
            case Whole whole -> node.put("at", "whole");
            case Spot spot ->
                node.put("at", "spot")
                        .put("file", spot.file())
                        .put("page", spot.page())
                        .put("x", spot.x())
                        .put("y", spot.y())
                        .put("width", spot.width())
                        .put("height", spot.height());
            case Cells cells -> {
                node.put("at", "cells")
                        .put("file", cells.file())
                        .put("sheet", cells.sheet())
                        .put("row", cells.row())
                        .put("column", cells.column());
                ArrayNode said = node.putArray("cells");
                cells.cells().forEach(said::add);
            }
            case Passage passage ->
                node.put("at", "passage")
                        .put("file", passage.file())
                        .put("start", passage.start())
                        .put("end", passage.end())
                        .put("quote", passage.quote())
                        .put("before", passage.before())
                        .put("after", passage.after());
        }
        return node;
    }

    /**
     * What a page or a program sent.
     *
     * @throws Invalid when it is none, or out of bounds
     */
    static Place read(String text) {
        try {
            return of(JsonMapper.shared().readTree(text)).checked();
        } catch (tools.jackson.core.JacksonException broken) {
            throw new Invalid("place", "error.place");
        }
    }

    /** As it was kept. */
    static Place of(JsonNode node) {
        int file = node.path("file").asInt(0);
        return switch (node.path("at").asString("")) {
            case "whole" -> new Whole();
            case "spot" ->
                new Spot(
                        file,
                        node.path("page").asInt(1),
                        node.path("x").asDouble(-1),
                        node.path("y").asDouble(-1),
                        node.path("width").asDouble(0),
                        node.path("height").asDouble(0));
            case "cells" ->
                new Cells(
                        file,
                        node.path("sheet").asString(""),
                        node.path("row").asInt(-1),
                        node.path("column").asInt(-1),
                        texts(node.path("cells")));
            case "passage" ->
                new Passage(
                        file,
                        node.path("start").asInt(-1),
                        node.path("end").asInt(-1),
                        node.path("quote").asString(""),
                        node.path("before").asString(""),
                        node.path("after").asString(""));
            default -> throw new Invalid("place", "error.place");
        };
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array) {
            String text = each.asString("");
            texts.add(text.length() <= CELL_LIMIT ? text : text.substring(0, CELL_LIMIT));
        }
        return List.copyOf(texts);
    }

    private Place checked() {
        boolean right = switch (this) {
            case Whole whole -> true;
            case Spot(int file, int page, double x, double y, double width, double height) ->
                file >= 0
                        && page >= 1
                        && page <= 100_000
                        && x >= 0
                        && y >= 0
                        && width >= 0
                        && height >= 0
                        && x + width <= 1.0001
                        && y + height <= 1.0001;
            case Cells(int file, String sheet, int row, int column, List<String> cells) ->
                file >= 0
                        && sheet.length() <= 200
                        && row >= 1
                        && row <= 2_000_000
                        && column >= -1
                        && column < 20_000
                        && cells.size() <= CELLS_LIMIT;
            case Passage(int file, int start, int end, String quote, String before, String after) ->
                file >= 0
                        && start >= 0
                        && end > start
                        && quote.length() <= QUOTE_LIMIT
                        && before.length() <= AROUND_LIMIT
                        && after.length() <= AROUND_LIMIT;
        };
        if (!right) {
            throw new Invalid("place", "error.place");
        }
        return this;
    }

    /** In which of the version's files it is. */
    default int file() {
        return switch (this) {
            case Whole whole -> 0;
            case Spot spot -> spot.file;
            case Cells cells -> cells.file;
            case Passage passage -> passage.file;
        };
    }
}
