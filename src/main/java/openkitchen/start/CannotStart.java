package openkitchen.start;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why Open Kitchen does not come up, as one sentence for the person at the console, in English and in Russian. */
public final class CannotStart extends RuntimeException {

    private final String russian;

    public CannotStart(String english, String russian) {
        super(english);
        this.russian = russian;
    }

    /** Both sentences, a line each. */
    public String sentences() {
        return getMessage() + System.lineSeparator() + russian;
    }

    static CannotStart noSpaceLeft(String where) {
        return new CannotStart(
                "The disk that holds %s is full: free some space and start again; nothing saved is lost."
                        .formatted(where),
                "Диск, на котором лежит %s, заполнен: освободите место и запустите снова, всё сохранённое цело."
                        .formatted(where));
    }

    static CannotStart notOurs(Path folder) {
        return new CannotStart(
                "The data folder %s cannot be written: check whose it is, or name another one with --data."
                        .formatted(folder),
                "В папку данных %s нельзя писать: проверьте, чья она, или укажите другую через --data."
                        .formatted(folder));
    }

    /** The plainest thing that can be said of a failure while working in the folder. */
    static CannotStart because(IOException failure, Path folder) {
        String reason = String.valueOf(failure.getMessage());
        if (reason.contains("No space left") || reason.contains("quota exceeded")) {
            return noSpaceLeft(folder.toString());
        }
        if (failure instanceof AccessDeniedException
                || reason.contains("Permission denied")
                || reason.contains("Read-only file system")) {
            return notOurs(folder);
        }
        String said = reasonOf(failure);
        return new CannotStart(
                "The data folder %s cannot be used: %s.".formatted(folder, said),
                "Не получается работать с папкой данных %s: %s.".formatted(folder, said));
    }

    private static String reasonOf(IOException failure) {
        return switch (failure) {
            case FileAlreadyExistsException inTheWay -> inTheWay.getFile() + " is not a folder";
            case NoSuchFileException missing -> missing.getFile() + " is missing";
            case FileSystemException refused
            when refused.getReason() != null -> refused.getFile() + ": " + refused.getReason();
            default -> failure.toString();
        };
    }
}
