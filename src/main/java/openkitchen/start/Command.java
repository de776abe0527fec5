package openkitchen.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs on a cluster: never as root, never in the mood of the caller's environment. */
record Command(Path cluster, Programs programs) {

    /** What a program left when it ended. */
    record Ended(int status, String output) {

        void orCannotStart(Path folder) {
            boolean refusedInSingleMode = output.contains("ERROR:");
            if (status != 0 || refusedInSingleMode) {
                throw cannotStart(folder, output);
            }
        }
    }

    Ended run(String program, List<String> arguments) throws IOException {
        return run(program, arguments, "");
    }

    Ended run(String program, List<String> arguments, String input) throws IOException {
        List<String> words = new ArrayList<>(Unprivileged.prefix(cluster));
        words.add(programs.path(program));
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words).directory(cluster.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.redirectErrorStream(true).start();
        try (OutputStream toIt = process.getOutputStream()) {
            toIt.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream fromIt = process.getInputStream()) {
            String output = new String(fromIt.readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** The sentence for what PostgreSQL said before it gave up. */
    static CannotStart cannotStart(Path folder, String output) {
        if (output.contains("No space left on device")) {
            return CannotStart.noSpaceLeft(folder.toString());
        }
        String said = output.lines()
                .filter(line -> line.matches(".*(FATAL|PANIC|ERROR|error):.*"))
                .reduce((earlier, last) -> last)
                .map(line -> line.replaceFirst(".*?(FATAL|PANIC|ERROR|error): *", ""))
                .orElse("it gave no reason");
        return new CannotStart(
                "PostgreSQL does not start in %s: %s.".formatted(folder, said),
                "PostgreSQL не запускается в %s: %s.".formatted(folder, said));
    }
}
