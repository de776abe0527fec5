package openkitchen.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import openkitchen.store.StoredFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Where files are read, two at a time, and where what was read is kept: {@code <first two letters>/<sha256>/<kind>-<layout>},
 * a folder that is there whole or not at all. Whoever asks for what is being read waits for the same reading.
 */
final class ReadingRoom {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingRoom.class);
    /** Raise it when files are read differently, so that what was kept is read anew. */
    private static final int LAYOUT = 4;

    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);
    private static final String AT_WORK = "at-work";

    private final Source source;
    private final Clock clock;
    private final Path home;
    private final ReadingProcess process;
    private final Semaphore seats = new Semaphore(2, true);
    private final ConcurrentHashMap<Path, Job> jobs = new ConcurrentHashMap<>();

    private record Job(CompletableFuture<Reading> reading, Path place, Thread reader) {
        Path out() {
            return place.resolve("out");
        }
    }

    /** @param forGood whether it will not be tried again */
    record Kept(Reading reading, boolean forGood) {}

    ReadingRoom(Source source, Clock clock, Path home, Duration limit) {
        this.source = source;
        this.clock = clock;
        this.home = home;
        this.process = new ReadingProcess(limit);
        Thread.ofVirtual().start(this::sweep);
    }

    Path folder(StoredFile file, Kind kind) {
        return home.resolve(file.sha256().substring(0, 2))
                .resolve(file.sha256())
                .resolve(kind.name().toLowerCase(Locale.ROOT) + "-" + LAYOUT);
    }

    /** What is kept; empty when there is nothing, or something that deserves another attempt. */
    Optional<Kept> kept(Path folder) {
        try {
            ResultFile.Result result = ResultFile.read(folder);
            Instant again = Instant.ofEpochMilli(result.at()).plus(AGAIN);
            if (result.passing() && clock.instant().isAfter(again)) {
                return Optional.empty();
            }
            return Optional.of(new Kept(result.reading(), !result.passing()));
        } catch (IOException | RuntimeException unusable) {
            return Optional.empty();
        }
    }

    /** Reads it, or joins who does. */
    CompletableFuture<Reading> read(StoredFile file) {
        Kind kind = Kind.of(file);
        Path folder = folder(file, kind);
        return jobs.computeIfAbsent(folder, key -> {
                    CompletableFuture<Reading> reading = new CompletableFuture<>();
                    Path place = home.resolve(AT_WORK).resolve(UUID.randomUUID().toString());
                    Thread reader = Thread.ofVirtual().unstarted(() -> work(file, kind, folder, place, reading));
                    Job job = new Job(reading, place, reader);
                    reader.start();
                    return job;
                })
                .reading();
    }

    /** What a job that is under way has shown already. */
    Optional<First> first(StoredFile file) {
        Job job = jobs.get(folder(file, Kind.of(file)));
        try {
            return job == null ? Optional.empty() : TableFiles.readFirst(job.out());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private void work(StoredFile file, Kind kind, Path folder, Path place, CompletableFuture<Reading> reading) {
        try {
            seats.acquire();
            try {
                // somebody may have finished between the look and the seat
                Optional<Kept> kept = kept(folder);
                Reading read = kept.isPresent() ? kept.get().reading() : readNow(file, kind, folder, place);
                delete(place);
                jobs.remove(folder);
                reading.complete(read);
            } finally {
                seats.release();
            }
        } catch (InterruptedException closing) {
            reading.complete(new Reading.Unreadable(Reading.Why.NOT_NOW));
        } catch (IOException | RuntimeException failed) {
            LOG.warn("file {} could not be read", file.id(), failed);
            reading.complete(new Reading.Unreadable(Reading.Why.NOT_NOW));
        } finally {
            jobs.remove(folder);
            delete(place);
        }
    }

    private Reading readNow(StoredFile file, Kind kind, Path folder, Path place)
            throws IOException, InterruptedException {
        Path out = Files.createDirectories(place.resolve("out"));
        int code = source.withPath(file.id(), path -> {
            try {
                return process.run(kind, path, out, place);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return ReadingMain.TOO_LONG;
            }
        });
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (code != ReadingMain.DONE && kept(out).isEmpty()) {
            FileSystemUtils.deleteRecursively(out);
            Files.createDirectories(out);
            ResultFile.write(out, failure(code));
        }
        Reading read = ResultFile.read(out).reading();
        keep(out, folder);
        return read;
    }

    private ResultFile.Result failure(int code) {
        long now = clock.millis();
        return switch (code) {
            case ReadingMain.TOO_LARGE ->
                new ResultFile.Result(new Reading.Unreadable(Reading.Why.TOO_LARGE), false, now);
            case ReadingMain.TOO_LONG -> new ResultFile.Result(new Reading.Unreadable(Reading.Why.TOO_LONG), true, now);
            default -> { // killed, or the disk is full
                LOG.warn("a reader ended with {}", code);
                yield new ResultFile.Result(new Reading.Unreadable(Reading.Why.NOT_NOW), true, now);
            }
        };
    }

    private void keep(Path out, Path folder) throws IOException {
        // another node with the same folder may have been quicker: what it read is as good
        if (kept(folder).filter(Kept::forGood).isPresent()) {
            return;
        }
        Files.createDirectories(folder.getParent());
        forget(folder);
        try {
            Files.move(out, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException taken) {
            if (kept(folder).isEmpty()) {
                throw taken;
            }
        }
    }

    /** Out of the way at once, whoever may be reading there. */
    void forget(Path folder) {
        try {
            Path away = Files.createDirectories(home.resolve(AT_WORK))
                    .resolve(UUID.randomUUID().toString());
            Files.move(folder, away, StandardCopyOption.ATOMIC_MOVE);
            delete(away);
        } catch (NoSuchFileException none) {
            // nothing to forget
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a killed server left behind. */
    private void sweep() {
        Path work = home.resolve(AT_WORK);
        if (!Files.isDirectory(work)) {
            return;
        }
        Instant before = Instant.now().minus(LEFT_BEHIND);
        try (Stream<Path> places = Files.list(work)) {
            for (Path place : places.toList()) {
                if (Files.getLastModifiedTime(place).toInstant().isBefore(before)) {
                    delete(place);
                }
            }
        } catch (IOException | UncheckedIOException failed) {
            LOG.info("could not sweep {}: {}", work, failed.toString());
        }
    }

    private static void delete(Path place) {
        try {
            FileSystemUtils.deleteRecursively(place);
        } catch (IOException failed) {
            LOG.info("could not delete {}: {}", place, failed.toString());
        }
    }

    void close() {
        jobs.values().forEach(job -> job.reader().interrupt());
    }
}
