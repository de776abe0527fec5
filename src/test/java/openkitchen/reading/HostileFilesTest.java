package openkitchen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import openkitchen.id.FileId;
import openkitchen.test.Hands;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What no honest program writes gets a clear answer, and harms nobody. */
class HostileFilesTest {

    private static final byte[] OLD = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final int BOMB = 1_100;

    @TempDir
    Path folder;

    private FilesAtHand files;
    private Readings readings;

    @BeforeEach
    void open() throws IOException {
        files = new FilesAtHand(Files.createDirectory(folder.resolve("files")));
        readings = new Readings(files, new Hands(), folder.resolve("data"), Readings.LIMIT);
    }

    @AfterEach
    void close() {
        readings.close();
    }

    private Reading read(String name, byte[] bytes) {
        return readings.of(files.put(name, bytes));
    }

    private static Reading unreadable(Reading.Why why) {
        return new Reading.Unreadable(why);
    }

    private static byte[] honestWorkbook() {
        return Made.workbook(book -> {
            Worksheet sheet = book.newWorksheet("One");
            sheet.value(0, 0, "Name");
            sheet.value(1, 0, "Value");
        });
    }

    @Test
    void aBombIsTooLargeEvenWhenItLiesAboutItsSize() {
        byte[] honest = bomb("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>");
        assertThat(honest.length).isLessThan(10_000_000);
        assertThat(read("bomb.xlsx", honest)).isEqualTo(unreadable(Reading.Why.TOO_LARGE));
        assertThat(read("lie.xlsx", lying(honest))).isEqualTo(unreadable(Reading.Why.TOO_LARGE));
    }

    @Test
    void aBombInAWordDocumentIsTooLarge() {
        byte[] bomb = Made.zip(zip -> {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<document><body><p><r><t>".getBytes(StandardCharsets.UTF_8));
            Made.nothing(zip, 300);
        });
        assertThat(read("bomb.docx", bomb)).isEqualTo(unreadable(Reading.Why.TOO_LARGE));
        assertThat(read("lie.docx", lying(bomb))).isEqualTo(unreadable(Reading.Why.TOO_LARGE));
    }

