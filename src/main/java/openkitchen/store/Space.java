package openkitchen.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import openkitchen.id.PersonId;
import openkitchen.problem.Fault;
import openkitchen.problem.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Whether there is room for more: on the disk, and within what the installation may keep in all. */
final class Space {

    /** The rest of the installation has to go on when people's files have filled the disk. */
    static final long SPARE = DataSize.ofMegabytes(512).toBytes();

    /** So many could upload at a time and each have a share. */
    private static final int PERSONS = 4;

    private final JdbcClient sql;
    private final UploadRows uploads;
    private final @Nullable DataSize quota;
    private final LongSupplier free;

    Space(JdbcClient sql, UploadRows uploads, @Nullable DataSize quota, LongSupplier free) {
        this.sql = sql;
        this.uploads = uploads;
        this.quota = quota;
        this.free = free;
    }

    /** What is free where the folder is; unknown is as if there were enough. */
    static LongSupplier on(Path folder) {
        return () -> {
            try {
                return Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
            } catch (IOException unknown) {
                return Long.MAX_VALUE;
            }
        };
    }

    /** @throws Invalid when so many bytes more would leave the disk too little */
    void onDisk(long more) {
        if (free.getAsLong() - more < SPARE) {
            throw new Invalid("file", "error.store_disk");
        }
    }

    /** @throws Invalid when so many bytes more would be too many for the installation, with what is under way */
    void inAll(long more) {
        if (quota != null && kept() + uploads.promised() + more > quota.toBytes()) {
            throw new Invalid(List.of(new Fault("file", "error.store_full", Map.of("limit", quota.toMegabytes()))));
        }
    }

    /**
     * Nobody takes all the room with uploads that only have begun: with another one under way a person may have no more bytes to come
     * than a quarter of what is free.
     *
     * @throws Invalid when so many bytes more would be too many for one person
     */
    void forOne(long more, PersonId by) {
        long coming = uploads.coming(by);
        if (quota == null || coming == 0) {
            return;
        }
        long share = Math.max(0, quota.toBytes() - kept()) / PERSONS;
        if (coming + more > share) {
            throw new Invalid(List.of(new Fault("file", "error.uploads_share", Map.of("limit", megabytes(share)))));
        }
    }

    private static long megabytes(long bytes) {
        return bytes / DataSize.ofMegabytes(1).toBytes();
    }

    /** As {@link #inAll}, for a file that has come; the same bytes again take no room. */
    void inAll(long more, byte[] sha256) {
        if (quota != null && !known(sha256)) {
            inAll(more);
        }
    }

    private boolean known(byte[] sha256) {
        return sql.sql("select exists (select from file where sha256 = ?)")
                .param(sha256)
                .query(Boolean.class)
                .single();
    }

    /** The bytes of distinct files. */
    private long kept() {
        return sql.sql("select coalesce(sum(size), 0) from (select distinct sha256, size from file) as one")
                .query(Long.class)
                .single();
    }
}
