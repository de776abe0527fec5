package openkitchen.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Objects;

/** Bars with their values, and a dashed line for what is to be reached. */
final class Chart {

    private Chart() {}

    static void draw(Canvas canvas, Prop wish) {
        Palette colours = canvas.palette();
        canvas.fill(colours.paper);
        List<Double> bars = Objects.requireNonNull(wish.bars());
        double margin = canvas.width() * 0.06;
        double y = Lettering.write(
                canvas,
                wish.title() == null ? "" : wish.title(),
                colours.ink,
                36,
                true,
                margin,
                margin * 0.7,
                canvas.width());
        Color pale = Palette.mix(colours.ink, colours.paper, 0.45);
        Lettering.write(canvas, wish.text() == null ? "" : wish.text(), pale, 22, false, margin, y + 2, canvas.width());
        double foot = canvas.height() - margin;
        double tall = foot - y - 110;
        double most = bars.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        if (wish.line() != null) {
            most = Math.max(most, wish.line());
        }
        double step = (canvas.width() - margin * 2) / bars.size();
        for (int i = 0; i < bars.size(); i++) {
            double height = tall * bars.get(i) / most;
            double x = margin + step * i + step * 0.16;
            Color colour = i == bars.size() - 1 ? colours.near : Palette.mix(colours.middle, colours.paper, 0.3);
            canvas.box(colour, x, foot - height, step * 0.68, height, 8);
            canvas.box(colour, x, foot - Math.min(height, 10), step * 0.68, Math.min(height, 10), 0);
            Lettering.centred(
                    canvas,
                    figure(bars.get(i)),
                    i == bars.size() - 1 ? colours.ink : pale,
                    20,
                    i == bars.size() - 1,
                    x + step * 0.34,
                    foot - height - 30);
        }
        canvas.box(Palette.clear(colours.ink, 60), margin, foot, canvas.width() - margin * 2, 2, 0);
        if (wish.line() != null) {
            goal(canvas, margin, foot - tall * wish.line() / most, wish.lineName() == null ? "" : wish.lineName());
        }
    }

    private static void goal(Canvas canvas, double margin, double y, String name) {
        Color accent = canvas.palette().accent;
        canvas.pen().setColor(accent);
        canvas.pen()
                .setStroke(
                        new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {10, 10}, 0));
        canvas.pen().draw(new Line2D.Double(margin, y, canvas.width() - margin, y));
        double wide = Lettering.width(canvas, name, 20, true) + 24;
        canvas.box(canvas.palette().paper, canvas.width() - margin - wide, y - 38, wide, 32, 8);
        Lettering.write(canvas, name, accent, 20, true, canvas.width() - margin - wide + 12, y - 35, canvas.width());
    }

    /** Thousands apart by a thin space, tenths only where there are any. */
    private static String figure(double value) {
        if (value != Math.rint(value)) {
            return String.valueOf(Math.round(value * 10) / 10.0).replace('.', ',');
        }
        String digits = Long.toString(Math.round(value));
        return digits.length() < 5
                ? digits
                : digits.substring(0, digits.length() - 3) + "\u202F" + digits.substring(digits.length() - 3);
    }
}
