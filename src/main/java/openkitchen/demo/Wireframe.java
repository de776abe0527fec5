package openkitchen.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;

/** A page in grey: what follows what, on the desktop and beside it on a phone. */
final class Wireframe {

    private static final Color GROUND = new Color(0xECEAE5);
    private static final Color PAPER = new Color(0xFDFCFA);
    private static final Color FAINT = new Color(0xE3E0DA);
    private static final Color GREY = new Color(0xCFCBC3);
    private static final Color DARK = new Color(0x6D6A64);

    private Wireframe() {}

    static void draw(Canvas canvas, Prop wish) {
        canvas.fill(GROUND);
        double w = canvas.width();
        double h = canvas.height();
        Lettering.write(canvas, wish.text() == null ? "" : wish.text(), DARK, 20, false, w * 0.05, h * 0.035, w);
        boolean product = wish.variant() != null && wish.variant() == 2;
        Color accent = canvas.palette().middle;
        desktop(canvas, accent, wish.title() == null ? "" : wish.title(), w * 0.05, h * 0.11, w * 0.62, h, product);
        phone(canvas, accent, w * 0.75, h * 0.16, w * 0.2, h * 0.72, product);
    }

    private static void desktop(
            Canvas canvas, Color accent, String title, double x, double y, double w, double h, boolean product) {
        canvas.box(PAPER, x, y, w, h, 14);
        canvas.box(FAINT, x, y, w, 34, 14);
        for (int i = 0; i < 3; i++) {
            canvas.disc(GREY, x + 22 + i * 18, y + 17, 5);
        }
        double in = x + 34;
        double room = w - 68;
        canvas.box(GREY, in, y + 54, 90, 16, 8);
        for (int i = 0; i < 4; i++) {
            canvas.box(FAINT, in + room - 300 + i * 80, y + 56, 60, 12, 6);
        }
        double top = y + 96;
        if (product) {
            photo(canvas, in, top, room * 0.6, 210);
            for (int i = 0; i < 4; i++) {
                photo(canvas, in + i * (room * 0.15 + 2), top + 220, room * 0.14, 58);
            }
            double side = in + room * 0.64;
            double line = Lettering.write(canvas, title, DARK, 25, true, side, top, room * 0.36);
            bars(canvas, side, line + 12, room * 0.32, 4);
            canvas.box(accent, side, line + 112, room * 0.3, 40, 20);
            top += 306;
        } else {
            double line = Lettering.write(canvas, title, DARK, 30, true, in, top + 16, room * 0.45);
            bars(canvas, in, line + 10, room * 0.38, 3);
            canvas.box(accent, in, line + 86, 170, 40, 20);
            photo(canvas, in + room * 0.52, top, room * 0.48, 210);
            top += 238;
        }
        double third = (room - 40) / 3;
        for (int i = 0; i < 3; i++) {
            double at = in + i * (third + 20);
            photo(canvas, at, top, third, 92);
            bars(canvas, at, top + 104, third * 0.9, 2);
        }
        canvas.box(FAINT, in, top + 160, room, 74, 10);
        bars(canvas, in + 22, top + 178, room * 0.5, 2);
        canvas.box(accent, in + room - 170, top + 178, 148, 38, 19);
    }

    private static void phone(Canvas canvas, Color accent, double x, double y, double w, double h, boolean product) {
        canvas.box(DARK, x - 8, y - 8, w + 16, h + 16, 30);
        canvas.box(PAPER, x, y, w, h, 24);
        canvas.box(FAINT, x + w * 0.35, y + 12, w * 0.3, 9, 5);
        double in = x + 18;
        double room = w - 36;
        photo(canvas, in, y + 40, room, product ? 150 : 110);
        double top = y + (product ? 206 : 166);
        bars(canvas, in, top, room, 3);
        canvas.box(accent, in, top + 72, room, 36, 18);
        photo(canvas, in, top + 126, room, 70);
        bars(canvas, in, top + 208, room * 0.8, 2);
    }

    private static void bars(Canvas canvas, double x, double y, double w, int count) {
        for (int i = 0; i < count; i++) {
            canvas.box(i == 0 ? GREY : FAINT, x, y + i * 21.0, w * (1 - i * 0.13), 11, 5);
        }
    }

    private static void photo(Canvas canvas, double x, double y, double w, double h) {
        canvas.box(FAINT, x, y, w, h, 8);
        canvas.pen().setColor(GREY);
        canvas.pen().setStroke(new BasicStroke(2));
        canvas.pen().draw(new Line2D.Double(x + 10, y + 10, x + w - 10, y + h - 10));
        canvas.pen().draw(new Line2D.Double(x + w - 10, y + 10, x + 10, y + h - 10));
    }
}
