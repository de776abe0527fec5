package openkitchen.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import openkitchen.board.Attachments;
import openkitchen.bridge.ImportReport.MissingFile;
import openkitchen.bridge.TrelloDownload.Failed;
import openkitchen.bridge.TrelloDownload.Fault;
import openkitchen.id.AttachmentId;
import openkitchen.id.ProjectId;
import openkitchen.people.Viewer;
import openkitchen.problem.Faults;
import openkitchen.problem.NotFound;
import openkitchen.project.Projects;
import openkitchen.project.Seat;
import openkitchen.store.StoredFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Fetches the files that an export only names, with a key and token of somebody who may see the board in Trello. These are
 * held while the files come, and never kept or logged.
 */
@Component
public class TrelloUploads {

    private static final Logger LOG = LoggerFactory.getLogger(TrelloUploads.class);
    private static final Pattern CREDENTIAL = Pattern.compile("[A-Za-z0-9-]{16,256}");

    private final ImportRows rows;
    private final Attachments attachments;
    private final openkitchen.store.Files store;
    private final Projects projects;
    private final TrelloDownload download;
    private final Path folder;
    private final Map<ProjectId, Fetching> running = new ConcurrentHashMap<>();

    TrelloUploads(
            ImportRows rows,
            Attachments attachments,
            openkitchen.store.Files store,
            Projects projects,
            @Value("${openkitchen.trello:https://api.trello.com}") URI host,
            @Value("${openkitchen.data:data}") String data,
            @Value("${openkitchen.upload-limit:100MB}") DataSize limit) {
        this.rows = rows;
        this.attachments = attachments;
        this.store = store;
        this.projects = projects;
        this.download = new TrelloDownload(host, limit.toBytes(), Duration.ofSeconds(10));
        this.folder = Path.of(data).toAbsolutePath().resolve("waiting");
    }

    /** A file that could not be had; {@code why} names the sentence {@code import.fetch.<why>}. */
    public record Missed(int number, String name, String why) {}

    /** How a fetching stands. */
    public record Fetching(int all, int done, List<Missed> missed, boolean ended) {

        private Fetching with(int more, List<Missed> others) {
            return new Fetching(all, done + more, List.copyOf(others), ended);
        }

        private Fetching end() {
            return new Fetching(all, done, missed, true);
        }
    }

    /** The files of the project that are still in Trello only. */
    public List<MissingFile> waiting(Seat seat) {
        Map<AttachmentId, Integer> waiting = attachments.waiting(seat);
        return rows.report(seat.project())
                .map(report -> report.missing().files().stream()
                        .filter(file -> waiting.containsKey(new AttachmentId(file.attachment())))
                        .toList())
                .orElse(List.of());
    }

    /** How the last fetching of a project's files stands, empty when there was none since the start. */
    public Optional<Fetching> state(Seat seat) {
        return Optional.ofNullable(running.get(seat.project()));
    }

    /**
     * Starts to fetch; it goes on by itself. While it runs, no second one starts. Whoever manages the project may.
     *
     * @throws openkitchen.problem.Invalid when key or token cannot be one
     */
    public void fetch(Seat seat, String key, String token) {
        seat.mustManage();
        new Faults()
                .unless(CREDENTIAL.matcher(key.strip()).matches(), "trelloKey", "error.trello_key")
                .unless(CREDENTIAL.matcher(token.strip()).matches(), "trelloToken", "error.trello_token")
                .stop();
        List<MissingFile> files = waiting(seat);
        Fetching fresh = new Fetching(files.size(), 0, List.of(), false);
        Fetching now = running.compute(seat.project(), (project, old) -> old == null || old.ended() ? fresh : old);
        if (now == fresh) {
            String authorization =
                    "OAuth oauth_consumer_key=\"" + key.strip() + "\", oauth_token=\"" + token.strip() + "\"";
            Thread.ofVirtual()
                    .name("trello")
                    .start(() -> run(seat.viewer(), seat.key(), seat.project(), files, authorization));
        }
    }

    private void run(Viewer viewer, String key, ProjectId project, List<MissingFile> files, String authorization) {
        List<Missed> missed = new ArrayList<>();
        try {
            for (MissingFile file : files) {
                Fault fault = fetch(viewer, key, file, authorization);
                if (fault != null) {
                    missed.add(
                            new Missed(file.number(), file.name(), fault.name().toLowerCase(java.util.Locale.ROOT)));
                }
                note(project, fault == null ? 1 : 0, missed);
                if (fault == Fault.UNAUTHORIZED) {
                    break; // the next would be refused, too
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (NotFound gone) {
            LOG.info("fetching files ended: its project is not there any more");
        } catch (RuntimeException failure) {
            LOG.error("fetching files failed", failure);
        } finally {
            running.computeIfPresent(project, (id, state) -> state.end());
        }
    }

    private void note(ProjectId project, int more, List<Missed> missed) {
        running.computeIfPresent(project, (id, state) -> state.with(more, missed));
    }

    /** What went wrong, null when the file is here now. */
    private @org.jspecify.annotations.Nullable Fault fetch(
            Viewer viewer, String key, MissingFile file, String authorization) throws InterruptedException {
        try {
            Path waiting = Files.createTempFile(Files.createDirectories(folder), "upload", "");
            try {
                download.load(file.path(), file.bytes(), authorization, waiting);
                Seat seat = projects.seat(viewer, key);
                try (InputStream bytes = Files.newInputStream(waiting)) {
                    StoredFile stored = store.keep(bytes, file.name(), viewer.person());
                    attachments.fill(seat, new AttachmentId(file.attachment()), stored.id(), file.cover());
                }
                return null;
            } finally {
                Files.deleteIfExists(waiting);
            }
        } catch (Failed failed) {
            return failed.fault;
        } catch (IOException failed) {
            LOG.error("a fetched file could not be kept", failed);
            return Fault.UNREACHABLE;
        }
    }
}
