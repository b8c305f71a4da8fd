package reelskill.studio.timeline;

import java.util.OptionalInt;
import reelskill.media.Resolution;

/**
 * Where on the canvas a picture stands that does not fill it.
 *
 * <pre>
 *   inset           panel
 *   +-----------+   +-----+-----+
 *   |       [##]|   |#####|     |
 *   |           |   |#####|     |
 *   +-----------+   +-----+-----+
 * </pre>
 *
 * A segment of the story with a placement stands before black; one of a track above it, over what is below.
 */
public sealed interface Placement extends Effect {
    /** Returns the pixels of {@code canvas} that a picture of size {@code picture} takes; all four numbers are even. */
    Area on(Resolution canvas, Resolution picture);

    @Override
    default Class<Placement> kind() {
        return Placement.class;
    }

    /** Some pixels of a canvas. The picture covers all of them; what is of another shape is cropped. */
    record Area(int x, int y, int width, int height) {
        public Resolution size() {
            return new Resolution(width, height);
        }
    }

    /**
     * A small picture over the rest: a logo, a camera. It keeps {@link #SAFE} of the canvas free at each edge.
     *
     * @param x where it stands between left (0) and right (1), and {@code y} between top and bottom
     * @param size as a share of the canvas: its area is that of a canvas this much smaller, whatever its shape
     * @param opacity 1 for all of it, down to almost 0
     */
    record Inset(double x, double y, double size, double opacity, Outline outline) implements Placement {
        public static final double SAFE = 0.05;
        public static final double SMALLEST = 0.03;
        public static final double LARGEST = 0.9;
        public static final double FAINTEST = 0.05;

        public Inset {
            boolean inside = x >= 0 && x <= 1 && y >= 0 && y <= 1;
            boolean sized = size >= SMALLEST && size <= LARGEST;
            if (!inside || !sized || !(opacity >= FAINTEST && opacity <= 1)) {
                throw new IllegalArgumentException(
                        "no inset at " + x + ", " + y + " of size " + size + " and opacity " + opacity);
            }
        }

        public Inset at(double newX, double newY) {
            return new Inset(newX, newY, size, opacity, outline);
        }

        /** Returns it larger or smaller by {@code factor}, within what can be. */
        public Inset scaled(double factor) {
            return new Inset(x, y, Math.min(LARGEST, Math.max(SMALLEST, size * factor)), opacity, outline);
        }

        public Inset withOpacity(double newOpacity) {
            return new Inset(x, y, size, newOpacity, outline);
        }

        public Inset with(Outline newOutline) {
            return new Inset(x, y, size, opacity, newOutline);
        }

        @Override
        public Area on(Resolution canvas, Resolution picture) {
            double shape = outline.shape() == Outline.Shape.CIRCLE ? 1 : (double) picture.width() / picture.height();
            double widest = canvas.width() * (1 - 2 * SAFE);
            double highest = canvas.height() * (1 - 2 * SAFE);
            double wanted = Math.sqrt(size * size * canvas.width() * canvas.height() * shape);
            double width = Math.min(wanted, Math.min(widest, highest * shape));
            int wide = even(width);
            int high = even(width / shape);
            double left = canvas.width() * SAFE + x * (widest - wide);
            double top = canvas.height() * SAFE + y * (highest - high);
            return new Area((int) left & ~1, (int) top & ~1, wide, high);
        }
    }

    /** One part of a divided screen, filled. */
    record Panel(Box box) implements Placement {
        @Override
        public Area on(Resolution canvas, Resolution picture) {
            // Edges and not sizes are rounded, so that neighbours touch.
            int left = (int) Math.round(box.left() * canvas.width() / 2) * 2;
            int top = (int) Math.round(box.top() * canvas.height() / 2) * 2;
            int right = (int) Math.round((box.left() + box.width()) * canvas.width() / 2) * 2;
            int bottom = (int) Math.round((box.top() + box.height()) * canvas.height() / 2) * 2;
            return new Area(
                    left,
                    top,
                    Math.max(2, Math.min(right, canvas.width()) - left),
                    Math.max(2, Math.min(bottom, canvas.height()) - top));
        }
    }

    /**
     * The edge of an inset.
     *
     * @param border the colour of a thin border, {@code 0xRRGGBB}; empty for none
     */
    record Outline(Shape shape, OptionalInt border) {
        /** As the picture is, transparency and all. */
        public static final Outline NONE = new Outline(Shape.PLAIN, OptionalInt.empty());
        /** Round corners before a soft shadow. */
        public static final Outline CARD = new Outline(Shape.CARD, OptionalInt.empty());

        /** How the corners are cut; all but the plain one throw a soft shadow. */
        public enum Shape {
            PLAIN,
            /** Round corners. */
            CARD,
            /** The middle of the picture as a disc. */
            CIRCLE
        }
    }

    private static int even(double pixels) {
        return Math.max(2, (int) Math.round(pixels / 2) * 2);
    }
}
