package openkitchen.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** Open Kitchen as a process of its own, as it runs for people, with its own PostgreSQL on the data folder. */
record RunningKitchen(Process process, int port, Path data, CompletableFuture<String> setUpLink) {

    private static final Pattern OPEN = Pattern.compile("open at http://localhost:(\\d+)");
    private static final Pattern SET_UP = Pattern.compile("http://localhost:\\d+/setup\\?token=\\S+");

    /** Returns when it serves. */
    static RunningKitchen start(Path data) throws IOException {
        return start(data, Map.of());
    }

    /** The same, with settings of its own. */
    static RunningKitchen start(Path data, Map<String, String> settings) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "openkitchen.OpenKitchen",
                "--port=0",
                "--data=" + data);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        Process process = builder.start();
        BufferedReader output = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher open = OPEN.matcher(line);
            if (open.find()) {
                CompletableFuture<String> setUpLink = new CompletableFuture<>();
                Thread.ofVirtual()
                        .start(() -> output.lines().forEach(later -> {
                            Matcher link = SET_UP.matcher(later);
                            if (link.find()) {
                                setUpLink.complete(link.group());
                            }
                        }));
                return new RunningKitchen(process, Integer.parseInt(open.group(1)), data, setUpLink);
            }
        }
        throw new IllegalStateException("did not open:\n" + said);
    }

    /** {@code kill -9} of the JVM; PostgreSQL goes on. */
    void killJvm() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** {@code kill -9} of PostgreSQL's processes and of the JVM. */
    void killAll() throws IOException, InterruptedException {
        ProcessHandle postgreSql = postgreSql();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postgreSql), postgreSql.descendants()).toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    ProcessHandle postgreSql() throws IOException {
        return ProcessHandle.of(Long.parseLong(note().getFirst())).orElseThrow();
    }

    PGSimpleDataSource database() throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:%s/openkitchen".formatted(note().get(3)));
        source.setUser("openkitchen");
        source.setPassword(Files.readString(data.resolve("postgres/password")));
        return source;
    }

    private List<String> note() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }
}
