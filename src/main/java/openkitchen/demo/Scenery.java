package openkitchen.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** Landscapes and rooms, drawn from a few quiet shapes. */
final class Scenery {

    private Scenery() {}

    /** Draws what the wish wants to see; {@code shift} moves the main thing to the right, in shares of the width. */
    static void draw(Canvas canvas, Prop wish, double shift) {
        long seed = wish.seed() == null ? 3 : wish.seed();
        switch (wish.scene() == null ? "pines" : wish.scene()) {
            case "house" -> house(canvas, seed, shift);
            case "pines" -> pines(canvas, seed);
            case "clinic" -> clinic(canvas, shift);
            case "room" -> room(canvas, shift);
            default -> throw new IllegalArgumentException("nobody draws a scene of " + wish.scene());
        }
    }

    private static void pines(Canvas canvas, long seed) {
        Random dice = new Random(seed);
        Palette colours = canvas.palette();
        canvas.fade(colours.sky, colours.horizon, 0.75);
        double w = canvas.width();
        double h = canvas.height();
        canvas.disc(Palette.clear(colours.accent, 50), w * 0.74, h * 0.3, h * 0.2);
        canvas.disc(Palette.clear(colours.accent, 210), w * 0.74, h * 0.3, h * 0.11);
        hill(canvas, Palette.mix(colours.far, colours.horizon, 0.45), h * 0.56, h * 0.06, dice.nextDouble() * 6);
        hill(canvas, colours.far, h * 0.66, h * 0.05, dice.nextDouble() * 6);
        row(canvas, Palette.mix(colours.far, colours.middle, 0.6), h * 0.72, h * 0.13, 34, dice);
        hill(canvas, colours.middle, h * 0.74, h * 0.03, dice.nextDouble() * 6);
        row(canvas, Palette.mix(colours.middle, colours.near, 0.6), h * 0.86, h * 0.24, 17, dice);
        hill(canvas, colours.near, h * 0.87, h * 0.025, dice.nextDouble() * 6);
    }

