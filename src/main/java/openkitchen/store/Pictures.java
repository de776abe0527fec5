package openkitchen.store;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Tells what a file is from its content, and makes small pictures of pictures. */
@Component
class Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final Set<String> READABLE =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp");
    private static final int SMALL = 640;
    private static final long MOST_PIXELS = 50_000_000;

    /** Reads a list of thousands of types when it is made: not before a file comes. */
    private final SingletonSupplier<Tika> tika = SingletonSupplier.of(Tika::new);
    /** Decoding a large picture takes up to 200 MB for a moment: one at a time. */
    private final Semaphore turn = new Semaphore(1);

    /** What is known of a picture; the thumbnail is null where none could be made. */
    record Picture(int width, int height, byte @Nullable [] thumbnail) {}

    /** What it is; only its beginning is read. */
    String contentType(InputStream bytes, String name) throws IOException {
        return tika.obtain().detect(bytes, name);
    }

    /** Whether it is worth a look. */
    boolean readable(String type) {
        return READABLE.contains(type);
    }

    /** Null when it is not a picture that can be read. A broken or over-large one keeps its content and gets no thumbnail. */
    @Nullable
    Picture look(Path file, String type) {
        if (!readable(type)) {
            return null;
        }
        turn.acquireUninterruptibly();
        try (ImageInputStream bytes = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(bytes, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                boolean tooLarge = (long) width * height > MOST_PIXELS;
                return new Picture(width, height, tooLarge ? null : thumbnail(file));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            LOG.info("a picture could not be read: {}", broken.toString());
            return null;
        } finally {
            turn.release();
        }
    }

    private static byte[] thumbnail(Path file) throws IOException {
        BufferedImage small = Thumbnails.of(file.toFile()).size(SMALL, SMALL).asBufferedImage();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean clear = small.getColorModel().hasAlpha();
        Thumbnails.of(small)
                .scale(1)
                .outputFormat(clear ? "png" : "jpg")
                .outputQuality(0.82)
                .toOutputStream(bytes);
        return bytes.toByteArray();
    }
}
