package reelskill.tools.room;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/** A picture of 1920x1080 being painted, at twice the size, with light, lens and grain added at the end. Repeats exactly. */
final class Canvas {
    static final int WIDTH = 1920;
    static final int HEIGHT = 1080;
    private static final int FINER = 2;

    final Random random;
    private final BufferedImage image = new BufferedImage(WIDTH * FINER, HEIGHT * FINER, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D g = image.createGraphics();
    /** Light that lamps and windows send out, linear, a value a pixel and colour. */
    private final float[][] light = new float[3][WIDTH * HEIGHT];

    Canvas(long seed) {
        random = new Random(seed);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(FINER, FINER);
        for (float[] plane : light) java.util.Arrays.fill(plane, 1);
    }

    double random(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    static Color mix(Color a, Color b, double share) {
        return new Color(
                clamp(a.getRed() + share * (b.getRed() - a.getRed())),
                clamp(a.getGreen() + share * (b.getGreen() - a.getGreen())),
                clamp(a.getBlue() + share * (b.getBlue() - a.getBlue())));
    }

    static Color lit(Color colour, double by) {
        return by < 1 ? mix(Color.BLACK, colour, by) : mix(colour, Color.WHITE, by - 1);
    }

    static Color clear(Color colour, double alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), clamp(alpha * 255));
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    static Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    static Path2D polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
        path.closePath();
        return path;
    }

    void fill(Shape shape, Color colour) {
        g.setPaint(colour);
        g.fill(shape);
    }

    void down(Shape shape, Color top, Color bottom) {
        Rectangle2D b = shape.getBounds2D();
        g.setPaint(new GradientPaint(0, (float) b.getMinY(), top, 0, (float) b.getMaxY(), bottom));
        g.fill(shape);
    }

    void across(Shape shape, Color left, Color right) {
        Rectangle2D b = shape.getBounds2D();
        g.setPaint(new GradientPaint((float) b.getMinX(), 0, left, (float) b.getMaxX(), 0, right));
        g.fill(shape);
    }

    void line(double x0, double y0, double x1, double y1, double width, Color colour) {
        stroke(new Line2D.Double(x0, y0, x1, y1), width, colour);
    }

    void stroke(Shape shape, double width, Color colour) {
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setPaint(colour);
        g.draw(shape);
    }

    void within(Shape clip, Runnable painting) {
        Shape old = g.getClip();
        g.clip(clip);
        painting.run();
        g.setClip(old);
    }

