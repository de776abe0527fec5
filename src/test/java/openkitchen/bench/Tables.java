package openkitchen.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of 100,000 rows: how soon its rows are seen after it came, and going about in it. */
final class Tables {

    private static final int ROWS = 100_000;
    private static final int NUMBERS = 14;
    private static final int PAGE = 200;
    private static final int SEARCHES = 60;
    private static final String SESSION = Seed.token(0, 0);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Installation server;
    private final Database database;
    private final int rounds;
    private final Duration time;

    Tables(Installation server, Database database, int rounds, Duration time) {
        this.server = server;
        this.database = database;
        this.rounds = rounds;
        this.time = time;
    }

    /** How long it took after the last byte had come. */
    private record Seen(String file, long first, long whole) {}

    void measure(Board board, Report report) throws Exception {
        String file = "";
        int size = 0;
        long[] first = new long[rounds];
        long[] whole = new long[rounds];
        long[] again = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            byte[] table = table(round);
            size = table.length;
            Seen fresh = bring(board, 2, table);
            first[round] = fresh.first();
            whole[round] = fresh.whole();
            Seen known = bring(board, 3, table);
            again[round] = known.first();
            file = known.file();
        }
        report.row("a workbook of 100 000 rows and %d columns".formatted(NUMBERS + 3), size / 1_000_000 + " MB", "");
        report.lasting("its first rows are there after it came", Figures.of(first, 1), "≤ 2 s");
        report.lasting("all its rows are there after it came", Figures.of(whole, 1), "≤ 20 s");
        report.lasting("its first rows are there when it was known", Figures.of(again, 1), "≤ 0.2 s");
        String rows = file + "/rows";
        for (int connections : new int[] {1, 16}) {
            Load load = new Load(connections, time);
            Load.Maker pages = hand -> Load.requests(
                    server.port(),
                    () -> Wire.get(
                            rows + "?count=" + PAGE + "&from="
                                    + ThreadLocalRandom.current().nextInt(ROWS - PAGE),
                            SESSION));
            load.run(pages);
            Figures figures = load.run(pages);
            report.figures(
                    "%d rows from anywhere in it, %d connection%s"
                            .formatted(PAGE, connections, connections == 1 ? "" : "s"),
                    figures,
                    PAGE,
                    "rows",
                    connections == 1 ? "" : "≥ 100 000 rows/s");
        }
        search(rows, report);
    }

    private Seen bring(Board board, int card, byte[] table) throws Exception {
        try (Wire wire = new Wire(server.port())) {
            Carrier carrier = new Carrier(wire, SESSION);
            String token = carrier.begin("Семантика.xlsx", table.length);
            carrier.send(
                    token,
                    table.length,
                    (piece, offset) -> piece.put(table, (int) offset, piece.remaining()),
                    PATIENCE);
            long came = System.nanoTime();
            String file = carrier.put(database, board, card, token);
            byte[] ask = Wire.get(file + "/rows?count=" + PAGE, SESSION);
            until(wire, ask, came, "");
            long first = System.nanoTime() - came;
            // only what is read to its end may be kept by a browser
            until(wire, ask, came, "max-age");
            return new Seen(file, first, System.nanoTime() - came);
        }
    }

    private static void until(Wire wire, byte[] ask, long since, String kept) throws Exception {
        while (wire.send(ask) != 200 || !wire.header("cache-control").contains(kept)) {
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IOException("the table was not read");
            }
            Thread.sleep(10);
        }
    }

    /** For something else each time, since what was found is remembered for a while. */
    private void search(String rows, Report report) throws Exception {
        long[] took = new long[SEARCHES];
        long[] onwards = new long[SEARCHES];
        try (Wire wire = new Wire(server.port())) {
            for (int i = 0; i < SEARCHES; i++) {
                String query = rows + "?q=" + Integer.toHexString(0x100 + i * 37);
                took[i] = Opening.time(wire, Wire.get(query, SESSION));
                onwards[i] = Opening.time(wire, Wire.get(query + "&from=" + PAGE, SESSION));
            }
        }
        report.times("search it", Figures.of(took, 1), "p50 ≤ 200 ms");
        report.times("go on in what was found", Figures.of(onwards, 1), "");
    }

    /** As a semantic core is: queries, pages, names of groups, and numbers about them. Every seed makes another. */
    private static byte[] table(int seed) throws IOException {
        Random random = new Random(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(24 << 20);
        try (Workbook book = new Workbook(bytes, "Bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("Запросы");
            sheet.value(0, 0, "Запрос");
            sheet.value(0, 1, "Страница");
            sheet.value(0, 2, "Код");
            for (int i = 0; i < NUMBERS; i++) {
                sheet.value(0, 3 + i, "Показатель " + (i + 1));
            }
            for (int row = 1; row <= ROWS; row++) {
                sheet.value(row, 0, Seed.text(random, 40));
                sheet.value(row, 1, "https://example.org/" + hex(random, 8));
                sheet.value(row, 2, hex(random, 20));
                for (int i = 0; i < NUMBERS; i++) {
                    sheet.value(row, 3 + i, random.nextInt(10_000_000) / 100.0);
                }
                if (row % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
        return bytes.toByteArray();
    }

    private static String hex(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
