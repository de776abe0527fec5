package openkitchen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import openkitchen.id.PersonId;
import openkitchen.problem.Fault;
import openkitchen.problem.Invalid;
import openkitchen.problem.NotFound;
import openkitchen.test.Hands;
import openkitchen.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** What holds of the store wherever it keeps the bytes. */
abstract class StoreContract {

    private static final int MB = 1 << 20;

    @TempDir
    Path data;

    final Hands clock = new Hands();
    final AtomicLong free = new AtomicLong(Long.MAX_VALUE / 2);

    private final DataSource database = TestDatabase.fresh().dataSource();
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
    final JdbcClient sql = JdbcClient.create(database);

    Shelf shelf;
    UploadRows rows;
    private Files files;
    private Uploads uploads;
    private PersonId ann;
    private PersonId bob;

    abstract Shelf shelf(Path folder);

    abstract Intake intake(Shelf shelf, UploadRows rows, TransactionTemplate transaction, Path incoming);

    @BeforeEach
    void open() {
        ann = person("ann");
        bob = person("bob");
        shelf = shelf(data.resolve("files"));
        open(null);
    }

    private void open(@Nullable DataSize quota) {
        Path incoming = incoming();
        rows = new UploadRows(sql, clock);
        Space space = new Space(sql, rows, quota, free::get);
        Staging staging = new Staging(incoming, space, 20 * MB);
        files = new Files(sql, clock, shelf, staging, space, new Pictures(), transactions);
        Intake intake = intake(shelf, rows, new TransactionTemplate(transactions), incoming);
        uploads = new Uploads(
                rows, intake, shelf, staging, files, space, sql, transactions, clock, DataSize.ofMegabytes(250));
    }

    Path incoming() {
        return data.resolve("files/incoming");
    }

    private PersonId person(String handle) {
        return new PersonId(
                sql.sql("""
                        insert into person (name, handle, agency_role, created_at)
                        values (:handle, :handle, 'specialist', now()) returning id
                        """).param("handle", handle).query(Long.class).single());
    }

    static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private StoredFile keep(byte[] bytes, String name) {
        return files.keep(new ByteArrayInputStream(bytes), name, ann);
    }

    private static InputStream part(byte[] bytes, int from, int to) {
        return new ByteArrayInputStream(bytes, from, to - from);
    }

