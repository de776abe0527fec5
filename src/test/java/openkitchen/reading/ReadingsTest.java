package openkitchen.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import openkitchen.id.FileId;
import openkitchen.problem.NotFound;
import openkitchen.test.Hands;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class ReadingsTest {

    private static final int MANY = 100_000;

    @TempDir
    Path folder;

    private final Hands clock = new Hands();
    private FilesAtHand files;
    private Readings readings;

    @BeforeEach
    void open() throws IOException {
        files = new FilesAtHand(Files.createDirectory(folder.resolve("files")));
        readings = new Readings(files, clock, folder.resolve("data"), Readings.LIMIT);
    }

    @AfterEach
    void close() {
        readings.close();
    }

    private Reading.Table table(FileId file) {
        assertThat(readings.of(file)).isInstanceOf(Reading.Table.class);
        return (Reading.Table) readings.of(file);
    }

    private List<Row> rows(FileId file) {
        return readings.rows(file, 0, RowsWish.first(500)).rows();
    }

    @Test
    void glancesAreTakenOfManyAtOnceAndNothingIsReadForThem() {
        FileId table = files.put("a.csv", "Phrase;Shown\none;1\ntwo;2\n".getBytes(StandardCharsets.UTF_8));
        FileId text = files.put("a.txt", "Good day".getBytes(StandardCharsets.UTF_8));
        FileId unread = files.put("b.csv", "Phrase;Shown\nthree;3\n".getBytes(StandardCharsets.UTF_8));
        readings.of(table);
        readings.of(text);
        long before = files.asked.get();

        Map<FileId, Glance> glances = readings.glances(List.of(table, text, unread), 1);

        assertThat(files.asked.get() - before).isEqualTo(1);
        assertThat(glances).containsOnlyKeys(table, text);
        assertThat(Objects.requireNonNull(glances.get(table)).rows())
                .extracting(Row::cells)
                .containsExactly(List.of("one", "1"));
        assertThat(Objects.requireNonNull(glances.get(text)).reading()).isInstanceOf(Reading.Text.class);
        assertThat(readings.known(unread)).isEmpty();
    }

    @Test
    void aWorkbookShowsItsSheetsAsTheyLook() {
        FileId file = files.put("core.xlsx", Made.workbook(book -> {
            Worksheet sheet = book.newWorksheet("Ядро");
            sheet.value(0, 0, "Семантическое ядро");
            sheet.value(2, 0, "Запрос");
            sheet.value(2, 1, "Частота");
            sheet.value(2, 2, "Доля");
            sheet.value(2, 3, "Снято");
            sheet.value(2, 4, "В деле");
            sheet.value(3, 0, "купить чайник");
            sheet.value(3, 1, 12_300_000_000L);
            sheet.value(3, 2, 0.255);
            sheet.style(3, 2).format("0.0%").set();
            sheet.value(3, 3, LocalDate.of(2026, 11, 26));
            sheet.style(3, 3).format("dd.mm.yyyy").set();
            sheet.value(3, 4, true);
            sheet.value(5, 0, "чайник\nэлектрический");
            sheet.value(5, 1, 0.1 + 0.2);
            sheet.value(5, 3, LocalDateTime.of(2026, 11, 26, 10, 30));
            sheet.style(5, 3).format("dd.mm.yyyy hh:mm").set();
            sheet.formula(5, 4, "1+1");
            sheet.value(6, 0, "итого");
            sheet.value(6, 1, 1234.5678);
            sheet.style(6, 1).format("#,##0.00 \"руб.\"").set();
            sheet.value(6, 2, 1.0625);
            sheet.style(6, 2).format("[h]:mm").set();
            sheet.value(6, 3, 0.4375);
            sheet.style(6, 3).format("h:mm").set();
            book.newWorksheet("Пусто");
            Worksheet secret = book.newWorksheet("Спрятано");
            secret.value(0, 0, "не видно");
            secret.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
        }));

        Reading.Table table = table(file);

        assertThat(table.cut()).isFalse();
        assertThat(table.sheets()).extracting(Sheet::name).containsExactly("Ядро", "Пусто");
        Sheet sheet = table.sheets().getFirst();
        assertThat(sheet.headerRow()).isEqualTo(3);
        assertThat(sheet.header()).containsExactly("Запрос", "Частота", "Доля", "Снято", "В деле");
        assertThat(sheet.rows()).isEqualTo(3);
        assertThat(sheet.columns()).isEqualTo(5);
        assertThat(sheet.widths()).hasSize(5).allMatch(width -> width >= 4 && width <= 60);
        assertThat(rows(file))
                .containsExactly(
                        new Row(4, List.of("купить чайник", "12300000000", "25.5%", "2026-11-26", "TRUE")),
                        new Row(6, List.of("чайник\nэлектрический", "0.3", "", "2026-11-26 10:30")),
                        new Row(7, List.of("итого", "1234.57", "25:30", "10:30")));
        assertThat(table.words())
                .contains("Семантическое ядро", "купить чайник")
                .doesNotContain("не видно");
        assertThat(table.sheets().get(1).rows()).isZero();
    }

    @Test
    void aCsvFileIsReadWhateverItsLettersAndItsSeparator() {
        String text = "Имя;Город\r\n\"Ёж; серый\";Омск\r\n\r\n\"две\r\nстроки\";\"«Тверь\"\"\"\r\n";
        List<FileId> same = List.of(
                files.put("a.csv", text.getBytes(StandardCharsets.UTF_8)),
                files.put("b.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)),
                files.put("c.csv", text.getBytes(Charset.forName("windows-1251"))),
                files.put("d.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)),
                files.put("e.csv", text.getBytes(StandardCharsets.UTF_16LE)));
        for (FileId file : same) {
            assertThat(table(file).sheets().getFirst().header()).containsExactly("Имя", "Город");
            assertThat(rows(file))
                    .containsExactly(
                            new Row(2, List.of("Ёж; серый", "Омск")), new Row(4, List.of("две\nстроки", "«Тверь\"")));
        }
        FileId commas = files.put("f.csv", "a,b\n1;2,3\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rows(commas)).containsExactly(new Row(2, List.of("1;2", "3")));
        FileId tabs = files.put("g.tsv", "a\tb\n1,5\t3\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rows(tabs)).containsExactly(new Row(2, List.of("1,5", "3")));
        FileId said = files.put("h.csv", "sep=|\na|b\n1|3\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rows(said)).containsExactly(new Row(3, List.of("1", "3")));
    }

    @Test
    void aPdfShowsItsFirstPageAsAPicture() throws IOException {
        FileId pdf = files.put("a.pdf", Made.pdf(null, "Hello there", "second page"));
        assertThat(readings.firstPage(pdf)).isEmpty();
        readings.of(pdf);
        BufferedImage picture =
                ImageIO.read(readings.firstPage(pdf).orElseThrow().toFile());
        assertThat(picture.getHeight()).isEqualTo(1400);
        assertThat((double) picture.getHeight() / picture.getWidth()).isCloseTo(792.0 / 612, within(0.01));
        assertThat(IntStream.range(0, picture.getWidth() * picture.getHeight())
                        .filter(i -> (picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) & 0xFF) < 64)
                        .count())
                .as("dark points of its letters")
                .isGreaterThan(200);
        FileId text = files.put("a.txt", "words".getBytes(StandardCharsets.UTF_8));
        readings.of(text);
        assertThat(readings.firstPage(text)).isEmpty();
    }

    @Test
    void textsAndPdfsAreRead() {
        FileId markdown = files.put("Plan.md", "# План\r\nраз".getBytes(StandardCharsets.UTF_8));
        assertThat(readings.of(markdown)).isEqualTo(new Reading.Text("# План\nраз", Reading.Format.MARKDOWN, false));
        FileId svg = files.put("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8));
        assertThat(readings.of(svg))
                .isEqualTo(
                        new Reading.Text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Reading.Format.PLAIN, false));
        FileId pdf = files.put("a.pdf", Made.pdf(null, "Hello there", "second page"));
        assertThat(readings.of(pdf)).isInstanceOfSatisfying(Reading.Pages.class, pages -> {
            assertThat(pages.pages()).isEqualTo(2);
            assertThat(pages.text()).contains("Hello there", "second page");
        });
        FileId word = files.put("a.docx", Made.word("""
                <w:p><w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr><w:r><w:t>Добрый </w:t></w:r><w:r><w:t>день</w:t></w:r></w:p>
                <w:p><w:del><w:r><w:delText>нет</w:delText></w:r></w:del><w:ins><w:r><w:t>да</w:t></w:r></w:ins></w:p>
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
                <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>пункт</w:t></w:r></w:p>"""));
        assertThat(readings.of(word)).isInstanceOfSatisfying(Reading.Text.class, text -> {
            assertThat(text.text().lines().map(String::strip)).containsExactly("Добрый день", "да", "a\tb", "• пункт");
            assertThat(text.format()).isEqualTo(Reading.Format.WORD);
        });
        FileId picture = files.put("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        assertThat(readings.of(picture)).isEqualTo(new Reading.Nothing());
    }

    @Test
    void whatIsReadIsKeptAndReadAgainWhenItWasDeleted() throws IOException {
        FileId file = files.put("a.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(readings.known(file)).isEmpty();
        table(file);
        assertThat(readings.known(file)).isPresent();
        assertThat(files.opened).hasValue(1);

        Readings restarted = new Readings(files, clock, folder.resolve("data"), Readings.LIMIT);
        assertThat(restarted.known(file)).isPresent();
        assertThat(files.opened).hasValue(1);

        FileSystemUtils.deleteRecursively(folder.resolve("data/read"));
        assertThat(readings.known(file)).isEmpty();
        assertThat(rows(file)).hasSize(1);
        assertThat(files.opened).hasValue(2);
        try (Stream<Path> left = Files.list(folder.resolve("data/read/at-work"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void manyWhoAskAtOnceWaitForOneReading() throws Exception {
        FileId file = files.put("a.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Reading>> asking = new ArrayList<>();
            IntStream.range(0, 40).forEach(at -> asking.add(() -> readings.of(file)));
            for (Future<Reading> answer : many.invokeAll(asking)) {
                assertThat(answer.get()).isInstanceOf(Reading.Table.class);
            }
        }
        assertThat(files.opened).hasValue(1);
    }

    @Test
    void whatTookTooLongIsTriedAgainAfterTenMinutes() {
        Readings hasty = new Readings(files, clock, folder.resolve("data"), Duration.ofMillis(1));
        FileId file = files.put("a.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        // the clock of the installation stands at another time than this machine's
        hasty.begin(file);
        while (hasty.known(file).isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(hasty.known(file)).hasValue(new Reading.Unreadable(Reading.Why.TOO_LONG));
        assertThat(readings.of(file)).isEqualTo(new Reading.Unreadable(Reading.Why.TOO_LONG));
        clock.pass(Duration.ofMinutes(11));
        assertThat(readings.known(file)).isEmpty();
        assertThat(readings.of(file)).isInstanceOf(Reading.Table.class);
    }

    @Test
    void aReaderThatIsKilledSaysNothingOfTheFile() {
        FileId file = files.put("a.csv", "a,b\n1,2\n".repeat(2_000_000).getBytes(StandardCharsets.UTF_8));
        readings.begin(file);
        Optional<ProcessHandle> reader = Optional.empty();
        while (reader.isEmpty() && readings.known(file).isEmpty()) {
            reader = ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().command().orElse("").endsWith("java"))
                    .findFirst();
        }
        assertThat(reader).hasValueSatisfying(ProcessHandle::destroyForcibly);
        assertThat(readings.of(file)).isEqualTo(new Reading.Unreadable(Reading.Why.NOT_NOW));
        clock.pass(Duration.ofMinutes(11));
        assertThat(readings.of(file)).isInstanceOf(Reading.Table.class);
    }

    @Test
    void rowsOfWhatIsNoTableAreNotFound() {
        FileId text = files.put("a.txt", "hello".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> rows(text)).isInstanceOf(NotFound.class);
        FileId table = files.put("a.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> readings.rows(table, 1, RowsWish.first(1))).isInstanceOf(NotFound.class);
        assertThat(readings.first(text)).isEmpty();
    }

    /** Twenty columns, some twenty megabytes: the size of a large semantic core. */
    @Test
    void aHundredThousandRowsAreReadAndSearchedQuickly() {
        byte[] bytes = Made.workbook(book -> {
            Worksheet sheet = book.newWorksheet("Core");
            java.util.Random dice = new java.util.Random(7);
            for (int column = 0; column < 20; column++) {
                sheet.value(0, column, "Столбец " + column);
            }
            for (int row = 1; row <= MANY; row++) {
                sheet.value(row, 0, "Ёлка купить номер " + row);
                sheet.value(row, 1, "https://example.com/catalog/" + dice.nextInt(1_000_000) + "/" + row);
                for (int column = 2; column < 10; column++) {
                    sheet.value(row, column, dice.nextInt(100_000));
                }
                for (int column = 10; column < 16; column++) {
                    sheet.value(row, column, dice.nextDouble());
                }
                for (int column = 16; column < 20; column++) {
                    sheet.value(row, column, "группа " + dice.nextInt(500));
                }
            }
        });
        FileId file = files.put("core.xlsx", bytes);
        long start = System.nanoTime();
        First first = readings.first(file, Duration.ofSeconds(30)).orElseThrow();
        long early = System.nanoTime();
        assertThat(first.whole()).isFalse();
        assertThat(first.rows()).hasSizeGreaterThan(400);
        assertThat(first.sheet().header()).hasSize(20);
        Reading.Table table = table(file);
        long whole = System.nanoTime();
        assertThat(table.cut()).isFalse();
        assertThat(table.sheets().getFirst().rows()).isEqualTo(MANY);
        Rows found = readings.rows(file, 0, new RowsWish(0, 500, "ЕЛКА купить номер 9999", Map.of()));
        long searched = System.nanoTime();
        assertThat(found.total()).isEqualTo(11);
        Rows filtered = readings.rows(file, 0, new RowsWish(10, 500, "", Map.of(16, "группа 77", 0, "ёлка")));
        long afterFilter = System.nanoTime();
        assertThat(filtered.rows()).allMatch(row -> row.cell(16).startsWith("группа 77"));
        assertThat(filtered.rows()).hasSize(filtered.total() - 10);
        Rows deep = readings.rows(file, 0, new RowsWish(77_777, 3, "", Map.of()));
        long afterDeep = System.nanoTime();
        assertThat(deep.rows()).extracting(Row::number).containsExactly(77_779, 77_780, 77_781);
        try (Stream<Row> all = readings.all(file, 0)) {
            assertThat(all.mapToInt(Row::number).sum())
                    .isEqualTo(IntStream.rangeClosed(2, MANY + 1).sum());
        }
        long streamed = System.nanoTime();
        System.out.printf(
                "%.1f MB: first rows %d ms, all %d ms, search %d ms, filter %d ms, deep page %d ms, all streamed %d ms%n",
                bytes.length / 1e6,
                (early - start) / 1_000_000,
                (whole - start) / 1_000_000,
                (searched - whole) / 1_000_000,
                (afterFilter - searched) / 1_000_000,
                (afterDeep - afterFilter) / 1_000_000,
                (streamed - afterDeep) / 1_000_000);
        assertThat(Duration.ofNanos(searched - whole)).isLessThan(Duration.ofSeconds(5));
    }
}
