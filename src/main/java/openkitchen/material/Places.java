package openkitchen.material;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import openkitchen.id.CommentId;
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
    public Carried carry(Version from, Version to, Map<CommentId, Place> places) {
        Map<CommentId, Optional<Place>> found = new HashMap<>();
        Map<Version.File, Map<CommentId, Place>> within = new LinkedHashMap<>();
        places.forEach((comment, place) -> {
            Version.File file = file(from, to, place.file());
            if (place instanceof Place.Whole) {
                found.put(comment, Optional.of(place));
            } else if (place instanceof Place.Passage passage && to.kind() == Version.Kind.TEXT) {
                found.put(comment, passage(to.body(), 0, passage));
            } else if (file == null) {
                found.put(comment, Optional.empty());
            } else if (place instanceof Place.Spot spot && file.contentType().startsWith("image/")) {
                found.put(comment, spot(file, 1, spot));
            } else {
                within.computeIfAbsent(file, each -> new LinkedHashMap<>()).put(comment, place);
            }
        });
        Set<CommentId> pending = new HashSet<>();
        within.forEach((file, pinned) -> {
            Optional<Reading> reading = readings.known(file.id());
            if (reading.isEmpty()) {
                readings.begin(file.id());
                pending.addAll(pinned.keySet());
            } else if (!(reading.get() instanceof Reading.Unreadable none && none.passing())) {
                found.putAll(within(file, reading.get(), pinned));
            }
        });
        return new Carried(found, pending);
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

    private Map<CommentId, Optional<Place>> within(Version.File file, Reading reading, Map<CommentId, Place> pinned) {
        Map<CommentId, Optional<Place>> found = new HashMap<>();
        Map<CommentId, Place.Cells> cells = new LinkedHashMap<>();
        pinned.forEach((comment, place) -> {
            Optional<Place> there = Optional.empty();
            if (place instanceof Place.Spot spot && reading instanceof Reading.Pages pages) {
                there = spot(file, pages.pages(), spot);
            } else if (place instanceof Place.Passage passage && reading instanceof Reading.Text text) {
                there = passage(text.text(), file.place(), passage);
            } else if (place instanceof Place.Cells row) {
                cells.put(comment, row);
            }
            found.put(comment, there);
        });
        if (!cells.isEmpty() && reading instanceof Reading.Table table) {
            found.putAll(cells(file, table, cells));
        }
        return found;
    }

    private static Optional<Place> spot(Version.File file, int pages, Place.Spot spot) {
        return spot.page() <= pages
                ? Optional.of(
                        new Place.Spot(file.place(), spot.page(), spot.x(), spot.y(), spot.width(), spot.height()))
                : Optional.empty();
    }

    private static Optional<Place> passage(String text, int place, Place.Passage passage) {
        return TextPlace.find(text, passage.quote(), passage.before(), passage.after(), passage.start())
                .map(found -> {
                    TextPlace now = TextPlace.of(text, found[0], found[1]);
                    return new Place.Passage(place, found[0], found[1], now.quote(), now.before(), now.after());
                });
    }

    /** All rows of one file in one pass over it. */
    private Map<CommentId, Optional<Place>> cells(
            Version.File file, Reading.Table table, Map<CommentId, Place.Cells> pinned) {
        List<CommentId> order = List.copyOf(pinned.keySet());
        List<Optional<RowFinder.Found>> found = rows.find(
                file.id(),
                pinned.values().stream()
                        .map(cells -> new RowFinder.Pin(cells.sheet(), cells.row(), cells.cells()))
                        .toList());
        Map<CommentId, Optional<Place>> carried = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            Place.Cells was = Objects.requireNonNull(pinned.get(order.get(i)));
            carried.put(order.get(i), found.get(i).map(there -> at(file, table.sheets(), there, was)));
        }
        return carried;
    }

    private static Place at(Version.File file, List<Sheet> sheets, RowFinder.Found there, Place.Cells was) {
        return new Place.Cells(file.place(), sheets.get(there.sheet()).name(), there.row(), was.column(), was.cells());
    }
}
