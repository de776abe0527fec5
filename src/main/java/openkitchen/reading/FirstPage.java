package openkitchen.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The picture of a PDF's first page, to be looked at until the page itself is drawn. It is an extra: it comes after what was
 * read, and where it cannot be made, or not soon, nothing is missing.
 */
final class FirstPage {

    /** The time that drawing may take. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final String NAME = "first.jpg";
    private static final String UNFINISHED = "first.part";
    /** Pixels of the longer side. */
    private static final float LONGEST = 1400;
    /** A page may be smaller than a stamp or larger than a house: never drawn larger than so many times its size in points. */
    private static final float LARGEST_SCALE = 4;

    private FirstPage() {}

    static void draw(Path file, Path out) throws IOException {
        FontMappers.set(new PdfText.OneFont());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDRectangle size = document.getPage(0).getCropBox();
            float longer = Math.max(size.getWidth(), size.getHeight());
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage picture = renderer.renderImage(0, Math.min(LARGEST_SCALE, LONGEST / longer), ImageType.RGB);
            Path unfinished = out.resolve(UNFINISHED);
            if (ImageIO.write(picture, "jpg", unfinished.toFile())) {
                Files.move(unfinished, out.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    static Optional<Path> in(Path folder) {
        return Optional.of(folder.resolve(NAME)).filter(Files::exists);
    }
}