    private static void hill(Canvas canvas, Color colour, double y, double swing, double phase) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, canvas.height());
        for (int x = 0; x <= canvas.width(); x += 8) {
            double turn = x * 5.2 / canvas.width();
            path.lineTo(x, y + swing * (Math.sin(turn + phase) + 0.4 * Math.sin(turn * 2.7 + phase * 2)));
        }
        path.lineTo(canvas.width() + 8.0, canvas.height());
        path.closePath();
        canvas.pen().setColor(colour);
        canvas.pen().fill(path);
    }

    private static void row(Canvas canvas, Color colour, double foot, double tall, int count, Random dice) {
        for (int i = 0; i < count; i++) {
            double x = canvas.width() * (i + dice.nextDouble() * 0.8) / count;
            pine(canvas, colour, x, foot + dice.nextDouble() * tall * 0.15, tall * (0.7 + dice.nextDouble() * 0.5));
        }
    }

    private static void pine(Canvas canvas, Color colour, double x, double foot, double tall) {
        double half = tall * 0.2;
        canvas.box(colour, x - tall * 0.022, foot - tall * 0.2, tall * 0.044, tall * 0.25, 0);
        for (int tier = 0; tier < 3; tier++) {
            double bottom = foot - tall * (0.12 + tier * 0.24);
            double wide = half * (1 - tier * 0.25);
            canvas.shape(colour, x - wide, bottom, x, bottom - tall * 0.42, x + wide, bottom);
        }
    }

    private static void house(Canvas canvas, long seed, double shift) {
        pines(canvas, seed);
        Palette colours = canvas.palette();
        double h = canvas.height();
        double unit = h * 0.055;
        double x = canvas.width() * (0.5 + shift) - unit * 4;
        double foot = h * 0.9;
        Color wall = Palette.mix(colours.paper, colours.accent, 0.18);
        Color roof = Palette.mix(colours.ink, colours.near, 0.25);
        Color window = Palette.mix(colours.accent, Color.WHITE, 0.55);
        canvas.box(Palette.clear(colours.ink, 40), x - unit, foot - unit * 0.25, unit * 11, unit * 0.6, unit * 0.3);
        canvas.box(wall, x, foot - unit * 4.4, unit * 8, unit * 4.4, 2);
        canvas.shape(wall, x, foot - unit * 4.3, x + unit * 4, foot - unit * 7.6, x + unit * 8, foot - unit * 4.3);
        boards(canvas, Palette.clear(colours.ink, 22), x, foot - unit * 4.2, unit * 8, unit * 4.2, unit * 0.5);
        canvas.shape(
                roof,
                x - unit * 0.9,
                foot - unit * 4,
                x + unit * 4,
                foot - unit * 8.1,
                x + unit * 8.9,
                foot - unit * 4,
                x + unit * 8.3,
                foot - unit * 3.9,
                x + unit * 4,
                foot - unit * 7.4,
                x - unit * 0.3,
                foot - unit * 3.9);
        canvas.box(roof, x + unit * 5.6, foot - unit * 8, unit * 0.9, unit * 2, 2);
        pane(canvas, roof, window, x + unit * 0.9, foot - unit * 3.3, unit * 1.9, unit * 1.9);
        pane(canvas, roof, window, x + unit * 5.2, foot - unit * 3.6, unit * 2, unit * 3.3);
        pane(canvas, roof, window, x + unit * 3.2, foot - unit * 6.1, unit * 1.6, unit * 1.3);
        canvas.box(colours.accent, x + unit * 3.4, foot - unit * 3, unit * 1.2, unit * 3, unit * 0.1);
        canvas.disc(wall, x + unit * 4.35, foot - unit * 1.4, unit * 0.09);
        canvas.box(Palette.mix(wall, colours.ink, 0.3), x - unit * 0.7, foot - unit * 0.35, unit * 9.6, unit * 0.45, 3);
        canvas.pen().setColor(Palette.mix(colours.near, colours.ink, 0.3));
        hill(canvas, Palette.mix(colours.near, colours.ink, 0.25), h * 0.925, h * 0.01, seed);
        pine(canvas, Palette.mix(colours.near, colours.ink, 0.35), x - unit * 3, foot + unit * 0.6, unit * 9);
        pine(canvas, Palette.mix(colours.near, colours.ink, 0.35), x + unit * 11.4, foot + unit * 0.5, unit * 7);
    }

    private static void boards(Canvas canvas, Color colour, double x, double y, double w, double h, double step) {
        canvas.pen().setColor(colour);
        canvas.pen().setStroke(new BasicStroke(1.4f));
        for (double at = x + step; at < x + w; at += step) {
            canvas.pen().draw(new java.awt.geom.Line2D.Double(at, y, at, y + h));
        }
    }

    private static void pane(Canvas canvas, Color frame, Color light, double x, double y, double w, double h) {
        canvas.box(frame, x - 3, y - 3, w + 6, h + 6, 3);
        canvas.box(light, x, y, w, h, 1);
        canvas.box(frame, x + w / 2 - 1.5, y, 3, h, 0);
        canvas.box(frame, x, y + h * 0.38, w, 3, 0);
    }

    private static void clinic(Canvas canvas, double shift) {
        Palette colours = canvas.palette();
        canvas.fade(colours.sky, colours.horizon, 1);
        double w = canvas.width();
        double h = canvas.height();
        double x = w * (0.5 + shift);
        double y = h * 0.52;
        double r = h * 0.3;
        canvas.disc(Palette.clear(colours.far, 70), x + r * 0.5, y - r * 0.3, r * 1.55);
        canvas.disc(Palette.clear(colours.middle, 60), x - r * 0.7, y + r * 0.5, r * 0.95);
        canvas.disc(colours.paper, x, y, r * 1.05);
        tooth(canvas, x, y - r * 0.02, r * 0.62);
        spark(canvas, colours.accent, x + r * 0.78, y - r * 0.72, r * 0.17);
        spark(canvas, colours.accent, x + r * 1.08, y - r * 0.38, r * 0.09);
    }

    private static void tooth(Canvas canvas, double x, double y, double r) {
        Palette colours = canvas.palette();
        Path2D path = new Path2D.Double();
        path.moveTo(x, y - r * 0.62);
        path.curveTo(x + r * 0.35, y - r * 0.95, x + r * 1.05, y - r * 0.8, x + r * 0.98, y - r * 0.1);
        path.curveTo(x + r * 0.94, y + r * 0.35, x + r * 0.7, y + r * 0.4, x + r * 0.62, y + r * 0.9);
        path.curveTo(x + r * 0.52, y + r * 1.3, x + r * 0.3, y + r * 1.1, x + r * 0.26, y + r * 0.75);
        path.curveTo(x + r * 0.2, y + r * 0.35, x - r * 0.2, y + r * 0.35, x - r * 0.26, y + r * 0.75);
        path.curveTo(x - r * 0.3, y + r * 1.1, x - r * 0.52, y + r * 1.3, x - r * 0.62, y + r * 0.9);
        path.curveTo(x - r * 0.7, y + r * 0.4, x - r * 0.94, y + r * 0.35, x - r * 0.98, y - r * 0.1);
        path.curveTo(x - r * 1.05, y - r * 0.8, x - r * 0.35, y - r * 0.95, x, y - r * 0.62);
        path.closePath();
        canvas.pen()
                .setPaint(new java.awt.GradientPaint(
                        (float) x, (float) (y - r), colours.sky, (float) x, (float) (y + r * 1.2), colours.far));
        canvas.pen().fill(path);
        canvas.pen().setColor(colours.near);
        canvas.pen().setStroke(new BasicStroke((float) (r * 0.055), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.pen().draw(path);
        canvas.pen().draw(new Arc2D.Double(x - r * 0.42, y - r * 0.35, r * 0.84, r * 0.6, 205, 130, Arc2D.OPEN));
    }

    private static void spark(Canvas canvas, Color colour, double x, double y, double r) {
        double in = r * 0.26;
        canvas.shape(
                colour, x, y - r, x + in, y - in, x + r, y, x + in, y + in, x, y + r, x - in, y + in, x - r, y, x - in,
                y - in);
    }

    private static void room(Canvas canvas, double shift) {
        Palette colours = canvas.palette();
        double w = canvas.width();
        double h = canvas.height();
        canvas.fill(Palette.mix(colours.sky, colours.paper, 0.5));
        Color floor = Palette.mix(colours.accent, colours.paper, 0.62);
        canvas.box(floor, 0, h * 0.76, w, h * 0.24, 0);
        canvas.box(Palette.clear(colours.ink, 26), 0, h * 0.76, w, 3, 0);
        double x = w * (0.5 + shift);
        double u = h * 0.05;
        canvas.box(colours.paper, x - u * 8.6, h * 0.12, u * 5.4, u * 7, 4);
        canvas.box(colours.horizon, x - u * 8.3, h * 0.12 + u * 0.3, u * 4.8, u * 6.4, 2);
        canvas.disc(Palette.clear(colours.accent, 150), x - u * 5.4, h * 0.12 + u * 2, u * 0.9);
        canvas.shape(
                colours.far,
                x - u * 8.3,
                h * 0.12 + u * 6.7,
                x - u * 6.6,
                h * 0.12 + u * 3.2,
                x - u * 3.5,
                h * 0.12 + u * 6.7);
        canvas.shape(
                colours.middle,
                x - u * 7,
                h * 0.12 + u * 6.7,
                x - u * 4.8,
                h * 0.12 + u * 4.2,
                x - u * 3.5,
                h * 0.12 + u * 6.7);
        canvas.box(Palette.clear(colours.ink, 30), x - u * 3.4, h * 0.86, u * 9.4, u * 0.7, u * 0.35);
        Color wood = colours.accent;
        Color cloth = colours.near;
        canvas.shape(wood, x - u * 2.4, h * 0.87, x - u * 2, h * 0.87, x - u * 1.2, h * 0.66, x - u * 1.7, h * 0.66);
        canvas.shape(wood, x + u * 3.6, h * 0.87, x + u * 4, h * 0.87, x + u * 3.2, h * 0.66, x + u * 2.7, h * 0.66);
        canvas.box(Palette.mix(cloth, Color.WHITE, 0.12), x - u * 2.2, h * 0.38, u * 1.7, u * 6, u * 0.8);
        canvas.box(cloth, x - u * 1.9, h * 0.6, u * 5.8, u * 1.7, u * 0.7);
        canvas.box(wood, x - u * 1.6, h * 0.545, u * 5.4, u * 0.42, u * 0.2);
        canvas.box(wood, x + u * 3.3, h * 0.55, u * 0.4, u * 2.6, u * 0.1);
        double lamp = x + u * 6.6;
        canvas.box(colours.ink, lamp - u * 0.08, h * 0.3, u * 0.16, h * 0.57, 0);
        canvas.box(colours.ink, lamp - u, h * 0.865, u * 2, u * 0.22, u * 0.1);
        canvas.disc(Palette.clear(colours.accent, 36), lamp, h * 0.33, u * 3.4);
        canvas.shape(
                colours.paper,
                lamp - u * 0.8,
                h * 0.22,
                lamp + u * 0.8,
                h * 0.22,
                lamp + u * 1.6,
                h * 0.35,
                lamp - u * 1.6,
                h * 0.35);
        canvas.shape(
                Palette.clear(colours.accent, 70),
                lamp - u * 0.8,
                h * 0.22,
                lamp + u * 0.8,
                h * 0.22,
                lamp + u * 1.6,
                h * 0.35,
                lamp - u * 1.6,
                h * 0.35);
    }
}