    private static InputStream breakingOff() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the connection broke");
            }
        };
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Hashes.sha256().digest(bytes));
    }

    private byte[] read(StoredFile file) throws IOException {
        try (InputStream content = files.bytes(file.id()).open()) {
            return content.readAllBytes();
        }
    }

    private Inventory.Report inventory() {
        return new Inventory(sql, shelf).walk();
    }

    private void assertNothingIncoming() throws IOException {
        if (java.nio.file.Files.isDirectory(incoming())) {
            assertThat(incoming()).isEmptyDirectory();
        }
        assertThat(elsewhereIncoming()).isZero();
    }

    /** How much is incoming where this machine does not see it. */
    abstract int elsewhereIncoming();

    @Test
    void aFileIsReadAsItCameWholeAndInParts() throws IOException {
        byte[] sent = bytes(300_000);
        StoredFile kept = keep(sent, "C:\\folder\\site.bin");
        assertThat(kept.name()).isEqualTo("site.bin");
        assertThat(kept.sha256()).isEqualTo(hash(sent));
        assertThat(read(kept)).isEqualTo(sent);
        Bytes bytes = files.bytes(kept.id());
        assertThat(bytes.size()).isEqualTo(sent.length);
        try (InputStream some = bytes.open(70_000, 1_000)) {
            assertThat(some.readAllBytes()).isEqualTo(Arrays.copyOfRange(sent, 70_000, 71_000));
        }
        try (InputStream end = bytes.open(sent.length - 5, 1_000)) {
            assertThat(end.readAllBytes()).isEqualTo(Arrays.copyOfRange(sent, sent.length - 5, sent.length));
        }
        try (InputStream skipping = bytes.getInputStream()) {
            skipping.skipNBytes(299_000);
            assertThat(skipping.readNBytes(10)).isEqualTo(Arrays.copyOfRange(sent, 299_000, 299_010));
        }
        assertThat(bytes.<Long>withPath(path -> path.toFile().length())).isEqualTo(sent.length);
        assertNothingIncoming();
        assertThat(inventory().sound()).isTrue();
    }

    @Test
    void theSameBytesLieThereOnce() throws IOException {
        keep(bytes(1_000), "one.bin");
        keep(bytes(1_000), "two.bin");
        java.util.List<String> there = new java.util.ArrayList<>();
        shelf.each(there::add);
        assertThat(there).hasSize(1);
    }

    @Test
    void aPictureHasASmallOne() throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1000, 500, BufferedImage.TYPE_INT_RGB), "png", picture);
        StoredFile kept = keep(picture.toByteArray(), "banner.png");
        assertThat(kept.width()).isEqualTo(1000);
        try (InputStream small = files.small(kept.id()).open()) {
            assertThat(ImageIO.read(small).getWidth()).isEqualTo(640);
        }
        StoredFile text = keep("hello".getBytes(StandardCharsets.UTF_8), "a.txt");
        assertThatThrownBy(() -> files.small(text.id())).isInstanceOf(NotFound.class);
        assertThat(inventory().sound()).isTrue();
    }

    @Test
    void anUploadGoesOnWhereItStopped() throws IOException {
        byte[] sent = bytes(21 * MB + 17);
        Upload upload = uploads.begin("film.bin", sent.length, ann);
        assertThat(uploads.receive(upload.token(), ann, 0, part(sent, 0, 8 * MB)))
                .isInstanceOf(Uploads.Receipt.Taken.class);
        InputStream broken = new SequenceInputStream(part(sent, 8 * MB, 11 * MB + 5), breakingOff());
        assertThat(uploads.receive(upload.token(), ann, 8 * MB, broken).upload().offset())
                .as("what came before the connection broke")
                .isEqualTo(11 * MB + 5);
        Uploads.Receipt wrong = uploads.receive(upload.token(), ann, 8 * MB, part(sent, 8 * MB, 16 * MB));
        assertThat(wrong).isInstanceOf(Uploads.Receipt.WrongOffset.class);
        assertThat(wrong.upload().offset()).isEqualTo(11 * MB + 5);
        assertThatThrownBy(() -> uploads.finished(upload.token(), ann)).isInstanceOf(Invalid.class);

        open(null); // as after a restart
        Upload there = uploads.one(upload.token(), ann);
        assertThat(there.offset()).isEqualTo(11 * MB + 5);
        uploads.receive(there.token(), ann, there.offset(), part(sent, 11 * MB + 5, 12 * MB));
        Upload done = uploads.receive(there.token(), ann, 12 * MB, part(sent, 12 * MB, sent.length))
                .upload();
        assertThat(done.offset()).isEqualTo(sent.length);
        StoredFile kept = uploads.finished(done.token(), ann);
        assertThat(kept.sha256()).isEqualTo(hash(sent));
        assertThat(kept.name()).isEqualTo("film.bin");
        assertThat(read(kept)).isEqualTo(sent);
        assertThat(uploads.receive(done.token(), ann, sent.length, InputStream.nullInputStream()))
                .as("the last piece again, without its answer")
                .isInstanceOf(Uploads.Receipt.Taken.class);
        assertNothingIncoming();
        assertThat(inventory().sound()).isTrue();
    }

    @Test
    void aPieceThatIsTooLongIsReadToTheUploadsEnd() throws IOException {
        byte[] sent = bytes(5_000);
        Upload upload = uploads.begin("a.bin", 3_000, ann);
        uploads.receive(upload.token(), ann, 0, part(sent, 0, 5_000));
        assertThat(read(uploads.finished(upload.token(), ann))).isEqualTo(Arrays.copyOf(sent, 3_000));
    }

    @Test
    void manySmallPiecesMakeAFile() throws IOException {
        byte[] sent = bytes(50_000);
        Upload upload = uploads.begin("a.bin", sent.length, ann);
        for (int at = 0; at < sent.length; at += 10_000) {
            uploads.receive(upload.token(), ann, at, part(sent, at, at + 10_000));
        }
        assertThat(read(uploads.finished(upload.token(), ann))).isEqualTo(sent);
        assertNothingIncoming();
    }

    @Test
    void anUploadIsThereForWhoeverBeganItOnly() {
        Upload upload = uploads.begin("a.bin", 10, ann);
        String token = upload.token();
        assertThatThrownBy(() -> uploads.one(token, bob)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> uploads.receive(token, bob, 0, part(bytes(10), 0, 10)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> uploads.finished(token, bob)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> uploads.drop(token, bob)).isInstanceOf(NotFound.class);
        assertThat(uploads.one(token, ann).offset()).isZero();
    }

    @Test
    void whatIsDroppedIsGone() throws IOException {
        Upload upload = uploads.begin("a.bin", 9 * MB, ann);
        uploads.receive(upload.token(), ann, 0, part(bytes(9 * MB), 0, 6 * MB));
        uploads.receive(upload.token(), ann, 6 * MB, part(bytes(9 * MB), 6 * MB, 7 * MB));
        uploads.drop(upload.token(), ann);
        assertThatThrownBy(() -> uploads.one(upload.token(), ann)).isInstanceOf(NotFound.class);
        assertNothingIncoming();
    }

    @Test
    void twoWhoWriteAtOnceMakeNoMixture() throws Exception {
        byte[] sent = bytes(12 * MB);
        Upload upload = uploads.begin("a.bin", sent.length, ann);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        InputStream slow = new SequenceInputStream(part(sent, 0, MB), new InputStream() {
            private final InputStream rest = part(sent, MB, sent.length);

            @Override
            public int read() throws IOException {
                await();
                return rest.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                await();
                return rest.read(buffer, offset, length);
            }

            private void await() {
                begun.countDown();
                try {
                    other.await();
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
        });
        Thread first = Thread.ofPlatform().start(() -> uploads.receive(upload.token(), ann, 0, slow));
        begun.await();
        byte[] hostile = new byte[sent.length];
        Uploads.Receipt second = uploads.receive(upload.token(), ann, 0, part(hostile, 0, hostile.length));
        other.countDown();
        first.join();
        byte[] kept = read(uploads.finished(upload.token(), ann));
        assertThat(kept).isEqualTo(second instanceof Uploads.Receipt.Taken ? hostile : sent);
        uploads.sweep();
        assertThat(inventory().sound()).isTrue();
    }

    @Test
    void whatIsTooLargeEmptyOrTooMuchIsRefusedInWords() {
        assertRefused("error.file_too_large", () -> uploads.begin("a", 251L * MB, ann));
        assertRefused("error.file_empty", () -> uploads.begin("a", 0, ann));
        assertRefused("error.file_empty", () -> keep(new byte[0], "a"));
        assertRefused("error.file_too_large", () -> keep(new byte[20 * MB + 1], "a"));
        for (int i = 0; i < Uploads.UNFINISHED; i++) {
            uploads.begin("a", 10, ann);
        }
        assertRefused("error.too_many_uploads", () -> uploads.begin("a", 10, ann));
        uploads.begin("a", 10, bob);
    }

    @Test
    void theQuotaCountsDistinctFilesAndWhatIsPromised() {
        open(DataSize.ofMegabytes(10));
        keep(bytes(4 * MB), "one");
        keep(bytes(4 * MB), "the same");
        Upload upload = uploads.begin("three", 4 * MB, ann);
        assertRefused("error.store_full", () -> uploads.begin("more", 3 * MB, ann));
        assertRefused("error.store_full", () -> keep(bytes(3 * MB), "more"));
        keep(bytes(4 * MB), "the same again");
        uploads.drop(upload.token(), ann);
        keep(bytes(3 * MB), "more");
    }

    @Test
    void nobodyTakesAllTheRoomWithUploadsThatOnlyHaveBegun() {
        open(DataSize.ofMegabytes(40));
        byte[] film = bytes(12 * MB);
        Upload first = uploads.begin("one large file", film.length, ann);
        assertRefused("error.uploads_share", () -> uploads.begin("another", 3 * MB, ann));
        uploads.begin("somebody else's", 3 * MB, bob);
        uploads.begin("within the share", 3 * MB, bob);
        assertThat(uploads.receive(first.token(), ann, 0, part(film, 0, film.length)))
                .isInstanceOf(Uploads.Receipt.Taken.class);
        uploads.begin("after what has come", 3 * MB, ann);
    }

    @Test
    void aDiskThatWouldBeAlmostFullTakesNothing() {
        free.set(Space.SPARE - 1);
        assertRefused("error.store_disk", () -> keep(bytes(10), "a"));
        assertRefused("error.store_disk", () -> uploads.begin("a", 10, ann));
        free.set(Space.SPARE + 100);
        keep(bytes(10), "a");
    }

    private static void assertRefused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::key)
                                .containsExactly(key));
    }

    @Test
    void anUploadThatNothingComesForIsSweptAfterADay() throws IOException {
        Upload old = uploads.begin("old", 9 * MB, ann);
        uploads.receive(old.token(), ann, 0, part(bytes(9 * MB), 0, 6 * MB));
        Upload done = uploads.begin("done", 10, ann);
        uploads.receive(done.token(), ann, 0, part(bytes(10), 0, 10));
        StoredFile kept = uploads.finished(done.token(), ann);
        clock.pass(Duration.ofHours(20));
        Upload young = uploads.begin("young", 9 * MB, ann);
        uploads.receive(young.token(), ann, 0, part(bytes(9 * MB), 0, 6 * MB));
        clock.pass(Duration.ofHours(5));
        uploads.sweep();
        assertThatThrownBy(() -> uploads.one(old.token(), ann)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> uploads.one(done.token(), ann)).isInstanceOf(NotFound.class);
        assertThat(read(kept)).hasSize(10);
        assertThat(uploads.one(young.token(), ann).offset()).isEqualTo(6 * MB);
        uploads.receive(young.token(), ann, 6 * MB, part(bytes(9 * MB), 6 * MB, 9 * MB));
        assertThat(read(uploads.finished(young.token(), ann))).isEqualTo(bytes(9 * MB));
        assertNothingIncoming();
    }

    @Test
    void whatWasWholeWhenSomebodyWasKilledIsFinishedByTheSweep() throws IOException {
        byte[] sent = bytes(6 * MB);
        Upload upload = uploads.begin("a", sent.length + 1, ann);
        uploads.receive(upload.token(), ann, 0, part(sent, 0, sent.length));
        sql.sql("update upload set size = received").update(); // the last byte came, and then nothing more happened
        uploads.sweep();
        assertThat(sql.sql("select file_id is not null from upload")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(read(uploads.finished(upload.token(), ann))).isEqualTo(sent);
        assertNothingIncoming();
    }

    @Test
    void whatAKilledProcessLeftIsSweptWithItsBytesAndWhatIsAliveIsNot() throws IOException {
        java.nio.file.Files.createDirectories(incoming());
        Path alive = java.nio.file.Files.write(incoming().resolve("upload1"), bytes(100));
        Path left = java.nio.file.Files.write(incoming().resolve("upload2"), bytes(200));
        String orphan = Hashes.location(Hashes.sha256().digest(bytes(200)));
        shelf.put(orphan, left); // killed between this and the row
        StoredFile kept = keep(bytes(300), "kept");
        Path same = java.nio.file.Files.write(incoming().resolve("upload3"), bytes(300));
        for (Path old : java.util.List.of(left, same)) {
            java.nio.file.Files.setLastModifiedTime(
                    old, FileTime.from(clock.instant().minus(Duration.ofHours(2))));
        }
        java.nio.file.Files.setLastModifiedTime(alive, FileTime.from(clock.instant()));
        assertThat(inventory().unnamed()).containsExactly(orphan);
        uploads.sweep();
        assertThat(incoming()).isDirectoryContaining(path -> path.equals(alive));
        assertThat(left).doesNotExist();
        assertThat(same).doesNotExist();
        assertThat(read(kept)).isEqualTo(bytes(300));
        assertThat(inventory().sound()).isTrue();
    }

    @Test
    void theInventoryFindsWhatIsMissingChangedUnnamedAndLoose() throws IOException {
        StoredFile sound = keep(bytes(1_000), "sound");
        StoredFile changed = keep(bytes(2_000), "changed");
        StoredFile missing = keep(bytes(3_000), "missing");
        byte[] other = bytes(2_000);
        other[1_234] ^= 1;
        shelf.put(at(changed), other);
        shelf.remove(at(missing));
        shelf.put("ff/nobody", bytes(10));
        sql.sql(
                        "update file set created_at = now() - case when id = ? then interval '6 days' else interval '8 days' end")
                .param(sound.id().value())
                .update();
        sql.sql("update person set picture_id = ? where handle = 'ann'")
                .param(changed.id().value())
                .update();
        Inventory.Report report = inventory();
        assertThat(report.sound()).isFalse();
        assertThat(report.files()).isEqualTo(3);
        assertThat(report.changed()).containsExactly(at(changed));
        assertThat(report.missing()).containsExactly(at(missing));
        assertThat(report.unnamed()).containsExactly("ff/nobody");
        assertThat(report.loose()).extracting(Inventory.Loose::name).containsExactly("missing");
    }

    private static String at(StoredFile file) {
        return file.sha256().substring(0, 2) + "/" + file.sha256();
    }

    /** Everything that the thread allocates in all, not at a time: it could not hold the file even once. */
    @Test
    void aLargeFileTakesNoMemory() throws IOException {
        long size = 200L * MB;
        Upload upload = uploads.begin("large.bin", size, ann);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        uploads.receive(upload.token(), ann, 0, new Endless());
        StoredFile kept = uploads.finished(upload.token(), ann);
        long read = 0;
        try (InputStream content = files.bytes(kept.id()).open()) {
            byte[] buffer = new byte[Hashes.BUFFER];
            for (int some = content.read(buffer); some >= 0; some = content.read(buffer)) {
                read += some;
            }
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(read).isEqualTo(size);
        assertThat(allocated).as("bytes allocated").isLessThan(size / 2);
    }

    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return 7;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            Arrays.fill(buffer, offset, offset + length, (byte) 7);
            return length;
        }
    }
}
