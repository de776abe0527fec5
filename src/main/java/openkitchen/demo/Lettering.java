package openkitchen.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes on pictures with a font of our own. A machine without any font support, such as a bare container, gets bars where
 * words would be: a sketch is better than no demo.
 */
final class Lettering {

    private static final Logger LOG = LoggerFactory.getLogger(Lettering.class);
    private static final @Nullable Font REGULAR = font("Regular");
    private static final @Nullable Font BOLD = font("Bold");

    private Lettering() {}

    @SuppressWarnings("CatchingUnchecked") // what a JDK throws without fontconfig is not written down anywhere
    private static @Nullable Font font(String weight) {
        try (InputStream file = Lettering.class.getResourceAsStream("/fonts/GolosText-" + weight + ".ttf")) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(file));
            java.awt.image.BufferedImage trial =
                    new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB);
            trial.createGraphics().getFontMetrics(font.deriveFont(12f)).stringWidth("Аа Aa");
            return font;
        } catch (IOException | FontFormatException | RuntimeException | LinkageError | InternalError without) {
            LOG.info("the demo's pictures do without words: {}", without.toString());
            return null;
        }
    }

    /** Writes lines no wider than {@code width}, the first with its top at {@code y}; returns where the next would begin. */
    static double write(
            Canvas canvas, String text, Color colour, double size, boolean bold, double x, double y, double width) {
        Font font = bold ? BOLD : REGULAR;
        double step = size * 1.24;
        if (font == null) {
            canvas.box(
                    Palette.clear(colour, 150),
                    x,
                    y + size * 0.2,
                    Math.min(width, text.length() * size * 0.5),
                    size * 0.7,
                    4);
            return y + step;
        }
        Graphics2D pen = canvas.pen();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setFont(font.deriveFont((float) size));
        pen.setColor(colour);
        double at = y;
        for (String line : lines(text, pen.getFontMetrics(), width)) {
            pen.drawString(line, (float) x, (float) (at + size * 0.95));
            at += step;
        }
        return at;
    }

    static void centred(Canvas canvas, String text, Color colour, double size, boolean bold, double x, double y) {
        write(canvas, text, colour, size, bold, x - width(canvas, text, size, bold) / 2, y, canvas.width());
    }

    static double width(Canvas canvas, String text, double size, boolean bold) {
        Font font = bold ? BOLD : REGULAR;
        return font == null
                ? text.length() * size * 0.5
                : canvas.pen().getFontMetrics(font.deriveFont((float) size)).stringWidth(text);
    }

    private static List<String> lines(String text, FontMetrics metrics, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && metrics.stringWidth(longer) > width) {
                lines.add(line.toString());
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
