package openkitchen.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import openkitchen.id.FileId;
import openkitchen.problem.NotFound;
import openkitchen.store.Files;
import openkitchen.store.StoredFile;

/** Where the files come from. */
interface Source {

    /** @throws NotFound when there is no such file */
    StoredFile one(FileId file);

    /** Those of these that there are, in one statement. */
    List<StoredFile> these(Collection<FileId> ids);

    /** Does something with the file's bytes, which need to be at this place only meanwhile. */
    <T> T withPath(FileId file, Function<Path, T> work);

    static Source of(Files files) {
        return new Source() {
            @Override
            public StoredFile one(FileId file) {
                return files.one(file);
            }

            @Override
            public List<StoredFile> these(Collection<FileId> ids) {
                return files.these(ids);
            }

            @Override
            public <T> T withPath(FileId file, Function<Path, T> work) {
                try {
                    return files.bytes(file).withPath(work);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        };
    }
}
