package openkitchen.material;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openkitchen.id.CommentId;
import openkitchen.id.FileId;
import openkitchen.reading.Reading;
import openkitchen.reading.Readings;
import openkitchen.reading.RowFinder;
import openkitchen.reading.Sheet;
import openkitchen.reading.TextPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries pins to another version: points and rectangles by their place, rows by what they say, ranges of text by their words and what
 * stands around them. Of several files the one of the same name is meant, else the one in the same place.
 */
@Component
class Places implements Carrying {

    private final Readings readings;
    private final RowFinder rows;

    Places(Readings readings, RowFinder rows) {
        this.readings = readings;
        this.rows = rows;
    }

    @Override
    public Map<CommentId, Optional<Place>> carry(Version from, Version to, Map<CommentId, Place> places) {
        Map<CommentId, Optional<Place>> carried = new HashMap<>();
        Map<Version.File, Map<CommentId, Place.Cells>> cells = new LinkedHashMap<>();
        places.forEach((comment, place) -> {
            switch (place) {
                case Place.Whole whole -> carried.put(comment, Optional.of(whole));
                case Place.Spot spot -> spot(from, to, spot).ifPresent(found -> carried.put(comment, found));
                case Place.Cells row -> {
                    Version.File file = file(from, to, row.file());
                    if (file == null) {
                        carried.put(comment, Optional.empty());
                    } else {
                        cells.computeIfAbsent(file, each -> new LinkedHashMap<>())
                                .put(comment, row);
                    }
                }
                case Place.Passage passage ->
                    passage(from, to, passage).ifPresent(found -> carried.put(comment, found));
            }
        });
        cells.forEach((file, pinned) -> cells(file, pinned, carried));
        return carried;
    }

    private static Version.@Nullable File file(Version from, Version to, int place) {
        if (place >= from.files().size()) {
            return null;
        }
        String name = from.files().get(place).name();
        return to.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .or(() -> to.files().stream()
                        .filter(file -> file.place() == place)
                        .findFirst())
                .orElse(null);
    }

    /** Empty when it cannot be told now. */
    private Optional<Optional<Place>> spot(Version from, Version to, Place.Spot spot) {
        Version.File file = file(from, to, spot.file());
        if (file == null) {
            return Optional.of(Optional.empty());
        }
        Place there = new Place.Spot(file.place(), spot.page(), spot.x(), spot.y(), spot.width(), spot.height());
        if (file.contentType().startsWith("image/")) {
            return Optional.of(spot.page() == 1 ? Optional.of(there) : Optional.empty());
        }
        return switch (readings.of(file.id())) {
            case Reading.Pages pages ->
                Optional.of(spot.page() <= pages.pages() ? Optional.of(there) : Optional.empty());
            case Reading.Unreadable(Reading.Why why) when why == Reading.Why.TOO_LONG -> Optional.empty();
            case Reading.Table table -> Optional.of(Optional.empty());
            case Reading.Text text -> Optional.of(Optional.empty());
            case Reading.Nothing nothing -> Optional.of(Optional.empty());
            case Reading.Unreadable unreadable -> Optional.of(Optional.empty());
        };
    }

    private Optional<Optional<Place>> passage(Version from, Version to, Place.Passage passage) {
        Version.File file = to.kind() == Version.Kind.TEXT ? null : file(from, to, passage.file());
        if (to.kind() != Version.Kind.TEXT && file == null) {
            return Optional.of(Optional.empty());
        }
        if (file == null) {
            return Optional.of(passage(to.body(), 0, passage));
        }
        return switch (readings.of(file.id())) {
            case Reading.Text read -> Optional.of(passage(read.text(), file.place(), passage));
            case Reading.Unreadable(Reading.Why why) when why == Reading.Why.TOO_LONG -> Optional.empty();
            case Reading.Table table -> Optional.of(Optional.empty());
            case Reading.Pages pages -> Optional.of(Optional.empty());
            case Reading.Nothing nothing -> Optional.of(Optional.empty());
            case Reading.Unreadable unreadable -> Optional.of(Optional.empty());
        };
    }

    private static Optional<Place> passage(String text, int place, Place.Passage passage) {
        return TextPlace.find(text, passage.quote(), passage.before(), passage.after(), passage.start())
                .map(found -> {
                    TextPlace now = TextPlace.of(text, found[0], found[1]);
                    return new Place.Passage(place, found[0], found[1], now.quote(), now.before(), now.after());
                });
    }

    /** All rows of one file in one pass over it. */
    private void cells(Version.File file, Map<CommentId, Place.Cells> pinned, Map<CommentId, Optional<Place>> carried) {
        FileId id = file.id();
        switch (readings.of(id)) {
            case Reading.Table table -> {
                List<CommentId> order = List.copyOf(pinned.keySet());
                List<Optional<RowFinder.Found>> found = rows.find(
                        id,
                        pinned.values().stream()
                                .map(cells -> new RowFinder.Pin(cells.sheet(), cells.row(), cells.cells()))
                                .toList());
                for (int i = 0; i < order.size(); i++) {
                    Place.Cells was = Objects.requireNonNull(pinned.get(order.get(i)));
                    carried.put(order.get(i), found.get(i).map(there -> at(file, table.sheets(), there, was)));
                }
            }
            case Reading.Unreadable(Reading.Why why) when why == Reading.Why.TOO_LONG -> {}
            case Reading.Text text -> pinned.keySet().forEach(comment -> carried.put(comment, Optional.empty()));
            case Reading.Pages pages -> pinned.keySet().forEach(comment -> carried.put(comment, Optional.empty()));
            case Reading.Nothing nothing -> pinned.keySet().forEach(comment -> carried.put(comment, Optional.empty()));
            case Reading.Unreadable unreadable ->
                pinned.keySet().forEach(comment -> carried.put(comment, Optional.empty()));
        }
    }

    private static Place at(Version.File file, List<Sheet> sheets, RowFinder.Found there, Place.Cells was) {
        return new Place.Cells(file.place(), sheets.get(there.sheet()).name(), there.row(), was.column(), was.cells());
    }
}
