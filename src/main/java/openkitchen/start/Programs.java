package openkitchen.start;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once and then kept. */
record Programs(Path folder) {

    /** The major version this build brings; a cluster of another one is not opened. */
    static final int MAJOR = 18;

    /** The programs in {@code place}, unpacked there if this build's are not there yet. */
    static Programs in(Path place) {
        try {
            URL archive = archive();
            Path folder = place.resolve("postgresql-%d-%s".formatted(MAJOR, checksum(archive)));
            if (Files.notExists(folder)) {
                FileSystemUtils.deleteRecursively(place);
                Path unfinished = Files.createDirectories(place.resolve("unfinished"));
                unpack(archive, unfinished);
                Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Programs(folder);
        } catch (IOException failure) {
            throw CannotStart.because(failure, place);
        }
    }

    String path(String program) {
        return folder.resolve("bin").resolve(program).toString();
    }

    private static URL archive() {
        String system = system();
        URL archive = Programs.class.getResource("/postgres-%s.txz".formatted(system));
        if (archive == null) {
            throw new CannotStart(
                    "This build brings no PostgreSQL for %s: build it on this machine, or set SPRING_DATASOURCE_URL to a PostgreSQL of yours."
                            .formatted(system),
                    "В этой сборке нет PostgreSQL для %s: соберите её на этой машине или укажите свой PostgreSQL в SPRING_DATASOURCE_URL."
                            .formatted(system));
        }
        return archive;
    }

    private static String system() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        String family = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : "linux";
        String processor = switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> arch;
        };
        boolean alpine = Files.exists(Path.of("/etc/alpine-release"));
        return family + "-" + processor + (alpine ? "-alpine_linux" : "");
    }

    private static String checksum(URL archive) throws IOException {
        JarURLConnection connection = (JarURLConnection) archive.openConnection();
        return Long.toHexString(connection.getJarEntry().getCrc());
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream packed = archive.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    boolean onlyForOwner = false;
                    file.toFile().setExecutable((entry.getMode() & 0111) != 0, onlyForOwner);
                }
            }
        }
    }
}
