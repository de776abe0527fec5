package openkitchen.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product as a process of its own, started by {@code bin/run}. */
final class Installation implements AutoCloseable {

    private static final Pattern OPEN = Pattern.compile("open at http://localhost:(\\d+)");

    private final Process process;
    private final int port;

    private Installation(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** On a database that runs already; with the door to bytes from memory open. */
    static Installation start(Database database, Path data) throws IOException {
        return start(database, data, true);
    }

    /** The same, without the rounds that tell people of what happened: with nothing beside what a page asks for. */
    static Installation startAlone(Database database, Path data) throws IOException {
        return start(database, data, false);
    }

    private static Installation start(Database database, Path data, boolean rounds) throws IOException {
        return start(
                data,
                Map.of(
                        "SPRING_DATASOURCE_URL", database.url(),
                        "SPRING_DATASOURCE_USERNAME", database.user(),
                        "SPRING_DATASOURCE_PASSWORD", database.password(),
                        "OPENKITCHEN_ROUNDS", Boolean.toString(rounds),
                        "OPENKITCHEN_BENCH", "true"));
    }

    /** As people start it, with the PostgreSQL that it brings along. Returns when it says that it is open. */
    static Installation start(Path data) throws IOException {
        return start(data, Map.of());
    }

    private static Installation start(Path data, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of("bin/run", "--port", "0", "--data", data.toString()))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_DATASOURCE"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Leftovers.add(() -> stop(process));
        BufferedReader output = process.inputReader();
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            Matcher open = OPEN.matcher(line);
            if (open.find()) {
                Thread.ofVirtual().start(() -> pass(output));
                return new Installation(process, Integer.parseInt(open.group(1)));
            }
        }
        throw new IOException("the server did not open:\n" + String.join("\n", said));
    }

    private static void pass(BufferedReader output) {
        try {
            output.lines().forEach(System.err::println);
        } catch (java.io.UncheckedIOException ended) {
            // the server was stopped
        }
    }

    int port() {
        return port;
    }

    /** The memory that the JVM holds, in megabytes. */
    long megabytes() throws IOException {
        return megabytes("VmRSS:");
    }

    /** The most that it has held so far. */
    long mostMegabytes() throws IOException {
        return megabytes("VmHWM:");
    }

    private long megabytes(String what) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith(what)) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        stop(process);
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
