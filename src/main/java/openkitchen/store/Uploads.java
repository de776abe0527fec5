package openkitchen.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import openkitchen.id.FileId;
import openkitchen.id.PersonId;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * Large files that come piece by piece and go on where they stopped, whatever stopped them: a broken connection, another page,
 * a kill of this process. Each is seen by whoever began it only. With the last byte it becomes a kept file by itself.
 */
@Component
public class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    /** So many may be under way for one person. */
    public static final int UNFINISHED = 20;

    /** For so long an upload waits for its next piece, and so long it is known afterwards what became of it. */
    static final Duration PATIENCE = Duration.ofHours(24);

    /** Whoever is alive writes to what is incoming more often than this. */
    static final Duration ALIVE = Duration.ofHours(1);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final UploadRows rows;
    private final Intake intake;
    private final Shelf shelf;
    private final Staging staging;
    private final Files files;
    private final Space space;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final long limit;

    Uploads(
            UploadRows rows,
            Intake intake,
            Shelf shelf,
            Staging staging,
            Files files,
            Space space,
            JdbcClient sql,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${openkitchen.large-upload-limit:5GB}") DataSize limit) {
        this.rows = rows;
        this.intake = intake;
        this.shelf = shelf;
        this.staging = staging;
        this.files = files;
        this.space = space;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.limit = limit.toBytes();
    }

    /** How a piece was received, and where the upload stands now. */
    public sealed interface Receipt {

        Upload upload();

        /** What came is safe; it may be less than was sent when the connection broke. */
        record Taken(Upload upload) implements Receipt {}

        /** Nothing was taken: the upload stands at another offset. */
        record WrongOffset(Upload upload) implements Receipt {}

        /** Nothing was taken: another request is still writing. To be tried again in a moment. */
        record Busy(Upload upload) implements Receipt {}
    }

    /**
     * Begins an upload, for anybody who is signed in.
     *
     * @param name as its sender calls it; only its last part is kept
     * @param size in bytes
     * @throws Invalid when it would be empty, larger than the installation allows, or there is no room for it; when too many are
     *     under way, or this person has begun to upload more than their share of what is free
     */
    public Upload begin(String name, long size, PersonId by) {
        if (size <= 0) {
            throw new Invalid("size", "error.file_empty");
        }
        if (size > limit) {
            throw Staging.tooLarge(limit);
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param("uploads of " + by.value())
                    .query((row, index) -> true)
                    .single();
            if (rows.unfinished(by) >= UNFINISHED) {
                throw new Invalid("file", "error.too_many_uploads", UNFINISHED);
            }
            space.inAll(size);
            space.forOne(size, by);
            space.onDisk(shelf instanceof Disk ? size : 0);
            String token = token();
            rows.add(token, Files.cleanName(name), size, by);
            return Upload.of(row(token, by));
        }));
    }

    private static String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private UploadRows.Row row(String token, PersonId by) {
        return rows.find(token).filter(row -> row.by().equals(by)).orElseThrow(NotFound::new);
    }

    /**
     * How far it has got.
     *
     * @throws NotFound when there is no such upload of this person's
     */
    public Upload one(String token, PersonId by) {
        return Upload.of(finishIfWhole(row(token, by)));
    }

    /**
     * Takes a piece in, in constant memory. What is beyond the upload's size is not read. A connection that breaks is no
     * failure: what came before counts.
     *
     * @param offset where the piece begins
     * @throws NotFound when there is no such upload of this person's
     * @throws UncheckedIOException when the store does not take it; what was acknowledged stays
     */
    public Receipt receive(String token, PersonId by, long offset, InputStream piece) {
        UploadRows.Row before = row(token, by);
        if (before.whole()) {
            Upload whole = Upload.of(finishIfWhole(before));
            return offset == whole.size() ? new Receipt.Taken(whole) : new Receipt.WrongOffset(whole);
        }
        try {
            Intake.Outcome outcome = intake.receive(token, offset, piece);
            Upload now = Upload.of(finishIfWhole(row(token, by)));
            return switch (outcome) {
                case TAKEN -> new Receipt.Taken(now);
                case WRONG_OFFSET -> new Receipt.WrongOffset(now);
                case BUSY -> new Receipt.Busy(now);
            };
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Throws an upload away; a file that it has become stays.
     *
     * @throws NotFound when there is no such upload of this person's
     */
    public void drop(String token, PersonId by) {
        UploadRows.Row row = finishIfWhole(row(token, by));
        rows.remove(row.token());
        try {
            intake.drop(row);
        } catch (IOException failed) {
            LOG.warn("an upload that was dropped will be swept later: {}", failed.toString());
        }
    }

    /**
     * The file that an upload has become, for what it is to be attached to.
     *
     * @throws NotFound when there is no such upload of this person's
     * @throws Invalid when it has not come whole
     */
    public StoredFile finished(String token, PersonId by) {
        FileId file = finishIfWhole(row(token, by)).file();
        if (file == null) {
            throw new Invalid("file", "error.upload_unfinished");
        }
        return files.one(file);
    }

    private UploadRows.Row finishIfWhole(UploadRows.Row row) {
        if (!row.whole() || row.file() != null) {
            return row;
        }
        try {
            intake.assemble(row);
            Files.Whole whole = files.look(row.location(), row.size(), row.name(), row.by());
            files.shelve(whole, to -> shelf.copy(row.location(), to), () -> insertOnce(row, whole));
            UploadRows.Row finished = rows.find(row.token()).orElseThrow(NotFound::new);
            intake.drop(finished);
            return finished;
        } catch (IOException failed) {
            return rows.find(row.token())
                    .filter(now -> now.file() != null) // by another request, which took the pieces away
                    .orElseThrow(() -> new UncheckedIOException(failed));
        }
    }

    private FileId insertOnce(UploadRows.Row row, Files.Whole whole) {
        FileId there = rows.hold(row.token()).orElseThrow(NotFound::new).file();
        if (there != null) {
            return there;
        }
        FileId file = files.insert(whole);
        rows.finish(row.token(), file);
        return file;
    }

    /**
     * Finishes what is whole and was left, and throws away what nothing came for in a day and what killed processes left. What
     * is being written to is left alone.
     */
    void sweep() {
        Instant now = clock.instant();
        rows.whole().forEach(row -> carefully(() -> finishIfWhole(row)));
        rows.untouchedSince(now.minus(PATIENCE)).forEach(row -> carefully(() -> forget(row)));
        carefully(() -> {
            List<String> named = rows.tokens();
            intake.sweep(now.minus(PATIENCE), named);
            for (Path leftover : staging.leftovers(new HashSet<>(named), now.minus(ALIVE))) {
                sweep(leftover);
            }
        });
    }

    private void forget(UploadRows.Row row) throws IOException {
        if (row.file() != null || intake.drop(row)) {
            rows.remove(row.token());
        }
    }

    /** Its bytes may be in their place already without a row that names them. */
    private void sweep(Path leftover) throws IOException {
        byte[] sha256;
        try (InputStream bytes = java.nio.file.Files.newInputStream(leftover)) {
            sha256 = Hashes.of(bytes);
        }
        files.removeUnnamed(sha256);
        java.nio.file.Files.deleteIfExists(leftover);
    }

    private interface Step {
        void go() throws IOException;
    }

    private static void carefully(Step step) {
        try {
            step.go();
        } catch (IOException | RuntimeException failed) {
            LOG.warn("what is left of uploads could not be swept, trying again later: {}", failed.toString());
        }
    }
}
