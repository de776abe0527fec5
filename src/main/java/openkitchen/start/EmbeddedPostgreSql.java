package openkitchen.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The PostgreSQL that Open Kitchen brings along, running on one data folder. It listens on 127.0.0.1 only, wants a
 * password, and is as durable as PostgreSQL is by default. One that was left behind by a killed Open Kitchen is stopped
 * before its successor starts.
 */
public final class EmbeddedPostgreSql implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "60",
            "shared_buffers", "128MB",
            "jit", "off",
            "timezone", "UTC",
            "log_timezone", "UTC",
            // the statements' own errors are the application's to tell, and hold what people wrote
            "log_min_messages", "log",
            "log_min_error_statement", "panic",
            "log_checkpoints", "off");

    private static final String WHO_MAY_CONNECT = """
            # TYPE DATABASE USER ADDRESS METHOD
            host all openkitchen 127.0.0.1/32 scram-sha-256
            """;

    private static final int PORTS_TO_TRY = 5;

    private final DataFolder folder;
    private final Path home;
    private final Command command;
    private final String password;
    private final int port;

    /**
     * Starts PostgreSQL on the folder, which is made when missing.
     *
     * @throws CannotStart when it does not come up; nothing is left running then
     */
    public static EmbeddedPostgreSql start(Path data) {
        return start(data, Map.of());
    }

    /** As {@link #start(Path)}, with settings of PostgreSQL's over those of Open Kitchen. */
    public static EmbeddedPostgreSql start(Path data, Map<String, String> settings) {
        DataFolder folder = DataFolder.hold(data);
        try {
            return new EmbeddedPostgreSql(folder, settings);
        } catch (IOException failure) {
            folder.close();
            throw CannotStart.because(failure, folder.root());
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    private EmbeddedPostgreSql(DataFolder folder, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.home = folder.cluster();
        Cluster cluster = new Cluster(home, Programs.in(folder.programs()));
        this.command = new Command(home, cluster.programs());
        cluster.create();
        this.password = cluster.password();
        stopLeftBehind();
        this.port = startOnSomePort(settings);
    }

    /** The JDBC address of the installation's database. */
    public String url() {
        return url(Cluster.NAME);
    }

    /** The JDBC address of any database in here. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** The one role that may connect; it owns the database and may make others. */
    public String user() {
        return Cluster.NAME;
    }

    public String password() {
        return password;
    }

    /** Ends open connections, writes everything down and returns when PostgreSQL is gone. */
    @Override
    public void close() {
        try {
            stop();
        } catch (IOException failure) {
            throw CannotStart.because(failure, home);
        } finally {
            folder.close();
        }
    }

    private void stopLeftBehind() throws IOException {
        Path note = home.resolve("postmaster.pid");
        Optional<ProcessHandle> noted = notedIn(note);
        if (noted.isEmpty()) {
            return;
        }
        if (isOurs(noted.get())) {
            stop();
        } else {
            Files.delete(note); // dead but not yet buried, or the number is somebody else's by now
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains(home.toString()))
                .isPresent();
    }

    private static Optional<ProcessHandle> notedIn(Path note) throws IOException {
        try {
            return Files.readString(note)
                    .lines()
                    .findFirst()
                    .map(Long::parseLong)
                    .flatMap(ProcessHandle::of);
        } catch (NoSuchFileException | NumberFormatException nothingNoted) {
            return Optional.empty();
        }
    }

    private int startOnSomePort(Map<String, String> settings) throws IOException {
        Path log = home.resolve("openkitchen.log");
        Files.writeString(home.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        for (int tried = 1; ; tried++) {
            int freePort = freePort();
            Files.writeString(home.resolve("postgresql.conf"), configuration(settings, freePort));
            keepOneOlder(log);
            Command.Ended ended = command.run(
                    "pg_ctl", List.of("start", "-w", "-t", "600", "-D", home.toString(), "-l", log.toString()));
            if (ended.status() == 0) {
                return freePort;
            }
            String said = ended.output() + (Files.exists(log) ? Files.readString(log) : "");
            if (!said.contains("Address already in use") || tried == PORTS_TO_TRY) {
                throw Command.cannotStart(home, said);
            }
        }
    }

    private void stop() throws IOException {
        command.run("pg_ctl", List.of("stop", "-m", "fast", "-w", "-t", "600", "-D", home.toString()))
                .orCannotStart(home);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static String configuration(Map<String, String> settings, int port) {
        String lines = Stream.of(SETTINGS, settings, Map.of("port", Integer.toString(port)))
                .flatMap(map -> map.entrySet().stream())
                .map(setting -> "%s = '%s'".formatted(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining("\n"));
        return "# written by Open Kitchen at every start; your own settings belong into postgresql.auto.conf\n" + lines
                + "\n";
    }

    private static void keepOneOlder(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("openkitchen.older.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
