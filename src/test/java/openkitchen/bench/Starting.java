package openkitchen.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What a start costs and a first visit: {@code bin/run} on a data folder that was used before. */
final class Starting {

    private final Path data;
    private final int starts;

    Starting(Path data, int starts) {
        this.data = data;
        this.starts = starts;
    }

    void measure(Report report) throws Exception {
        Installation.start(data).close();
        List<Double> seconds = new ArrayList<>();
        List<Long> megabytes = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            long start = System.nanoTime();
            try (Installation server = Installation.start(data);
                    Wire wire = new Wire(server.port())) {
                wire.send(Wire.get("/", ""));
                seconds.add((System.nanoTime() - start) / 1e9);
                Thread.sleep(5000);
                megabytes.add(server.megabytes());
            }
        }
        report.row(
                "start to the first page, PostgreSQL included, warm database",
                "%.1f s".formatted(middle(seconds)),
                "≤ 3 s");
        report.row("memory of the idle JVM", "%d MB".formatted(middle(megabytes)), "≤ 300 MB");
    }

    private static <T extends Comparable<T>> T middle(List<T> values) {
        return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
    }

    /** What a browser fetches that sees a board for the first time. */
    static void firstVisit(Installation server, Board board, Report report) throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.sendWell(Wire.get(board.path(), Seed.token(0, 0)));
            String page = new String(
                    new GZIPInputStream(new java.io.ByteArrayInputStream(wire.body())).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            Matcher found = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)")
                    .matcher(page.substring(0, page.indexOf("<main")));
            TreeSet<String> assets = new TreeSet<>();
            while (found.find()) {
                assets.add(found.group(1));
            }
            int code = 0;
            int rest = 0;
            for (String asset : assets) {
                wire.sendWell(Wire.get(asset, ""));
                if (asset.endsWith(".js") || asset.endsWith(".css")) {
                    code += wire.body().length;
                } else {
                    rest += wire.body().length;
                }
            }
            report.row("first visit: JS + CSS over the wire", "%.1f KB".formatted(code / 1024.0), "≤ 100 KB");
            report.row("first visit: fonts and icons over the wire", "%.1f KB".formatted(rest / 1024.0), "");
        }
    }
}
