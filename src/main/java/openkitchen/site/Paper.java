package openkitchen.site;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Pattern;
import openkitchen.text.Language;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** Prints XHTML as PDF, with letters of our own and nothing from outside. */
@Component
class Paper {

    static final String FONT = "Golos Text";

    /** What XML cannot say at all. */
    private static final Pattern UNSPEAKABLE =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    Paper() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    /** @param title of the document, which may be longer than its file's name */
    byte[] pdf(String xhtml, String title, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (PdfBoxRenderer renderer = new PdfRendererBuilder()
                .withHtmlContent(UNSPEAKABLE.matcher(xhtml).replaceAll(" "), null)
                .useFont(letters("Regular"), FONT, 400, FontStyle.NORMAL, true)
                .useFont(letters("Bold"), FONT, 700, FontStyle.NORMAL, true)
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .usePdfUaAccessibility(true)
                .useReplacementText("?")
                .withProducer("Open Kitchen")
                .toStream(bytes)
                .buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage(language.tag());
            document.save(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private static FSSupplier<InputStream> letters(String weight) {
        return () -> Objects.requireNonNull(Paper.class.getResourceAsStream("/fonts/GolosText-" + weight + ".ttf"));
    }
}
