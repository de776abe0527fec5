package openkitchen.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/** Counts a PDF's pages and reads its words. */
final class PdfText {

    private PdfText() {}

    static Reading read(Path file) throws IOException {
        FontMappers.set(new OneFont());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new Reading.Pages(document.getNumberOfPages(), words(document));
        } catch (InvalidPasswordException locked) {
            return new Reading.Unreadable(Reading.Why.ENCRYPTED);
        }
    }

    /** As far as they can be read: a broken page must not take the others with it. */
    private static String words(PDDocument document) {
        LimitedText text = new LimitedText();
        try {
            new Stripper(text).writeText(document, text);
        } catch (IOException | RuntimeException broken) {
            // the words up to there are kept
        }
        return text.toString();
    }

    private static final class Stripper extends PDFTextStripper {

        private final LimitedText text;

        Stripper(LimitedText text) {
            this.text = text;
            setLineSeparator("\n");
        }

        @Override
        protected void startPage(PDPage page) throws IOException {
            if (text.full()) {
                throw new IOException("enough");
            }
        }
    }

    /** For words no font has to be right: the one that the library brings stands for all, and none is looked for. */
    static final class OneFont implements FontMapper {

        private @Nullable TrueTypeFont font;

        private TrueTypeFont font() {
            TrueTypeFont known = font;
            if (known == null) {
                try (InputStream bytes = PDDocument.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
                    if (bytes == null) {
                        throw new IllegalStateException("the library's own font is missing");
                    }
                    known = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
                    font = known;
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
            return known;
        }

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font(), true);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font(), true);
        }

        @Override
        @SuppressWarnings("NullAway") // the library's own mapper leaves the first of the two out as well
        public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
            return new CIDFontMapping(null, font(), true);
        }
    }
}
