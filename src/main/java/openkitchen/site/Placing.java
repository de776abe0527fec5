package openkitchen.site;

import java.util.List;
import java.util.Optional;
import openkitchen.id.FileId;
import openkitchen.material.Place;
import openkitchen.material.Version;
import openkitchen.problem.Invalid;
import openkitchen.reading.Reading;
import openkitchen.reading.Readings;
import openkitchen.reading.Row;
import openkitchen.reading.Sheet;
import org.springframework.stereotype.Component;

/** Holds a place that a page names against what the version really holds, and fills in what stands there. */
@Component
class Placing {

    private final Readings readings;
    private final TableRows rows;

    Placing(Readings readings, TableRows rows) {
        this.readings = readings;
        this.rows = rows;
    }

    /**
     * The place with its row's cells, or its passage's words, as they are in the version. Waits until the file is read, but for
     * the first rows of a table, which are there before.
     *
     * @throws Invalid when the version has no such place
     */
    Place filled(Version version, Place place) {
        return switch (place) {
            case Place.Whole whole -> whole;
            case Place.Spot spot -> spot(version, spot);
            case Place.Cells cells -> cells(version, cells);
            case Place.Passage passage ->
                Passages.find(text(version, passage.file()), passage).orElseThrow(Placing::none);
        };
    }

    private static Invalid none() {
        return new Invalid("place", "error.place");
    }

    private static Version.File file(Version version, int place) {
        if (version.kind() != Version.Kind.FILES || place >= version.files().size()) {
            throw none();
        }
        return version.files().get(place);
    }

    private Place spot(Version version, Place.Spot spot) {
        Version.File file = file(version, spot.file());
        int pages = Previews.picture(file) ? 1 : Previews.pdf(file) ? pages(file) : 0;
        if (spot.page() > pages) {
            throw none();
        }
        return spot;
    }

    private int pages(Version.File file) {
        return readings.known(file.id()).orElse(null) instanceof Reading.Pages known
                ? known.pages()
                : Integer.MAX_VALUE;
    }

    private Place cells(Version version, Place.Cells place) {
        FileId file = file(version, place.file()).id();
        return readings.known(file)
                .map(known -> cells(file, known, place))
                .or(() -> amongFirst(file, place))
                .orElseGet(() -> cells(file, readings.of(file), place));
    }

    private Optional<Place> amongFirst(FileId file, Place.Cells place) {
        return readings.first(file)
                .filter(first -> first.sheet().name().equals(place.sheet())
                        && place.column() < first.sheet().columns())
                .flatMap(first -> first.rows().stream()
                        .filter(row -> row.number() == place.row())
                        .findFirst()
                        .map(row -> cells(place, first.sheet(), row)));
    }

    private Place cells(FileId file, Reading reading, Place.Cells place) {
        if (!(reading instanceof Reading.Table table)) {
            throw none();
        }
        int at = sheet(table.sheets(), place.sheet());
        Sheet sheet = table.sheets().get(at);
        return cells(place, sheet, rows.row(file, at, sheet, place.row()).orElseThrow(Placing::none));
    }

    private static Place cells(Place.Cells place, Sheet sheet, Row row) {
        if (place.column() >= sheet.columns()) {
            throw none();
        }
        List<String> said = row.cells().stream()
                .limit(Place.CELLS_LIMIT)
                .map(cell -> cell.length() <= Place.CELL_LIMIT ? cell : cell.substring(0, Place.CELL_LIMIT))
                .toList();
        return new Place.Cells(place.file(), sheet.name(), place.row(), place.column(), said);
    }

    private static int sheet(List<Sheet> sheets, String name) {
        for (int i = 0; i < sheets.size(); i++) {
            if (sheets.get(i).name().equals(name)) {
                return i;
            }
        }
        throw none();
    }

    private String text(Version version, int place) {
        if (version.kind() == Version.Kind.TEXT) {
            return version.body();
        }
        if (readings.of(file(version, place).id()) instanceof Reading.Text text) {
            return text.text();
        }
        throw none();
    }
}
