package openkitchen.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bars with their values, and a dashed line for what is to be reached. */
final class Chart {

    private static final double FIGURE = 20;

    private final Canvas canvas;
    private final Prop wish;
    private final List<Double> bars;
    private final double margin;
    private final double foot;
    private final double step;
    private final Color pale;

    private Chart(Canvas canvas, Prop wish) {
        this.canvas = canvas;
        this.wish = wish;
        this.bars = Objects.requireNonNull(wish.bars());
        this.margin = canvas.width() * 0.06;
        this.foot = canvas.height() - margin;
        this.step = (canvas.width() - margin * 2) / bars.size();
        this.pale = Palette.mix(canvas.palette().ink, canvas.palette().paper, 0.45);
    }

    static void draw(Canvas canvas, Prop wish) {
        new Chart(canvas, wish).draw();
    }

    private void draw() {
        canvas.fill(canvas.palette().paper);
        double scale = (foot - heading() - 110) / most();
        for (int i = 0; i < bars.size(); i++) {
            bar(i, bars.get(i) * scale);
        }
        canvas.box(Palette.clear(canvas.palette().ink, 60), margin, foot, canvas.width() - margin * 2, 2, 0);
        if (wish.line() != null) {
            goal(foot - wish.line() * scale);
        }
        for (int i = 0; i < bars.size(); i++) {
            figure(i, foot - bars.get(i) * scale - 30);
        }
    }

    private double heading() {
        Color ink = canvas.palette().ink;
        double y = Lettering.write(canvas, or(wish.title()), ink, 36, true, margin, margin * 0.7, canvas.width());
        Lettering.write(canvas, or(wish.text()), pale, 22, false, margin, y + 2, canvas.width());
        return y;
    }

    private static String or(@Nullable String words) {
        return words == null ? "" : words;
    }

    private double most() {
        double highest = bars.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return wish.line() == null ? highest : Math.max(highest, wish.line());
    }

    private boolean last(int i) {
        return i == bars.size() - 1;
    }

    private void bar(int i, double height) {
        Palette colours = canvas.palette();
        Color colour = last(i) ? colours.near : Palette.mix(colours.middle, colours.paper, 0.3);
        double x = margin + step * (i + 0.16);
        canvas.box(colour, x, foot - height, step * 0.68, height, 8);
        canvas.box(colour, x, foot - Math.min(height, 10), step * 0.68, Math.min(height, 10), 0);
    }

    /** The line's name stands where the bars are lower. */
    private void goal(double y) {
        canvas.pen().setColor(canvas.palette().accent);
        canvas.pen()
                .setStroke(
                        new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {10, 10}, 0));
        canvas.pen().draw(new Line2D.Double(margin, y, canvas.width() - margin, y));
        String name = or(wish.lineName());
        double wide = Lettering.width(canvas, name, FIGURE, true);
        double x = bars.getFirst() < bars.getLast() ? margin : canvas.width() - margin - wide;
        Lettering.write(canvas, name, canvas.palette().accent, FIGURE, true, x, y - 34, canvas.width());
    }

    private void figure(int i, double y) {
        String figure = thousands(bars.get(i));
        double middle = margin + step * (i + 0.5);
        double wide = Lettering.width(canvas, figure, FIGURE, last(i)) + 10;
        canvas.box(canvas.palette().paper, middle - wide / 2, y - 1, wide, 27, 6);
        Lettering.centred(canvas, figure, last(i) ? canvas.palette().ink : pale, FIGURE, last(i), middle, y);
    }

    /** Thousands apart by a space from five digits on, tenths only where there are any. */
    private static String thousands(double value) {
        if (value != Math.rint(value)) {
            return String.valueOf(Math.round(value * 10) / 10.0).replace('.', ',');
        }
        String digits = Long.toString(Math.round(value));
        int cut = digits.length() - 3;
        return cut < 2 ? digits : digits.substring(0, cut) + " " + digits.substring(cut);
    }
}
