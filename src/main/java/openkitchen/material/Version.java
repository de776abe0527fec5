package openkitchen.material;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import openkitchen.id.FileId;
import openkitchen.id.MaterialId;
import openkitchen.id.PersonId;
import openkitchen.id.VersionId;

/**
 * A version of a material. It never changes.
 *
 * @param number 1, 2, 3 …
 * @param body the text, or the link's address; empty for files
 * @param note what became otherwise, as its author says it; may be empty
 * @param sha256 in hexadecimal: of the file; of what {@link Fingerprint} says for several files, a text or a link
 */
public record Version(
        VersionId id,
        MaterialId material,
        int number,
        Kind kind,
        String body,
        String note,
        String sha256,
        List<File> files,
        Instant at,
        PersonId by) {

    /** What kind of content it holds. */
    public enum Kind {
        FILES,
        TEXT,
        LINK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** One of its files, as it was called. */
    public record File(
            int place, FileId id, String name, String contentType, long size, String sha256, boolean thumbnail) {}

    /** In bytes, of all its files. */
    public long size() {
        return files.stream().mapToLong(File::size).sum();
    }
}
