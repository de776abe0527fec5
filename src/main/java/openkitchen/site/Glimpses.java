package openkitchen.site;

import java.util.ArrayList;
import java.util.List;
import openkitchen.id.FileId;
import openkitchen.material.Version;
import openkitchen.reading.Reading;
import openkitchen.reading.Readings;
import openkitchen.reading.RowsWish;
import openkitchen.reading.Sheet;
import org.springframework.stereotype.Component;

/** Takes a glimpse of a version, for where it stands among others. Nothing is read for it that would have to be waited for. */
@Component
class Glimpses {

    private static final int TEXT = 1500;
    private static final int ROWS = 6;
    private static final int COLUMNS = 8;

    private final CardPieces pieces;
    private final Readings readings;

    Glimpses(CardPieces pieces, Readings readings) {
        this.pieces = pieces;
        this.readings = readings;
    }

    Glimpse of(BoardView board, Version version) {
        return switch (version.kind()) {
            case TEXT -> {
                String body = version.body();
                boolean more = body.length() > TEXT;
                yield new Glimpse(null, pieces.html(board, beginning(body)), List.of(), more);
            }
            case LINK -> Glimpse.NONE;
            case FILES ->
                version.files().stream()
                        .filter(Version.File::thumbnail)
                        .findFirst()
                        .map(file -> picture(board, version, file))
                        .orElseGet(() -> read(board, version));
        };
    }

    private Glimpse read(BoardView board, Version version) {
        Version.File first = version.files().getFirst();
        FileId file = first.id();
        return switch (readings.known(file).orElse(null)) {
            case Reading.Pages pages when readings.firstPage(file).isPresent() -> picture(board, version, first);
            case Reading.Table table
            when !table.sheets().isEmpty() -> table(file, table.sheets().getFirst());
            case Reading.Text text ->
                new Glimpse(
                        null,
                        pieces.escaped(beginning(text.text())),
                        List.of(),
                        text.text().length() > TEXT);
            case null, default -> Glimpse.NONE;
        };
    }

    private static Glimpse picture(BoardView board, Version version, Version.File file) {
        return new Glimpse(path(board, version, file), null, List.of(), false);
    }

    private Glimpse table(FileId file, Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(sheet.header().isEmpty() ? List.of("") : some(sheet.header()));
        readings.rows(file, 0, RowsWish.first(ROWS)).rows().forEach(row -> rows.add(some(row.cells())));
        return new Glimpse(null, null, rows, sheet.rows() > ROWS);
    }

    private static List<String> some(List<String> cells) {
        return cells.subList(0, Math.min(COLUMNS, cells.size()));
    }

    private static String beginning(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT) + " …";
    }

    private static String path(BoardView board, Version version, Version.File file) {
        return board.path() + "/materials/" + version.material() + "/" + version.number() + "/files/" + file.place()
                + "/small";
    }
}
