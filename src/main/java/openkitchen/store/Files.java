package openkitchen.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import openkitchen.id.FileId;
import openkitchen.id.PersonId;
import openkitchen.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps files. The bytes are on disk, whole and synced, before the row that names them is written: what is known is there.
 * Who may read a file is not decided here but by whatever it is attached to.
 */
@Component
public class Files {

    public static final int NAME_LIMIT = 255;

    private final JdbcClient sql;
    private final Clock clock;
    private final Disk disk;
    private final Pictures pictures;

    Files(JdbcClient sql, Clock clock, Disk disk, Pictures pictures) {
        this.sql = sql;
        this.clock = clock;
        this.disk = disk;
        this.pictures = pictures;
    }

    /**
     * Takes a file in, in constant memory.
     *
     * @param name as its sender calls it; only its last part is kept
     * @throws openkitchen.problem.Invalid when it is empty or larger than the installation allows
     * @throws UncheckedIOException when the disk does not take it; nothing is left behind
     */
    public StoredFile keep(InputStream bytes, String name, @Nullable PersonId by) {
        try {
            Disk.Kept kept = disk.keep(bytes);
            String clean = cleanName(name);
            String type = pictures.contentType(kept.path(), clean);
            Pictures.Picture picture = pictures.look(kept.path(), type);
            String thumbnail =
                    picture == null || picture.thumbnail() == null ? null : disk.keepBeside(kept, picture.thumbnail());
            FileId id = new FileId(sql.sql("""
                            insert into file (sha256, size, name, content_type, width, height, location, thumbnail, created_at, created_by)
                            values (:sha256, :size, :name, :type, :width, :height, :location, :thumbnail, :now, :by) returning id
                            """)
                    .param("sha256", kept.sha256())
                    .param("size", kept.size())
                    .param("name", clean)
                    .param("type", type)
                    .param("width", picture == null ? null : picture.width())
                    .param("height", picture == null ? null : picture.height())
                    .param("location", kept.location())
                    .param("thumbnail", thumbnail)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("by", by == null ? null : by.value())
                    .query(Long.class)
                    .single());
            return one(id);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String cleanName(String name) {
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
        return sql.sql(
                        "select id, name, content_type, size, sha256, width, height, thumbnail is not null as small from file where id = ?")
                .param(id.value())
                .query((row, index) -> new StoredFile(
                        new FileId(row.getLong("id")),
                        row.getString("name"),
                        row.getString("content_type"),
                        row.getLong("size"),
                        HexFormat.of().formatHex(row.getBytes("sha256")),
                        row.getObject("width", Integer.class),
                        row.getObject("height", Integer.class),
                        row.getBoolean("small")))
                .optional();
    }

    /** Where the bytes are. @throws NotFound when there is no such file */
    public Path path(FileId id) {
        return disk.path(location(id, "location"));
    }

    /** The small picture of a picture, JPEG or PNG. @throws NotFound when there is none */
    public Path thumbnail(FileId id) {
        return disk.path(location(id, "thumbnail"));
    }

    private String location(FileId id, String column) {
        return sql.sql("select %s from file where id = ? and %s is not null".formatted(column, column))
                .param(id.value())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
