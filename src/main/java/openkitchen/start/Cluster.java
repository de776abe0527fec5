package openkitchen.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own folder: made whole or not at all, and known by its version. */
record Cluster(Path home, Programs programs) {

    static final String NAME = "openkitchen";

    /** Makes the cluster, its role and its database, unless they are there. */
    void create() throws IOException {
        if (Files.exists(home)) {
            checkVersion();
            return;
        }
        Path unfinished = home.resolveSibling("postgres-unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(unfinished);
        Command command = new Command(unfinished, programs);
        command.run("initdb", initdb(unfinished)).orCannotStart(home);
        String password = randomPassword();
        command.run("postgres", List.of("--single", "-D", unfinished.toString(), "postgres"), roleAndDatabase(password))
                .orCannotStart(home);
        keep(password, unfinished.resolve("password"));
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    String password() throws IOException {
        return Files.readString(home.resolve("password")).strip();
    }

    private void checkVersion() throws IOException {
        int version =
                Integer.parseInt(Files.readString(home.resolve("PG_VERSION")).strip());
        if (version > Programs.MAJOR) {
            throw new CannotStart(
                    "The data folder %s is of a newer version (PostgreSQL %d, this build has %d): start the newer Open Kitchen."
                            .formatted(home, version, Programs.MAJOR),
                    "Папка данных %s от более новой версии (PostgreSQL %d, в этой сборке %d): запустите более новую «Общую кухню»."
                            .formatted(home, version, Programs.MAJOR));
        }
        if (version < Programs.MAJOR) {
            throw new CannotStart(
                    "The data folder %s is of PostgreSQL %d, this build has %d: export with the older Open Kitchen and restore here."
                            .formatted(home, version, Programs.MAJOR),
                    "Папка данных %s от PostgreSQL %d, в этой сборке %d: сделайте выгрузку старой «Общей кухней» и восстановите её здесь."
                            .formatted(home, version, Programs.MAJOR));
        }
    }

    /**
     * Sorting and letter case come from PostgreSQL itself, so that the cluster means the same on every machine. Text
     * search still asks the C library which characters are letters, and under plain C takes «» for some.
     */
    private static List<String> initdb(Path folder) {
        String letters = System.getProperty("os.name", "").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
        return List.of(
                "-D",
                folder.toString(),
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-ctype=" + letters,
                "--no-instructions");
    }

    private static String roleAndDatabase(String password) {
        return """
                CREATE ROLE %1$s LOGIN CREATEDB PASSWORD '%2$s'
                CREATE DATABASE %1$s OWNER %1$s
                """.formatted(NAME, password);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void keep(String password, Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, password);
    }
}
