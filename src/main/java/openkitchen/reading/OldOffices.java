package openkitchen.reading;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads what office programs wrote in the formats of 1997 to 2003, macros and all else left alone. */
final class OldOffices {

    private static final String WORD = "WordDocument";

    private OldOffices() {}

    static Reading read(Path file, TableWriter table) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive(WORD)) {
                return OldWordText.read(root);
            }
            for (String name : InternalWorkbook.WORKBOOK_DIR_ENTRY_NAMES) {
                if (root.hasEntryCaseInsensitive(name)) {
                    return OldWorkbook.read(root, table);
                }
            }
            return new Reading.Unreadable(Reading.Why.NOT_KNOWN);
        } catch (EncryptedDocumentException locked) {
            return new Reading.Unreadable(Reading.Why.ENCRYPTED);
        } catch (OldFileFormatException older) {
            return new Reading.Unreadable(Reading.Why.OLD_FORMAT);
        }
    }
}