    private static byte[] bomb(String start) {
        Map<String, String> parts = Made.rawParts("", "<sst/>");
        return Made.zip(zip -> {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                if (part.getValue().isEmpty()) {
                    zip.write(start.getBytes(StandardCharsets.UTF_8));
                    Made.nothing(zip, BOMB);
                }
            }
        });
    }

    /** With every size in its table of contents set to a thousand. */
    private static byte[] lying(byte[] zip) {
        byte[] lie = zip.clone();
        ByteBuffer buffer = ByteBuffer.wrap(lie).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < lie.length - 46; at++) {
            if (buffer.getInt(at) == 0x02014b50) {
                buffer.putInt(at + 24, 1_000);
            }
        }
        return lie;
    }

    @Test
    void entitiesAreNeitherMultipliedNorFetched() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int level = 1; level < 20; level++) {
            laughs.append("<!ENTITY a%d \"".formatted(level))
                    .append("&a%d;".formatted(level - 1).repeat(10))
                    .append("\">");
        }
        laughs.append("]>");
        String sheet =
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>";
        Reading table = read("a.xlsx", Made.rawWorkbook(sheet, laughs + "<sst><si><t>&a19;</t></si></sst>"));
        assertThat(table.words()).doesNotContain("haha");
        String body = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&a19;</w:t></w:r></w:p></w:body></w:document>";
        assertThat(read("a.docx", Made.zip(Map.of("word/document.xml", laughs + body))))
                .isEqualTo(unreadable(Reading.Why.BROKEN));
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        String outside = "<!DOCTYPE x [<!ENTITY a19 SYSTEM \"" + secret.toUri() + "\">]>";
        assertThat(read("b.docx", Made.zip(Map.of("word/document.xml", outside + body))))
                .isEqualTo(unreadable(Reading.Why.BROKEN));
        assertThat(read("b.xlsx", Made.rawWorkbook(sheet, outside + "<sst><si><t>&a19;</t></si></sst>"))
                        .words())
                .doesNotContain("secret");
    }

    @Test
    void whatIsEncryptedOldEmptyOrUnknownIsSaidToBe() {
        byte[] encrypted = Arrays.copyOf(OLD, 4_096);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, encrypted, 1_024, name.length);
        assertThat(read("a.xlsx", encrypted)).isEqualTo(unreadable(Reading.Why.ENCRYPTED));
        assertThat(read("a.pdf", Made.pdf("secret", "words"))).isEqualTo(unreadable(Reading.Why.ENCRYPTED));
        assertThat(read("a.xlsb", Made.zip(Map.of("xl/workbook.bin", "x"))))
                .isEqualTo(unreadable(Reading.Why.OLD_FORMAT));
        assertThat(read("a.xls", Arrays.copyOf(OLD, 4_096))).isEqualTo(unreadable(Reading.Why.BROKEN));
        assertThat(read("a.doc", Arrays.copyOf(OLD, 4_097))).isEqualTo(unreadable(Reading.Why.BROKEN));
        assertThat(read("a.pptx", Made.zip(Map.of("ppt/presentation.xml", "<p/>"))))
                .isEqualTo(unreadable(Reading.Why.NOT_KNOWN));
        assertThat(read("a.exe", new byte[] {'M', 'Z', 0, 1, 2})).isEqualTo(unreadable(Reading.Why.NOT_KNOWN));
        assertThat(read("a.txt", new byte[] {1, 0, 2, 0, 3, (byte) 200, 0}))
                .isEqualTo(unreadable(Reading.Why.NOT_KNOWN));
        assertThat(read("empty.xlsx", new byte[0])).isEqualTo(unreadable(Reading.Why.BROKEN));
        assertThat(read("empty.csv", new byte[0]))
                .isInstanceOfSatisfying(
                        Reading.Table.class,
                        table -> assertThat(table.sheets().getFirst().rows()).isZero());
    }

    @Test
    void aWrongNameDoesNotMislead() {
        byte[] workbook = honestWorkbook();
        assertThat(read("a.docx", workbook)).isInstanceOf(Reading.Table.class);
        assertThat(read("a.xlsx", Made.word("<w:p><w:r><w:t>x</w:t></w:r></w:p>")))
                .isInstanceOf(Reading.Text.class);
        assertThat(read("b.xlsx", Made.pdf(null, "words"))).isInstanceOf(Reading.Pages.class);
        Map<String, String> parts = Made.rawParts(
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData></worksheet>", "<sst/>");
        parts.replaceAll((name, part) -> part.replace(
                "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", "vnd.ms-excel.sheet.macroEnabled.main"));
        parts.put("xl/vbaProject.bin", "Sub AutoOpen()");
        assertThat(read("macro.xlsm", Made.zip(parts)).words()).contains("7").doesNotContain("AutoOpen");
    }

    @Test
    void tooMuchIsCutAndSaidToBe() {
        byte[] sheets = Made.workbook(book -> {
            for (int sheet = 0; sheet < TableWriter.MOST_SHEETS + 1; sheet++) {
                Worksheet one = book.newWorksheet("S" + sheet);
                one.value(0, TableWriter.MOST_COLUMNS + 5, "far");
                one.value(0, 0, "x".repeat(TableWriter.MOST_LETTERS));
            }
        });
        assertThat(read("a.xlsx", sheets)).isInstanceOfSatisfying(Reading.Table.class, table -> {
            assertThat(table.cut()).isTrue();
            assertThat(table.sheets()).hasSize(TableWriter.MOST_SHEETS);
            assertThat(table.words()).hasSizeLessThanOrEqualTo(Reading.MOST_WORDS);
        });
        FileId rows =
                files.put("a.csv", "1\n".repeat(TableWriter.MOST_ROWS + 10).getBytes(StandardCharsets.UTF_8));
        assertThat(readings.of(rows)).isInstanceOfSatisfying(Reading.Table.class, table -> {
            assertThat(table.cut()).isTrue();
            assertThat(table.sheets().getFirst().rows()).isEqualTo(TableWriter.MOST_ROWS - 1);
        });
        byte[] wide = Made.rawWorkbook(
                "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>7</v></c></row></sheetData></worksheet>",
                "<sst/>");
        assertThat(read("wide.xlsx", wide)).isInstanceOf(Reading.Unreadable.class);
        assertThat(read("long.txt", "ж".repeat(Reading.MOST_TEXT + 1).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Reading.Text.class, text -> {
                    assertThat(text.cut()).isTrue();
                    assertThat(text.text()).hasSize(Reading.MOST_TEXT);
                });
    }

    @Test
    void aLongHonestDocumentIsReadToItsEnd() {
        String body = IntStream.range(0, 20_000)
                .mapToObj(line -> "<w:p><w:r><w:t>Абзац " + line + " &amp; &lt;ещё&gt;</w:t></w:r></w:p>")
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString();
        assertThat(read("long.docx", Made.word(body)))
                .isInstanceOfSatisfying(
                        Reading.Text.class, text -> assertThat(text.text()).endsWith("Абзац 19999 & <ещё>\n"));
    }

    /** In this JVM, for there are many; none of them is large. */
    @Test
    void brokenAndCutOffFilesAreNeverMoreThanUnreadable() throws IOException {
        Random dice = new Random(11);
        List<byte[]> honest = List.of(
                honestWorkbook(), Made.word("<w:p><w:r><w:t>слово</w:t></w:r></w:p>"), Made.pdf(null, "some words"));
        for (byte[] one : honest) {
            Kind kind = one[0] == '%' ? Kind.PDF : Kind.OFFICE;
            for (int attempt = 0; attempt < 120; attempt++) {
                byte[] bytes = attempt % 2 == 0 ? Arrays.copyOf(one, dice.nextInt(one.length)) : damaged(one, dice);
                assertThat(inThisJvm(kind, bytes)).isNotNull();
            }
        }
        for (Kind kind : List.of(Kind.OFFICE, Kind.PDF, Kind.CSV, Kind.PLAIN, Kind.MARKDOWN)) {
            for (int attempt = 0; attempt < 30; attempt++) {
                byte[] bytes = new byte[dice.nextInt(3_000)];
                dice.nextBytes(bytes);
                assertThat(inThisJvm(kind, bytes)).isNotNull();
            }
        }
    }

    private static byte[] damaged(byte[] honest, Random dice) {
        byte[] bytes = honest.clone();
        for (int times = 1 + dice.nextInt(20); times > 0; times--) {
            bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt();
        }
        return bytes;
    }

    private Reading inThisJvm(Kind kind, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("one"), bytes);
        Path out = folder.resolve("out");
        FileSystemUtils.deleteRecursively(out);
        return ReadingMain.read(kind, file, Files.createDirectories(out));
    }

    @Test
    void aPdfThatUnpacksWithoutEndDoesNoHarm() {
        assertThat(read("bomb.pdf", pdf(content -> Made.nothing(content, 120))))
                .isIn(unreadable(Reading.Why.TOO_LARGE), new Reading.Pages(1, "\n"), new Reading.Pages(1, ""));
    }

    /** Drawing it takes more memory than there is; its words do not. */
    @Test
    void aPdfWhoseFirstPageCannotBeDrawnIsReadAllTheSame() {
        byte[] curves = "1 1 2 2 3 3 c ".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        FileId file = files.put("path.pdf", pdf(content -> {
            content.write("0 0 m ".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 500; i++) {
                content.write(curves);
            }
            content.write("f".getBytes(StandardCharsets.US_ASCII));
        }));
        assertThat(readings.of(file)).isInstanceOf(Reading.Pages.class);
        assertThat(readings.firstPage(file)).isEmpty();
        assertThat(readings.known(file)).contains(readings.of(file));
    }

    private interface Content {
        void write(OutputStream stream) throws IOException;
    }

    /** One page that holds this. */
    private static byte[] pdf(Content written) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDStream content = new PDStream(document);
            try (OutputStream stream = content.createOutputStream(COSName.FLATE_DECODE)) {
                written.write(stream);
            }
            page.setContents(content);
            document.save(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }
}
