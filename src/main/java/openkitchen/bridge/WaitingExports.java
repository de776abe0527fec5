package openkitchen.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Stream;
import openkitchen.bridge.trello.TrelloFile;
import openkitchen.id.PersonId;
import openkitchen.people.Secret;
import openkitchen.problem.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Exports that were looked at and wait for their import. Each is found by its secret, and only by the person who brought it;
 * after a day it is gone.
 */
@Component
public class WaitingExports {

    private static final Duration LIFE = Duration.ofHours(24);

    private final Path folder;
    private final Clock clock;

    WaitingExports(@Value("${openkitchen.data:data}") String data, Clock clock) {
        this.folder = Path.of(data).toAbsolutePath().resolve("waiting");
        this.clock = clock;
    }

    /** Keeps an export. Of one that is too large no more is kept than shows that it is. */
    public Secret put(PersonId person, InputStream export) {
        Secret secret = Secret.fresh();
        try {
            Files.createDirectories(folder);
            sweep();
            Path path = path(person, secret.token());
            try (OutputStream file = Files.newOutputStream(path)) {
                copy(export, file);
            } catch (IOException failed) {
                Files.deleteIfExists(path);
                throw failed;
            }
            return secret;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] some = new byte[1 << 16];
        long left = TrelloFile.LIMIT + 1;
        for (int read = from.read(some); read >= 0 && left > 0; read = from.read(some)) {
            int kept = (int) Math.min(read, left);
            to.write(some, 0, kept);
            left -= kept;
        }
    }

    private void sweep() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try {
                    if (Files.getLastModifiedTime(file)
                            .toInstant()
                            .isBefore(clock.instant().minus(LIFE))) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException gone) {
                    continue; // somebody else swept it
                }
            }
        }
    }

    /** @throws NotFound when it is gone, or another person's */
    public InputStream open(PersonId person, String token) {
        try {
            return Files.newInputStream(path(person, token));
        } catch (NoSuchFileException gone) {
            throw new NotFound();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public boolean has(PersonId person, String token) {
        return Files.exists(path(person, token));
    }

    public void drop(PersonId person, String token) {
        try {
            Files.deleteIfExists(path(person, token));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path path(PersonId person, String token) {
        return folder.resolve("trello-" + person + "-" + HexFormat.of().formatHex(new Secret(token).hash()));
    }
}
