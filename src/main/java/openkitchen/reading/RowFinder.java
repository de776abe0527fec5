package openkitchen.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openkitchen.id.FileId;
import org.springframework.stereotype.Component;

/** Finds rows again in another version of their table, so that what is pinned to them can go along. */
@Component
public class RowFinder {

    private final Readings readings;

    RowFinder(Readings readings) {
        this.readings = readings;
    }

    /** A row to be found: where it was and what stood in it. */
    public record Pin(String sheetName, int oldNumber, List<String> oldCells) {}

    /** @param sheet from 0; {@code row} is the row's number as the spreadsheet shows it */
    public record Found(int sheet, int row) {}

    /** Looks for the same row, else for the one most like it; empty when there is none, or no such sheet. */
    public Optional<Found> find(FileId newFile, String sheetName, int oldNumber, List<String> oldCells) {
        return find(newFile, List.of(new Pin(sheetName, oldNumber, oldCells))).getFirst();
    }

    /** The same for many, in one pass over each sheet; an answer for each in order. */
    public List<Optional<Found>> find(FileId newFile, List<Pin> pins) {
        List<Optional<Found>> found = new ArrayList<>(Collections.nCopies(pins.size(), Optional.empty()));
        if (!(readings.of(newFile) instanceof Reading.Table table)) {
            return found;
        }
        Map<Integer, List<Integer>> bySheet = new HashMap<>();
        for (int pin = 0; pin < pins.size(); pin++) {
            int sheet = sheet(table, pins.get(pin).sheetName());
            if (sheet >= 0) {
                bySheet.computeIfAbsent(sheet, key -> new ArrayList<>()).add(pin);
            }
        }
        bySheet.forEach((sheet, wanted) -> {
            RowSearch search = new RowSearch(wanted.stream().map(pins::get).toList());
            Sheet about = table.sheets().get(sheet);
            if (about.headerRow() > 0) {
                search.look(new Row(about.headerRow(), about.header()));
            }
            try (Stream<Row> rows = readings.all(newFile, sheet)) {
                rows.forEachOrdered(search::look);
            }
            for (int at = 0; at < wanted.size(); at++) {
                found.set(wanted.get(at), search.found(at).map(row -> new Found(sheet, row)));
            }
        });
        return found;
    }

    /** By name; an only sheet may have been renamed. */
    private static int sheet(Reading.Table table, String name) {
        for (int sheet = 0; sheet < table.sheets().size(); sheet++) {
            if (table.sheets().get(sheet).name().equals(name)) {
                return sheet;
            }
        }
        return table.sheets().size() == 1 ? 0 : -1;
    }
}