    /** What makes painted things stand in a room. */
    void shadow(Shape shape, double dx, double dy, int blur, double strength) {
        Rectangle b = shape.getBounds();
        b.grow(3 * blur + 2, 3 * blur + 2);
        BufferedImage mask = new BufferedImage(b.width, b.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D m = mask.createGraphics();
        m.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        m.translate(-b.x, -b.y);
        m.fill(shape);
        m.dispose();
        int[] pixels = ((DataBufferInt) mask.getRaster().getDataBuffer()).getData();
        float[] plane = new float[pixels.length];
        for (int i = 0; i < plane.length; i++) plane[i] = pixels[i] >>> 24;
        Plane.blur(plane, b.width, b.height, blur);
        for (int i = 0; i < plane.length; i++) pixels[i] = (int) (plane[i] * strength) << 24;
        g.drawImage(mask, AffineTransform.getTranslateInstance(b.x + dx, b.y + dy), null);
    }

    /** Streaks along the grain. */
    void wood(Rectangle2D board, Color colour, boolean lying) {
        down(board, lit(colour, 1.05), lit(colour, 0.9));
        double length = lying ? board.getWidth() : board.getHeight();
        double breadth = lying ? board.getHeight() : board.getWidth();
        within(board, () -> {
            for (int i = 0; i < 10 + breadth * 1.2; i++) {
                double at = random(0, breadth);
                double from = random(-0.3, 0.8) * length;
                double to = from + random(0.2, 0.9) * length;
                Color streak = clear(lit(colour, random.nextInt(3) == 0 ? 1.25 : 0.6), random(0.03, 0.14));
                if (lying)
                    line(board.getX() + from, board.getY() + at, board.getX() + to, board.getY() + at, 1, streak);
                else line(board.getX() + at, board.getY() + from, board.getX() + at, board.getY() + to, 1, streak);
            }
        });
    }

    /** Dabs of colour, from the first above to the last below: foliage, paintings. */
    void dabs(Shape area, int count, double size, Color... colours) {
        Rectangle2D b = area.getBounds2D();
        within(area, () -> {
            for (int i = 0; i < count; i++) {
                double r = size * random(0.4, 1.3);
                double x = random(b.getMinX() - r, b.getMaxX());
                double y = random(b.getMinY() - r, b.getMaxY());
                double band = (y - b.getMinY()) / b.getHeight() * colours.length + random(-0.7, 0.7);
                Color colour = colours[(int) Math.min(colours.length - 1, Math.max(0, band))];
                Ellipse2D dab = new Ellipse2D.Double(x, y, r, r * random(0.4, 1));
                fill(dab, clear(lit(colour, random(0.75, 1.2)), random(0.25, 0.7)));
            }
        });
    }

    /** Adds light round a place. */
    void shine(double x, double y, double width, double height, Color colour, double strength) {
        float[] share = {
            (float) (strength * colour.getRed() / 255),
            (float) (strength * colour.getGreen() / 255),
            (float) (strength * colour.getBlue() / 255)
        };
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int row = i / WIDTH;
            double dx = (i % WIDTH - x) / width;
            double dy = (row - y) / height;
            float bell = (float) StrictMath.exp(-dx * dx - dy * dy);
            for (int c = 0; c < 3; c++) light[c][i] += share[c] * bell;
        }
    }

    /**
     * Returns the picture as a camera takes it.
     *
     * @param exposure linear factor
     * @param blur radius of the lens's disc, in pixels
     */
    BufferedImage developed(double exposure, int blur) {
        float[][] planes = shrunk();
        Random grain = new Random(7);
        BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < planes[c].length; i++) planes[c][i] *= (float) (exposure * light[c][i] * uneven(i));
            planes[c] = glowing(Plane.disc(planes[c], WIDTH, HEIGHT, blur));
        }
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double same = grain.nextGaussian() * 0.7;
            int rgb = 0;
            for (float[] plane : planes) rgb = rgb << 8 | clamp(255 * tone(plane[i]) + same);
            photo.setRGB(i % WIDTH, i / WIDTH, rgb);
        }
        return photo;
    }

    private static double uneven(int i) {
        double x = i % WIDTH;
        int row = i / WIDTH;
        double cx = (x - WIDTH / 2.0) / 1250;
        double cy = (row - HEIGHT / 2.0) / 800;
        double corner = 1 - 0.16 * (cx * cx + cy * cy);
        return corner * (1 + 0.05 * (Plane.noise(x / 160, row / 160.0) - 0.5));
    }

    private static float[] glowing(float[] plane) {
        float[] glow = new float[plane.length];
        for (int i = 0; i < glow.length; i++) glow[i] = Math.max(0, plane[i] - 0.8f);
        Plane.blur(glow, WIDTH, HEIGHT, 22);
        for (int i = 0; i < glow.length; i++) plane[i] += 0.25f * glow[i];
        return plane;
    }

    private float[][] shrunk() {
        int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        float[][] planes = new float[3][WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            int row = i / (WIDTH * FINER) / FINER;
            int at = row * WIDTH + i % (WIDTH * FINER) / FINER;
            for (int c = 0; c < 3; c++) {
                double value = (rgb[i] >> (16 - 8 * c) & 255) / 255.0;
                planes[c][at] += (float) (value * value / (FINER * FINER));
            }
        }
        return planes;
    }

    /** Linear light to what a camera gives: straight below, a soft shoulder above. */
    private static double tone(double linear) {
        double soft = linear < 0.6 ? linear : 0.6 + 0.4 * (1 - StrictMath.exp(-(linear - 0.6) / 0.4));
        return Math.sqrt(Math.max(0, soft));
    }
}
