package openkitchen.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import openkitchen.start.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds what the store knows against what is there, for whoever runs the installation. */
public final class Inventory {

    private static final int SETTLING_SECONDS = 2;

    private final JdbcClient sql;
    private final Shelf shelf;

    Inventory(JdbcClient sql, Shelf shelf) {
        this.sql = sql;
        this.shelf = shelf;
    }

    /**
     * That of an installation, which may be running.
     *
     * @param data its data folder
     * @param setting a setting by its name, empty when it is not set: those of S3 are asked for
     * @throws CannotStart when a bucket is named that cannot be used
     */
    public static Inventory of(DataSource database, Path data, UnaryOperator<String> setting) {
        return new Inventory(
                JdbcClient.create(database),
                StoreSetUp.shelf(S3Settings.from(setting), data.toAbsolutePath().resolve("files")));
    }

    /** A file that nothing refers to for a week. */
    public record Loose(long id, String name, long size) {}

    /**
     * What was found.
     *
     * @param files how many distinct contents were read
     * @param bytes how many bytes these have
     * @param missing where bytes should lie and do not
     * @param changed where bytes lie that are not those that were kept
     * @param unnamed where bytes lie that no row names
     * @param loose files that are attached to nothing; nothing is wrong with them
     */
    public record Report(
            long files,
            long bytes,
            List<String> missing,
            List<String> changed,
            List<String> unnamed,
            List<Loose> loose) {

        public boolean sound() {
            return missing.isEmpty() && changed.isEmpty() && unnamed.isEmpty();
        }
    }

    private record Kept(String location, @Nullable String small, long size, byte[] sha256) {}

    /**
     * Reads every kept byte once.
     *
     * @throws UncheckedIOException when the store does not answer
     */
    public Report walk() {
        try {
            List<String> missing = new ArrayList<>();
            List<String> changed = new ArrayList<>();
            long bytes = 0;
            List<Kept> all = kept();
            for (Kept kept : all) {
                bytes += kept.size();
                check(kept, missing, changed);
            }
            return new Report(all.size(), bytes, missing, changed, unnamed(), loose());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Kept> kept() {
        return sql.sql("""
                        select location, max(thumbnail) as small, size, sha256 from file
                         group by location, size, sha256 order by location
                        """)
                .query((row, index) -> new Kept(
                        row.getString("location"), row.getString("small"), row.getLong("size"), row.getBytes("sha256")))
                .list();
    }

    private void check(Kept kept, List<String> missing, List<String> changed) throws IOException {
        long size = shelf.size(kept.location());
        if (size < 0) {
            missing.add(kept.location());
        } else if (size != kept.size() || !Arrays.equals(hash(kept), kept.sha256())) {
            changed.add(kept.location());
        }
        if (kept.small() != null && shelf.size(kept.small()) < 0) {
            missing.add(kept.small());
        }
    }

    private byte[] hash(Kept kept) throws IOException {
        try (InputStream bytes = shelf.open(kept.location(), 0, kept.size())) {
            return Hashes.of(bytes);
        }
    }

    /** What is being kept at this moment has its bytes before its row: what seems unnamed is looked at again. */
    private List<String> unnamed() throws IOException {
        Set<String> there = new TreeSet<>();
        shelf.each(there::add);
        there.removeAll(named());
        if (!there.isEmpty()) {
            try {
                TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            there.removeAll(named());
        }
        return List.copyOf(there);
    }

    private Set<String> named() {
        return new HashSet<>(
                sql.sql("select location from file union select thumbnail from file where thumbnail is not null")
                        .query(String.class)
                        .list());
    }

    /** Whatever refers to files says so to PostgreSQL. */
    private List<Loose> loose() {
        StringBuilder attached = new StringBuilder();
        sql.sql("""
                        select c.conrelid::regclass::text as home, quote_ident(a.attname) as field
                          from pg_constraint c
                          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                         where c.contype = 'f' and c.confrelid = 'file'::regclass and c.conrelid <> 'upload'::regclass
                        """)
                .query((row, index) -> " and not exists (select from %s where %s = file.id)"
                        .formatted(row.getString("home"), row.getString("field")))
                .list()
                .forEach(attached::append);
        return sql.sql("select id, name, size from file where created_at < now() - interval '7 days'" + attached
                        + " order by id")
                .query((row, index) -> new Loose(row.getLong("id"), row.getString("name"), row.getLong("size")))
                .list();
    }
}
