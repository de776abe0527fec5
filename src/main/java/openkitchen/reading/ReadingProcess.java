package openkitchen.reading;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts {@link ReadingMain} in a JVM of its own: small, without network addresses or secrets of this one, and ended when
 * it takes too long. A file that fills the memory or never ends does so there.
 */
final class ReadingProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingProcess.class);
    /** Names of files are in the machine's letters; Windows needs its own folder to start anything. */
    private static final Set<String> ENVIRONMENT = Set.of("LANG", "LC_ALL", "LC_CTYPE", "SystemRoot");

    private static final List<String> JVM = List.of(
            "-Xmx256m",
            "-Xms32m",
            "-Xss1m",
            "-XX:MaxMetaspaceSize=64m",
            "-XX:MaxDirectMemorySize=32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Djava.awt.headless=true",
            "-Djava.net.useSystemProxies=false",
            "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

    private final Duration limit;

    ReadingProcess(Duration limit) {
        this.limit = limit;
    }

    /** How it ended: the code of {@link ReadingMain}, or any other when it was killed. */
    int run(Kind kind, Path file, Path out, Path place) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Djava.io.tmpdir=" + place);
        command.add("-XX:ErrorFile=" + place.resolve("crash"));
        command.addAll(main());
        command.addAll(List.of(
                kind.name(), file.toAbsolutePath().toString(), out.toString(), Long.toString(limit.toSeconds() + 5)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(ENVIRONMENT);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            LOG.info("reading a file took longer than {} s and was ended", limit.toSeconds());
            return ReadingMain.TOO_LONG;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The class path of this JVM; a jar with jars inside needs its own way to start. */
    private static List<String> main() throws IOException {
        String path = System.getProperty("java.class.path");
        String main = ReadingMain.class.getName();
        if (nested(path)) {
            return List.of(
                    "-cp",
                    absolute(path),
                    "-Dloader.main=" + main,
                    "org.springframework.boot.loader.launch.PropertiesLauncher");
        }
        return List.of("-cp", absolute(path), main);
    }

    private static boolean nested(String path) throws IOException {
        if (path.contains(File.pathSeparator) || !Files.isRegularFile(Path.of(path))) {
            return false;
        }
        try (ZipFile jar = new ZipFile(path)) {
            return jar.getEntry("BOOT-INF/classes/") != null;
        }
    }

    /** The other JVM stands in another folder. */
    private static String absolute(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split(File.pathSeparator)) {
            if (!part.isEmpty()) {
                parts.add(Path.of(part).toAbsolutePath().toString());
            }
        }
        return String.join(File.pathSeparator, parts);
    }
}
