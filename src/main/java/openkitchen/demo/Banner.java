package openkitchen.demo;

import java.awt.Color;
import java.awt.GradientPaint;

/** An advertisement: a scene, a promise, a line below it, a button. */
final class Banner {

    private Banner() {}

    static void draw(Canvas canvas, Prop wish) {
        boolean wide = canvas.width() > canvas.height() * 1.3;
        Scenery.draw(canvas, wish, wide ? 0.24 : 0.06);
        Palette colours = canvas.palette();
        veil(canvas, wide);
        double margin = canvas.width() * 0.06;
        double room = wide ? canvas.width() * 0.46 : canvas.width() - margin * 2;
        double size = wide ? canvas.height() * 0.115 : canvas.width() * 0.094;
        double y = wide ? canvas.height() * 0.17 : canvas.height() * 0.07;
        y = Lettering.write(canvas, or(wish.title()), colours.ink, size, true, margin, y, room);
        y = Lettering.write(
                canvas,
                or(wish.text()),
                Palette.mix(colours.ink, colours.paper, 0.18),
                size * 0.4,
                false,
                margin,
                y + size * 0.16,
                room);
        if (wish.button() != null) {
            double letters = size * 0.34;
            double wideButton = Lettering.width(canvas, wish.button(), letters, true) + letters * 2.4;
            double top = y + size * 0.4;
            canvas.box(colours.near, margin, top, wideButton, letters * 2.5, letters * 1.25);
            Lettering.write(
                    canvas,
                    wish.button(),
                    Color.WHITE,
                    letters,
                    true,
                    margin + letters * 1.2,
                    top + letters * 0.66,
                    room * 2);
        }
    }

    private static void veil(Canvas canvas, boolean wide) {
        Color paper = canvas.palette().paper;
        canvas.pen()
                .setPaint(
                        wide
                                ? new GradientPaint(
                                        canvas.width() * 0.34f,
                                        0,
                                        Palette.clear(paper, 242),
                                        canvas.width() * 0.66f,
                                        0,
                                        Palette.clear(paper, 0))
                                : new GradientPaint(
                                        0,
                                        canvas.height() * 0.3f,
                                        Palette.clear(paper, 240),
                                        0,
                                        canvas.height() * 0.55f,
                                        Palette.clear(paper, 0)));
        canvas.pen().fillRect(0, 0, canvas.width(), canvas.height());
    }

    private static String or(@org.jspecify.annotations.Nullable String words) {
        return words == null ? "" : words;
    }
}
