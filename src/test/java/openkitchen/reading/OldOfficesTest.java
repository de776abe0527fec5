package openkitchen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import openkitchen.id.FileId;
import openkitchen.test.Hands;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the formats of Office 97 to 2003. */
class OldOfficesTest {

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

    private interface Filling {
        void of(HSSFWorkbook book);
    }

    private static byte[] workbook(Filling filling) {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            filling.of(book);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static CellStyle style(HSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static void number(Row row, int column, double value, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }

    private static void ads(HSSFWorkbook book) {
        Sheet hidden = book.createSheet("Скрытый");
        hidden.createRow(0).createCell(0).setCellValue("не показывать");
        Sheet sheet = book.createSheet("Объявления");
        Row head = sheet.createRow(0);
        List<String> names = List.of("Фраза", "Показы", "CTR", "Снято", "Время", "Идёт", "Итог");
        for (int i = 0; i < names.size(); i++) {
            head.createCell(i).setCellValue(names.get(i));
        }
        Row row = sheet.createRow(1);
        row.createCell(0).setCellValue("купить дом\r\nв деревне");
        row.createCell(1).setCellValue(12_000_000);
        number(row, 2, 0.0345, style(book, "0.0%"));
        Cell day = row.createCell(3);
        day.setCellValue(LocalDate.of(2026, 11, 26));
        day.setCellStyle(style(book, "dd.mm.yyyy"));
        Cell moment = row.createCell(4);
        moment.setCellValue(LocalDateTime.of(2026, 11, 26, 14, 30));
        moment.setCellStyle(style(book, "dd.mm.yyyy hh:mm"));
        row.createCell(5).setCellValue(true);
        Cell text = row.createCell(6);
        text.setCellFormula("A1&\"!\"");
        text.setCellValue("Фраза!");
        Row later = sheet.createRow(9);
        Cell sum = later.createCell(1);
        sum.setCellFormula("B2*2");
        sum.setCellValue(24_000_000.5);
        later.createCell(2).setCellErrorValue((byte) 0x07);
        book.setSheetHidden(0, true);
    }

    @Test
    void aWorkbookIsReadAsItIsShown() {
        FileId file = files.put("ads.xls", workbook(OldOfficesTest::ads));
        assertThat(readings.of(file)).isInstanceOfSatisfying(Reading.Table.class, table -> {
            assertThat(table.sheets()).singleElement().satisfies(sheet -> {
                assertThat(sheet.name()).isEqualTo("Объявления");
                assertThat(sheet.header()).containsExactly("Фраза", "Показы", "CTR", "Снято", "Время", "Идёт", "Итог");
                assertThat(sheet.rows()).isEqualTo(2);
            });
            assertThat(table.words()).contains("купить дом").doesNotContain("не показывать");
        });
        assertThat(readings.rows(file, 0, RowsWish.first(10)).rows())
                .containsExactly(
                        new openkitchen.reading.Row(
                                2,
                                List.of(
                                        "купить дом\nв деревне",
                                        "12000000",
                                        "3.5%",
                                        "2026-11-26",
                                        "2026-11-26 14:30",
                                        "TRUE",
                                        "Фраза!")),
                        new openkitchen.reading.Row(10, List.of("", "24000000.5", "#DIV/0!")));
    }

    @Test
    void aDocumentIsReadAsText() throws IOException {
        assertThat(read("note.doc", document())).isInstanceOfSatisfying(Reading.Text.class, text -> {
            assertThat(text.format()).isEqualTo(Reading.Format.WORD);
            assertThat(text.text().lines().filter(line -> !line.isBlank()))
                    .containsExactly(
                            "Заголовок объявления",
                            "Первая строка",
                            "вторая строка",
                            "• Пункт один",
                            "• Пункт два",
                            "Фраза\tПоказы",
                            "купить дом\t120",
                            "Ссылка: пример и конец – «кавычки».");
        });
    }

    private static byte[] document() throws IOException {
        try (InputStream in = Objects.requireNonNull(OldOfficesTest.class.getResourceAsStream("/office/note.doc"))) {
            return in.readAllBytes();
        }
    }

    @Test
    void whatIsEncryptedIsSaidToBe() throws Exception {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            assertThat(read("ads.xls", workbook(OldOfficesTest::ads)))
                    .isEqualTo(new Reading.Unreadable(Reading.Why.ENCRYPTED));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem sealed = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var inside = encryptor.getDataStream(sealed)) {
                inside.write(Made.workbook(book -> book.newWorksheet("One").value(0, 0, "x")));
            }
            sealed.writeFilesystem(out);
        }
        assertThat(read("ads.xlsx", out.toByteArray())).isEqualTo(new Reading.Unreadable(Reading.Why.ENCRYPTED));
    }

    @Test
    void whatIsDamagedHarmsNobody() throws IOException {
        Random random = new Random(26);
        for (byte[] honest : List.of(workbook(OldOfficesTest::ads), document())) {
            for (int i = 0; i < 6; i++) {
                byte[] damaged = honest.clone();
                for (int flip = 0; flip < 200; flip++) {
                    damaged[512 + random.nextInt(damaged.length - 512)] = (byte) random.nextInt(256);
                }
                assertThat(read("damaged.xls", damaged))
                        .isNotEqualTo(new Reading.Unreadable(Reading.Why.NOT_NOW))
                        .isNotEqualTo(new Reading.Unreadable(Reading.Why.TOO_LONG));
            }
        }
    }
}
