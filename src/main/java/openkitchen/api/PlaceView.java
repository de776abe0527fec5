package openkitchen.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import openkitchen.material.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

@Schema(name = "Place", description = "Where something is pinned in a version: what goes with `at` is looked at.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlaceView(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"whole", "spot", "cells", "passage"})
        @Nullable
        String at,

        @Schema(description = "The file's place in the version, from 0.") @Nullable
        Integer file,

        @Schema(description = "Of a spot: the page, from 1.") @Nullable
        Integer page,

        @Schema(description = "Of a spot: from the left edge, as a part of the width.", minimum = "0", maximum = "1")
        @Nullable
        Double x,

        @Schema(description = "Of a spot: from the top edge, as a part of the height.", minimum = "0", maximum = "1")
        @Nullable
        Double y,

        @Schema(description = "Of a spot: 0 for a point.", minimum = "0", maximum = "1") @Nullable
        Double width,

        @Schema(description = "Of a spot: 0 for a point.", minimum = "0", maximum = "1") @Nullable
        Double height,

        @Schema(description = "Of cells: the sheet's name.") @Nullable
        String sheet,

        @Schema(description = "Of cells: as the spreadsheet counts, from 1.") @Nullable
        Integer row,

        @Schema(description = "Of cells: from 0; -1 for the whole row.") @Nullable
        Integer column,

        @Schema(description = "Of cells: what the row says, by which it is found again.") @Nullable
        List<String> cells,

        @Schema(description = "Of a passage: in UTF-16 units from the beginning.") @Nullable
        Integer start,

        @Schema(description = "Of a passage.") @Nullable Integer end,

        @Schema(description = "Of a passage: what it says.", maxLength = 500) @Nullable
        String quote,

        @Schema(description = "Of a passage: what stands right before it.", maxLength = 40) @Nullable
        String before,

        @Schema(description = "Of a passage: what stands right after it.", maxLength = 40) @Nullable
        String after) {

    static @Nullable PlaceView of(@Nullable Place place) {
        return place == null ? null : JsonMapper.shared().convertValue(place.json(), PlaceView.class);
    }

    /** @throws openkitchen.problem.Invalid when it is none, or out of bounds */
    Place place() {
        return Place.read(JsonMapper.shared().writeValueAsString(this));
    }
}
