package openkitchen.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Where a picture is drawn: a pen, its room in pixels, and its colours. */
record Canvas(Graphics2D pen, int width, int height, Palette palette) {

    void fill(Color colour) {
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
    }

    void fade(Color top, Color bottom, double until) {
        pen.setPaint(new GradientPaint(0, 0, top, 0, (float) (height * until), bottom));
        pen.fillRect(0, 0, width, height);
    }

    void box(Color colour, double x, double y, double w, double h, double radius) {
        pen.setColor(colour);
        pen.fill(new RoundRectangle2D.Double(x, y, w, h, radius * 2, radius * 2));
    }

    void disc(Color colour, double x, double y, double radius) {
        pen.setColor(colour);
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }

    /** A polygon by x and y in turn. */
    void shape(Color colour, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        pen.setColor(colour);
        pen.fill(path);
    }
}
