package openkitchen.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A PDF with nothing on its pages, which is like no other: nobody has read it yet. */
public final class BlankPdf {

    private BlankPdf() {}

    public static byte[] of(int pages) {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(UUID.randomUUID().toString());
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
