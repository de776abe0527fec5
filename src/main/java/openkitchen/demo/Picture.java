package openkitchen.demo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Draws the demo's pictures; the same wish gives the same picture. */
final class Picture {

    private Picture() {}

    static byte[] png(Prop wish) {
        int width = wish.width() == null ? 1120 : wish.width();
        int height = wish.height() == null ? 680 : wish.height();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            draw(new Canvas(pen, width, height, Palette.of(wish.palette())), wish);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void draw(Canvas canvas, Prop wish) {
        switch (Objects.requireNonNull(wish.draw())) {
            case "banner" -> Banner.draw(canvas, wish);
            case "scene" -> Scenery.draw(canvas, wish, 0);
            case "chart" -> Chart.draw(canvas, wish);
            case "wireframe" -> Wireframe.draw(canvas, wish);
            default -> throw new IllegalArgumentException("nobody draws a " + wish.draw());
        }
    }
}
