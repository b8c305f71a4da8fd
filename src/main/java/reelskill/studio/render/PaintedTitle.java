package reelskill.studio.render;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A title in layers.
 *
 * @param back what stands behind the words from the first moment, {@code front} the words; both of one size
 * @param reveals what is seen of the words after each letter that is typed; the last is all of them
 * @param x where the corner stands on the canvas, and {@code y}
 */
record PaintedTitle(BufferedImage back, BufferedImage front, List<Shape> reveals, int x, int y) {
    /** A strip of pictures of more pixels would fill the memory. */
    private static final long LARGEST_STRIP = 24_000_000;

    private static final int MOST_STEPS = 60;

    TitlePicture whole() {
        BufferedImage picture = new BufferedImage(back.getWidth(), back.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.drawImage(back, 0, 0, null);
        graphics.drawImage(front, 0, 0, null);
        graphics.dispose();
        return new TitlePicture(picture, x, y);
    }

    /** Returns how many pictures {@link #typed} puts below each other; 1 where typing is out of the question. */
    int steps() {
        long pixels = (long) back.getWidth() * evenHeight();
        return (int) Math.max(1, Math.min(Math.min(MOST_STEPS, reveals.size()), LARGEST_STRIP / pixels));
    }

    /** Chroma of 4:2:0 belongs to two rows: no picture of a strip may begin between them. */
    int evenHeight() {
        return back.getHeight() + 1 & ~1;
    }

    /** Returns the words as they are typed, one picture below the other, {@link #evenHeight} apart. */
    TitlePicture typed() {
        int steps = steps();
        int height = evenHeight();
        BufferedImage strip = new BufferedImage(back.getWidth(), height * steps, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < steps; i++) {
            Graphics2D graphics = strip.createGraphics();
            graphics.translate(0, i * height);
            graphics.drawImage(back, 0, 0, null);
            graphics.clip(shown(i, steps));
            graphics.drawImage(front, 0, 0, null);
            graphics.dispose();
        }
        return new TitlePicture(strip, x, y);
    }

    private Shape shown(int step, int steps) {
        return reveals.get((int) ((long) (step + 1) * reveals.size() / steps) - 1);
    }

    /** Returns reveals of one block after those of another. */
    static List<Shape> joined(List<Shape> first, List<Shape> second) {
        if (first.isEmpty()) return second;
        List<Shape> all = new ArrayList<>(first);
        Shape before = first.get(first.size() - 1);
        for (Shape shape : second) {
            Area both = new Area(before);
            both.add(new Area(shape));
            all.add(both);
        }
        return all;
    }
}
