package openkitchen.reading;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads what an office program wrote, by what is in it, whatever it is called. */
final class Offices {

    private static final byte[] OLD = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final long MOST_UNPACKED = 1L << 30;
    /** More than that is no text for people. */
    private static final long MOST_OF_A_TEXT = 1L << 28;

    private static final int MOST_ENTRIES = 20_000;

    private Offices() {}

    static Reading read(Path file, Path out) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            if (Arrays.equals(bytes.readNBytes(OLD.length), OLD)) {
                return encrypted(file)
                        ? new Reading.Unreadable(Reading.Why.ENCRYPTED)
                        : OldOffices.read(file, new TableWriter(out));
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            weigh(zip);
            if (zip.getEntry("xl/workbook.xml") != null) {
                watch(file);
                return Workbooks.read(file, new TableWriter(out));
            }
            ZipEntry document = document(zip);
            if (document != null) {
                try (InputStream xml = new BufferedInputStream(
                        new Weighed(zip.getInputStream(document), new Weighed.Scale(MOST_OF_A_TEXT)))) {
                    return WordText.read(xml);
                }
            }
            boolean binary = zip.getEntry("xl/workbook.bin") != null;
            return new Reading.Unreadable(binary ? Reading.Why.OLD_FORMAT : Reading.Why.NOT_KNOWN);
        }
    }

    private static @Nullable ZipEntry document(ZipFile zip) {
        ZipEntry usual = zip.getEntry("word/document.xml");
        return usual != null ? usual : zip.getEntry("word/document2.xml");
    }

    private static boolean encrypted(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int matched = 0;
            for (int read = bytes.read(); read >= 0; read = bytes.read()) {
                matched = read == ENCRYPTED[matched] ? matched + 1 : read == ENCRYPTED[0] ? 1 : 0;
                if (matched == ENCRYPTED.length) {
                    return true;
                }
            }
            return false;
        }
    }

    /** By what it says itself. */
    private static void weigh(ZipFile zip) {
        if (zip.size() > MOST_ENTRIES) {
            throw new Refused(Reading.Why.TOO_LARGE);
        }
        long unpacked = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            unpacked += xml(entry) ? Math.max(0, entry.getSize()) : 0;
            if (unpacked > MOST_UNPACKED) {
                throw new Refused(Reading.Why.TOO_LARGE);
            }
        }
    }

    private static boolean xml(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    /**
     * The library that reads workbooks unpacks them itself, and a file may lie about what comes out: beside it, somebody
     * else unpacks them too, only counting, and ends the process when it is too much.
     */
    private static void watch(Path file) {
        Thread.ofPlatform().daemon().start(() -> {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                Weighed.Scale scale = new Weighed.Scale(MOST_UNPACKED);
                Enumeration<? extends ZipEntry> entries = zip.entries();
                while (entries.hasMoreElements()) {
                    ZipEntry entry = entries.nextElement();
                    if (xml(entry)) {
                        try (InputStream bytes = new Weighed(zip.getInputStream(entry), scale)) {
                            bytes.transferTo(OutputStream.nullOutputStream());
                        }
                    }
                }
            } catch (Refused tooLarge) {
                Runtime.getRuntime().halt(ReadingMain.TOO_LARGE);
            } catch (IOException | RuntimeException broken) {
                // who reads will find out
            }
        });
    }

    /** Counts what is unpacked. */
    static final class Weighed extends FilterInputStream {

        private final Scale scale;

        /** One for all that is unpacked of a file. */
        static final class Scale {

            private long left;

            Scale(long most) {
                left = most;
            }
        }

        Weighed(InputStream in, Scale scale) {
            super(in);
            this.scale = scale;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            scale.left -= read;
            if (scale.left < 0) {
                throw new Refused(Reading.Why.TOO_LARGE);
            }
        }
    }
}
