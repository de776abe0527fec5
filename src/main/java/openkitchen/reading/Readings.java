package openkitchen.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import openkitchen.id.FileId;
import openkitchen.problem.NotFound;
import openkitchen.store.StoredFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads files and remembers what it read, by their content: the same bytes are read once. What it remembers may be deleted
 * at any time and is read again. Who may see a file is not decided here.
 */
@Component
public class Readings {

    /** In bytes; nobody waits for more to be read, nor is it fetched for that. */
    private static final long LARGEST = 500L << 20;

    static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(15);
    private static final int MOST_KEPT_LETTERS = 16_000_000;

    private final Source source;
    private final ReadingRoom room;
    private final Duration limit;
    /** What was read lately, by its folder. */
    private final Cache<Path, Reading> lately = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT_LETTERS)
            .<Path, Reading>weigher((folder, reading) -> 1_000 + weight(reading))
            .build();

    /** Which rows match, so that going on through them is quick. */
    private final Cache<Search, int[]> searches = Caffeine.newBuilder()
            .maximumWeight(4_000_000)
            .<Search, int[]>weigher((search, found) -> 100 + found.length)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    private record Search(Path folder, int sheet, String query, Map<Integer, String> filters) {}

    @Autowired
    Readings(openkitchen.store.Files files, Clock clock, @Value("${openkitchen.data:data}") String data) {
        this(Source.of(files), clock, Path.of(data), LIMIT);
    }

    Readings(Source source, Clock clock, Path data, Duration limit) {
        this.source = source;
        this.limit = limit;
        this.room =
                new ReadingRoom(source, clock, data.toAbsolutePath().normalize().resolve("read"), limit);
    }

    /**
     * Reads it when nobody has yet; waits for it, at most the reading's time limit.
     *
     * @throws NotFound when there is no such file
     */
    public Reading of(FileId file) {
        StoredFile stored = source.one(file);
        Optional<Reading> known = known(stored);
        if (known.isPresent()) {
            return known.get();
        }
        return await(room.read(stored), limit).orElse(new Reading.Unreadable(Reading.Why.TOO_LONG));
    }

    /** Begins to read in the background, so that it is there when it is looked at. */
    public void begin(FileId file) {
        StoredFile stored = source.one(file);
        if (known(stored).isEmpty()) {
            room.read(stored);
        }
    }

    /** What was read already; empty when it is not read yet, or is to be read anew. Never waits. */
    public Optional<Reading> known(FileId file) {
        return known(source.one(file));
    }

    private Optional<Reading> known(StoredFile stored) {
        Kind kind = Kind.of(stored);
        if (kind == Kind.NOTHING) {
            return Optional.of(new Reading.Nothing());
        }
        if (kind == Kind.NOT_KNOWN) {
            return Optional.of(new Reading.Unreadable(Reading.Why.NOT_KNOWN));
        }
        if (stored.size() > LARGEST) {
            return Optional.of(new Reading.Unreadable(Reading.Why.TOO_LARGE));
        }
        Path folder = room.folder(stored, kind);
        if (!Files.exists(folder)) {
            lately.invalidate(folder);
            return Optional.empty();
        }
        Reading known = lately.getIfPresent(folder);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ReadingRoom.Kept> kept = room.kept(folder);
        kept.filter(ReadingRoom.Kept::forGood).ifPresent(good -> lately.put(folder, good.reading()));
        return kept.map(ReadingRoom.Kept::reading);
    }

    /**
     * The beginning of a table's first sheet, also while the rest is still being read; empty when it is no table or not
     * there yet. Never waits and does not begin to read.
     */
    public Optional<First> first(FileId file) {
        StoredFile stored = source.one(file);
        Optional<Reading> known = known(stored);
        if (known.isEmpty()) {
            return room.first(stored);
        }
        if (!(known.get() instanceof Reading.Table table) || table.sheets().isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = rows(file, 0, RowsWish.first(RowsWish.MOST)).rows();
        return Optional.of(new First(table.sheets().getFirst(), rows, true));
    }

    /**
     * The same, but begins to read and waits for the beginning or for all of it, whichever comes first, or until patience
     * is at its end.
     */
    public Optional<First> first(FileId file, Duration patience) {
        StoredFile stored = source.one(file);
        if (known(stored).isEmpty()) {
            CompletableFuture<Reading> reading = room.read(stored);
            long end = System.nanoTime() + patience.toNanos();
            while (!reading.isDone()
                    && System.nanoTime() < end
                    && room.first(stored).isEmpty()) {
                await(reading, GLANCE);
            }
        }
        return first(file);
    }

    /**
     * The picture of a PDF's first page, a JPEG; empty when it is no PDF, not read yet, or its first page could not be drawn.
     * Never waits and does not begin to read.
     *
     * @throws NotFound when there is no such file
     */
    public Optional<Path> firstPage(FileId file) {
        StoredFile stored = source.one(file);
        return firstPage(stored);
    }

    private Optional<Path> firstPage(StoredFile stored) {
        return Kind.of(stored) == Kind.PDF ? FirstPage.in(room.folder(stored, Kind.PDF)) : Optional.empty();
    }

    /**
     * What was read already of these, with the first rows of tables, in one statement. What is not read yet is left out. Never waits
     * and does not begin to read.
     */
    public Map<FileId, Glance> glances(Collection<FileId> files, int rows) {
        Map<FileId, Glance> glances = new HashMap<>();
        for (StoredFile stored : files.isEmpty() ? List.<StoredFile>of() : source.these(files)) {
            known(stored)
                    .flatMap(reading -> glance(stored, reading, rows))
                    .ifPresent(glance -> glances.put(stored.id(), glance));
        }
        return glances;
    }

    private Optional<Glance> glance(StoredFile stored, Reading reading, int count) {
        if (!(reading instanceof Reading.Table table) || table.sheets().isEmpty()) {
            return Optional.of(new Glance(reading, List.of(), firstPage(stored).isPresent()));
        }
        try (TableFiles rows = TableFiles.open(room.folder(stored, Kind.of(stored)), 0)) {
            return Optional.of(new Glance(reading, rows.rows(0, count), false));
        } catch (IOException | RuntimeException gone) { // deleted since, and read anew when it is looked at
            return Optional.empty();
        }
    }

    /** Some rows of a sheet. @throws NotFound when the file is no table or has no such sheet */
    public Rows rows(FileId file, int sheet, RowsWish wish) {
        StoredFile stored = source.one(file);
        return inSheet(stored, sheet, (folder, about) -> {
            String query = Folded.of(wish.query());
            Map<Integer, String> filters = new TreeMap<>();
            wish.filters().forEach((column, text) -> {
                if (!text.isEmpty()) {
                    filters.put(column, Folded.of(text));
                }
            });
            try (TableFiles rows = TableFiles.open(folder, sheet)) {
                if (query.isEmpty() && filters.isEmpty()) {
                    return new Rows(about.rows(), rows.rows(wish.from(), wish.count()));
                }
                Search search = new Search(folder, sheet, query, filters);
                int[] found = searches.getIfPresent(search);
                if (found == null) {
                    found = rows.matching(query, filters);
                    searches.put(search, found);
                }
                int from = Math.min(wish.from(), found.length);
                int to = Math.min(from + wish.count(), found.length);
                return new Rows(found.length, rows.rows(Arrays.copyOfRange(found, from, to)));
            }
        });
    }

    /** All rows of a sheet below its header, in order, streamed. Close it. @throws NotFound like {@link #rows} */
    public Stream<Row> all(FileId file, int sheet) {
        return inSheet(source.one(file), sheet, (folder, about) -> {
            TableFiles rows = TableFiles.open(folder, sheet);
            return rows.all().onClose(rows::close);
        });
    }

    private interface InSheet<T> {
        T apply(Path folder, Sheet sheet) throws IOException;
    }

    /** What was read may have been deleted since: then once more. */
    private <T> T inSheet(StoredFile stored, int sheet, InSheet<T> work) {
        for (int attempt = 0; ; attempt++) {
            if (!(of(stored.id()) instanceof Reading.Table table)
                    || sheet < 0
                    || sheet >= table.sheets().size()) {
                throw new NotFound();
            }
            Path folder = room.folder(stored, Kind.of(stored));
            try {
                return work.apply(folder, table.sheets().get(sheet));
            } catch (IOException | RuntimeException gone) {
                if (attempt > 0) {
                    throw new IllegalStateException("what was read of a file cannot be used", gone);
                }
                lately.invalidate(folder);
                room.forget(folder);
            }
        }
    }

    private static Optional<Reading> await(CompletableFuture<Reading> reading, Duration time) {
        try {
            return Optional.of(reading.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a file could not be read", failed.getCause());
        }
    }

    private static int weight(Reading reading) {
        return switch (reading) {
            case Reading.Table table -> table.found().length();
            case Reading.Text text -> text.text().length();
            case Reading.Pages pages -> pages.text().length();
            case Reading.Nothing none -> 0;
            case Reading.Unreadable none -> 0;
        };
    }

    @PreDestroy
    void close() {
        room.close();
    }
}
