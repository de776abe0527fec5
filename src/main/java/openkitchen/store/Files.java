package openkitchen.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import openkitchen.id.FileId;
import openkitchen.id.PersonId;
import openkitchen.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps files. The bytes are in their place, whole and synced, before the row that names them is written: what is known is
 * there. Who may read a file is not decided here but by whatever it is attached to.
 */
@Component
public class Files {

    public static final int NAME_LIMIT = 255;

    /** A small picture of something larger is not worth the copying. */
    private static final long LARGEST_PICTURE = 200L << 20;

    private final JdbcClient sql;
    private final Clock clock;
    private final Shelf shelf;
    private final Staging staging;
    private final Space space;
    private final Pictures pictures;
    private final TransactionTemplate transaction;

    Files(
            JdbcClient sql,
            Clock clock,
            Shelf shelf,
            Staging staging,
            Space space,
            Pictures pictures,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.clock = clock;
        this.shelf = shelf;
        this.staging = staging;
        this.space = space;
        this.pictures = pictures;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes a file in, in constant memory.
     *
     * @param name as its sender calls it; only its last part is kept
     * @throws openkitchen.problem.Invalid when it is empty, larger than the installation allows, or there is no room for it
     * @throws UncheckedIOException when the store does not take it; nothing is left behind
     */
    public StoredFile keep(InputStream bytes, String name, @Nullable PersonId by) {
        try (Staging.Staged staged = staging.take(bytes)) {
            space.inAll(staged.size(), staged.sha256());
            String clean = cleanName(name);
            Path path = staged.path();
            String type;
            try (InputStream content = java.nio.file.Files.newInputStream(path)) {
                type = pictures.contentType(content, clean);
            }
            Whole whole = new Whole(staged.sha256(), staged.size(), clean, type, pictures.look(path, type), by);
            return shelve(whole, to -> shelf.put(to, path), () -> one(insert(whole)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Looks what it is that lies on the shelf, all of it. */
    Whole look(String location, long size, String name, PersonId by) throws IOException {
        byte[] sha256;
        try (InputStream content = shelf.open(location, 0, size)) {
            sha256 = Hashes.of(content);
        }
        String type;
        try (InputStream content = shelf.open(location, 0, Hashes.BUFFER)) {
            type = pictures.contentType(content, name);
        }
        Pictures.Picture picture = pictures.readable(type) && size <= LARGEST_PICTURE
                ? shelf.<Optional<Pictures.Picture>>withPath(
                                location, path -> Optional.ofNullable(pictures.look(path, type)))
                        .orElse(null)
                : null;
        return new Whole(sha256, size, name, type, picture, by);
    }

    /** All that is known of a file that has come. */
    record Whole(
            byte[] sha256,
            long size,
            String name,
            String type,
            Pictures.@Nullable Picture picture,
            @Nullable PersonId by) {

        String location() {
            return Hashes.location(sha256);
        }

        @Nullable
        String small() {
            return picture == null || picture.thumbnail() == null ? null : location() + Hashes.SMALL;
        }
    }

    interface Placing {
        void to(String location) throws IOException;
    }

    /** Puts the bytes in their place, then runs what writes the row, while no sweep can take them away. */
    <T> T shelve(Whole whole, Placing placing, Supplier<T> row) throws IOException {
        place(whole, placing);
        return Objects.requireNonNull(transaction.execute(status -> {
            hold(whole.location());
            try {
                if (shelf.size(whole.location()) < 0) {
                    place(whole, placing);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return row.get();
        }));
    }

    private void place(Whole whole, Placing placing) throws IOException {
        placing.to(whole.location());
        String small = whole.small();
        if (small != null) {
            shelf.put(
                    small,
                    Objects.requireNonNull(
                            Objects.requireNonNull(whole.picture()).thumbnail()));
        }
    }

    FileId insert(Whole whole) {
        Pictures.Picture picture = whole.picture();
        return new FileId(sql.sql("""
                        insert into file (sha256, size, name, content_type, width, height, location, thumbnail, created_at, created_by)
                        values (:sha256, :size, :name, :type, :width, :height, :location, :thumbnail, :now, :by) returning id
                        """)
                .param("sha256", whole.sha256())
                .param("size", whole.size())
                .param("name", whole.name())
                .param("type", whole.type())
                .param("width", picture == null ? null : picture.width())
                .param("height", picture == null ? null : picture.height())
                .param("location", whole.location())
                .param("thumbnail", whole.small())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", whole.by() == null ? null : whole.by().value())
                .query(Long.class)
                .single());
    }

    /** Takes bytes away that no row names; somebody was killed between putting them there and writing the row. */
    void removeUnnamed(byte[] sha256) {
        String location = Hashes.location(sha256);
        transaction.executeWithoutResult(status -> {
            hold(location);
            boolean named = sql.sql("select exists (select from file where sha256 = ?)")
                    .param(sha256)
                    .query(Boolean.class)
                    .single();
            if (!named) {
                try {
                    shelf.remove(location);
                    shelf.remove(location + Hashes.SMALL);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        });
    }

    private void hold(String location) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("file " + location)
                .query((row, index) -> true)
                .single();
    }

    static String cleanName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
        if (clean.length() > NAME_LIMIT) {
            clean = clean.substring(clean.length() - NAME_LIMIT);
        }
        return clean.isEmpty() ? "file" : clean;
    }

    /** @throws NotFound when there is no such file */
    public StoredFile one(FileId id) {
        return find(id).orElseThrow(NotFound::new);
    }

    public Optional<StoredFile> find(FileId id) {
        return these(List.of(id)).stream().findFirst();
    }

    /** Those of these that there are, in one statement. */
    public List<StoredFile> these(Collection<FileId> ids) {
        return sql.sql("""
                        select id, name, content_type, size, sha256, width, height, thumbnail is not null as small
                          from file where id = any(?)
                        """)
                .param(ids.stream().map(FileId::value).toArray(Long[]::new))
                .query((row, index) -> new StoredFile(
                        new FileId(row.getLong("id")),
                        row.getString("name"),
                        row.getString("content_type"),
                        row.getLong("size"),
                        HexFormat.of().formatHex(row.getBytes("sha256")),
                        row.getObject("width", Integer.class),
                        row.getObject("height", Integer.class),
                        row.getBoolean("small")))
                .list();
    }

    /** The bytes, for whoever may read what they are attached to. @throws NotFound when there is no such file */
    public Bytes bytes(FileId id) {
        return sql.sql("select location, size from file where id = ?")
                .param(id.value())
                .query((row, index) -> new Bytes(shelf, row.getString("location"), row.getLong("size")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * The small picture of a picture, JPEG or PNG, for whoever may see what that is attached to.
     *
     * @throws NotFound when there is none
     * @throws UncheckedIOException when the store does not answer
     */
    public Bytes small(FileId id) {
        String location = sql.sql("select thumbnail from file where id = ? and thumbnail is not null")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        try {
            long size = shelf.size(location);
            if (size < 0) {
                throw new NotFound();
            }
            return new Bytes(shelf, location, size);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
