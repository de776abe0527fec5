package openkitchen.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How to reach an installation's database. */
public record Access(String url, String user, String password) {

    private static final int PORT_LINE = 3;

    /** The embedded PostgreSQL that is running on a data folder now; empty when none is. */
    public static Optional<Access> toRunning(Path data) {
        Path home = data.toAbsolutePath().normalize().resolve("postgres");
        try {
            List<String> note = Files.readAllLines(home.resolve("postmaster.pid"));
            if (note.size() <= PORT_LINE
                    || ProcessHandle.of(Long.parseLong(note.getFirst())).isEmpty()) {
                return Optional.empty();
            }
            String url = "jdbc:postgresql://127.0.0.1:%s/%s"
                    .formatted(note.get(PORT_LINE).strip(), Cluster.NAME);
            return Optional.of(new Access(
                    url,
                    Cluster.NAME,
                    Files.readString(home.resolve("password")).strip()));
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw CannotStart.because(failure, home);
        }
    }
}
