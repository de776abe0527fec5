package openkitchen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the measured part of {@code docs/performance.md}; what people wrote around it stays. */
final class Page {

    private static final Path PAGE = Path.of("docs/performance.md");
    private static final String BEGIN = "<!-- measured: written by bin/bench -->";
    private static final String END = "<!-- /measured -->";

    private Page() {}

    static void write(Report report, String postgreSql, String load, String statements, List<String> arguments)
            throws IOException {
        String measured = """
                %s

                `%s` on %s, PostgreSQL %s, %s. Load of the machine by others when it began: %s.
                %s
                ### The statements run bare

                %s
                %s""".formatted(
                        BEGIN,
                        ("bin/bench " + String.join(" ", arguments)).strip(),
                        LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")),
                        postgreSql,
                        machine(),
                        load,
                        report.tables(),
                        statements,
                        END);
        String page = Files.exists(PAGE) ? Files.readString(PAGE) : "# How fast it is\n\n" + BEGIN + END + "\n";
        int from = page.indexOf(BEGIN);
        int to = page.indexOf(END) + END.length();
        Files.writeString(PAGE, page.substring(0, from) + measured + page.substring(to));
        System.out.println("\nWritten into " + PAGE);
    }

    static String load() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.exists(load) ? Files.readString(load).split(" ")[0] : "unknown";
    }

    private static String machine() throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        String model = Files.exists(cpus)
                ? Files.readAllLines(cpus).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("")
                : "";
        return "%d cores %s, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version().feature());
    }

    static String statements() {
        return "For a comment (with what its page is told):\n\n" + list(Bare.Comment.STATEMENTS) + "\nFor a move:\n\n"
                + list(Bare.Move.STATEMENTS) + "\nFor an approval:\n\n" + list(Bare.Approve.STATEMENTS);
    }

    private static String list(List<String> statements) {
        return statements.stream()
                .map(statement -> "1. `" + Recorded.plain(statement) + "`\n")
                .collect(Collectors.joining());
    }
}
