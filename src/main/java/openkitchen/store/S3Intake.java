package openkitchen.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Puts what comes together from parts of at least 5 MB, as S3 wants them. A shorter rest waits as an object of its own until
 * more comes. Requests that write at the same time cannot hurt each other: each part has a number of its own, and counts only
 * when the row was where the part begins.
 */
final class S3Intake implements Intake {

    private static final int PART = 8 << 20;
    private static final int SMALLEST_PART = 5 << 20;

    private final S3 shelf;
    private final UploadRows rows;
    private final TransactionTemplate transaction;
    private final Path waiting;

    S3Intake(S3 shelf, UploadRows rows, TransactionTemplate transaction, Path waiting) {
        this.shelf = shelf;
        this.rows = rows;
        this.transaction = transaction;
        this.waiting = waiting;
    }

    @Override
    public Outcome receive(String token, long offset, InputStream body) throws IOException {
        Optional<UploadRows.Row> row = rows.find(token);
        if (row.isEmpty()
                || row.get().file() != null
                || row.get().received() != offset
                || row.get().whole()) {
            return Outcome.WRONG_OFFSET;
        }
        UploadRows.Row upload = row.get();
        String assembly = upload.assembly().isEmpty() ? begin(upload) : upload.assembly();
        long base = rows.parts(token).stream().mapToLong(UploadRows.Part::size).sum();
        InputStream sent = new UntilItBreaks(body);
        if (base == offset) {
            return receive(upload, assembly, base, sent);
        }
        try (InputStream rest = shelf.open(rest(upload, offset), 0, offset - base)) {
            return receive(upload, assembly, base, new SequenceInputStream(rest, sent));
        }
    }

    private String begin(UploadRows.Row upload) throws IOException {
        String made = S3.asked(() -> shelf.client()
                .createMultipartUpload(request -> request.bucket(shelf.bucket()).key(upload.location()))
                .uploadId());
        String known = rows.assembly(upload.token(), made);
        if (!known.equals(made)) {
            abort(upload.location(), made);
        }
        return known;
    }

    private Outcome receive(UploadRows.Row upload, String assembly, long from, InputStream sent) throws IOException {
        long base = from;
        long safe = upload.received();
        Path piece = Files.createTempFile(Files.createDirectories(waiting), "piece", "");
        try {
            while (base < upload.size()) {
                long length = fill(piece, sent, Math.min(PART, upload.size() - base));
                long reached = base + length;
                if (reached <= safe) {
                    return Outcome.TAKEN;
                }
                boolean part = length >= SMALLEST_PART || reached == upload.size();
                boolean counts = part
                        ? part(upload, assembly, piece, safe, reached, length)
                        : rest(upload, piece, safe, reached);
                if (!counts) {
                    return Outcome.WRONG_OFFSET;
                }
                if (safe > base) {
                    shelf.remove(rest(upload, safe));
                }
                if (!part) {
                    return Outcome.TAKEN; // it was the last that came
                }
                base = reached;
                safe = reached;
            }
            return Outcome.TAKEN;
        } finally {
            Files.deleteIfExists(piece);
        }
    }

    private static long fill(Path piece, InputStream sent, long most) throws IOException {
        long length = 0;
        try (OutputStream out = Files.newOutputStream(piece)) {
            byte[] buffer = new byte[Hashes.BUFFER];
            int read = 0;
            while (length < most && read >= 0) {
                read = sent.read(buffer, 0, (int) Math.min(buffer.length, most - length));
                out.write(buffer, 0, Math.max(0, read));
                length += Math.max(0, read);
            }
        }
        return length;
    }

    private boolean part(UploadRows.Row upload, String assembly, Path piece, long safe, long reached, long length)
            throws IOException {
        int number = rows.nextPart(upload.token());
        String tag;
        try {
            tag = S3.asked(() -> shelf.client()
                    .uploadPart(
                            request -> request.bucket(shelf.bucket())
                                    .key(upload.location())
                                    .uploadId(assembly)
                                    .partNumber(number),
                            RequestBody.fromFile(piece))
                    .eTag());
        } catch (IOException failed) {
            if (gone(failed)) {
                return false; // finished or dropped by another request meanwhile
            }
            throw failed;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!rows.advance(upload.token(), safe, reached)) {
                return false;
            }
            rows.addPart(upload.token(), new UploadRows.Part(number, length, tag));
            return true;
        }));
    }

    private boolean rest(UploadRows.Row upload, Path piece, long safe, long reached) throws IOException {
        shelf.put(rest(upload, reached), piece);
        return rows.advance(upload.token(), safe, reached);
    }

    /** Where what is too short for a part waits; it ends at that offset. */
    private static String rest(UploadRows.Row upload, long end) {
        return upload.location() + ".rest-" + end;
    }

    @Override
    public void assemble(UploadRows.Row upload) throws IOException {
        if (shelf.size(upload.location()) == upload.size()) {
            return; // by whoever began to finish it before
        }
        List<CompletedPart> parts = rows.parts(upload.token()).stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.number())
                        .eTag(part.tag())
                        .build())
                .toList();
        S3.asked(() -> shelf.client()
                .completeMultipartUpload(request -> request.bucket(shelf.bucket())
                        .key(upload.location())
                        .uploadId(upload.assembly())
                        .multipartUpload(all -> all.parts(parts))));
    }

    @Override
    public boolean drop(UploadRows.Row upload) throws IOException {
        if (!upload.assembly().isEmpty()) {
            abort(upload.location(), upload.assembly());
        }
        removeAll(upload.location());
        return true;
    }

    private void abort(String location, String assembly) throws IOException {
        try {
            S3.asked(() -> shelf.client()
                    .abortMultipartUpload(request ->
                            request.bucket(shelf.bucket()).key(location).uploadId(assembly)));
        } catch (IOException failed) {
            if (!gone(failed)) {
                throw failed;
            }
        }
    }

    private static boolean gone(IOException failed) {
        return failed.getCause() instanceof S3Exception answered && answered.statusCode() == 404;
    }

    private void removeAll(String prefix) throws IOException {
        S3.asked(() -> {
            shelf.client()
                    .listObjectsV2Paginator(
                            request -> request.bucket(shelf.bucket()).prefix(prefix))
                    .contents()
                    .forEach(object -> shelf.client()
                            .deleteObject(
                                    request -> request.bucket(shelf.bucket()).key(object.key())));
            return true;
        });
    }

    @Override
    public void sweep(Instant before, List<String> named) throws IOException {
        S3.asked(() -> {
            shelf
                    .client()
                    .listMultipartUploadsPaginator(
                            request -> request.bucket(shelf.bucket()).prefix(Shelf.INCOMING))
                    .uploads()
                    .stream()
                    .filter(one -> one.initiated() != null && one.initiated().isBefore(before))
                    .filter(one -> !named.contains(token(one.key())))
                    .forEach(one -> shelf.client()
                            .abortMultipartUpload(request -> request.bucket(shelf.bucket())
                                    .key(one.key())
                                    .uploadId(one.uploadId())));
            shelf
                    .client()
                    .listObjectsV2Paginator(
                            request -> request.bucket(shelf.bucket()).prefix(Shelf.INCOMING))
                    .contents()
                    .stream()
                    .filter(one -> one.lastModified().isBefore(before))
                    .filter(one -> !named.contains(token(one.key())))
                    .forEach(one -> shelf.client()
                            .deleteObject(
                                    request -> request.bucket(shelf.bucket()).key(one.key())));
            return true;
        });
    }

    private static String token(String key) {
        return key.substring(Shelf.INCOMING.length()).replaceFirst("\\.rest-\\d+$", "");
    }
}
