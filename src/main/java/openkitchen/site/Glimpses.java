package openkitchen.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openkitchen.id.FileId;
import openkitchen.id.VersionId;
import openkitchen.material.Version;
import openkitchen.reading.Glance;
import openkitchen.reading.Reading;
import openkitchen.reading.Readings;
import openkitchen.reading.Row;
import openkitchen.reading.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes glimpses of versions, for where they stand among others. Nothing is read for it that would have to be waited for. */
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

    /** Of each of these one, in one statement. */
    Map<VersionId, Glimpse> of(BoardView board, Collection<Version> versions) {
        Map<FileId, Glance> read = readings.glances(
                versions.stream()
                        .filter(version -> version.kind() == Version.Kind.FILES
                                && pictured(version).isEmpty())
                        .map(version -> version.files().getFirst().id())
                        .toList(),
                ROWS);
        Map<VersionId, Glimpse> glimpses = new HashMap<>();
        versions.forEach(version -> glimpses.put(version.id(), of(board, version, read)));
        return glimpses;
    }

    /** The first picture among a version's files. */
    static Optional<Version.File> pictured(Version version) {
        return version.files().stream().filter(Version.File::thumbnail).findFirst();
    }

    /** The same, or the document with which it begins, where there is a picture of that one's first page. */
    static Optional<Version.File> pictured(Version version, Map<FileId, Glance> read) {
        return pictured(version)
                .or(() -> version.files().stream()
                        .limit(1)
                        .filter(file -> {
                            Glance glance = read.get(file.id());
                            return glance != null && glance.firstPage();
                        })
                        .findFirst());
    }

    private Glimpse of(BoardView board, Version version, Map<FileId, Glance> read) {
        return switch (version.kind()) {
            case TEXT -> {
                String body = version.body();
                boolean more = body.length() > TEXT;
                yield new Glimpse(null, pieces.html(board, beginning(body)), List.of(), more);
            }
            case LINK -> Glimpse.NONE;
            case FILES ->
                pictured(version, read)
                        .map(file -> picture(board, version, file))
                        .orElseGet(() -> of(read.get(version.files().getFirst().id())));
        };
    }

    private Glimpse of(@Nullable Glance glance) {
        return switch (glance == null ? null : glance.reading()) {
            case Reading.Table table
            when !table.sheets().isEmpty() ->
                table(table.sheets().getFirst(), Objects.requireNonNull(glance).rows());
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

    private static Glimpse table(Sheet sheet, List<Row> first) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(sheet.header().isEmpty() ? List.of("") : some(sheet.header()));
        first.forEach(row -> rows.add(some(row.cells())));
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
