package reelskill.studio.timeline;

/**
 * A rectangle inside another, in shares of its sides.
 *
 * @param left and {@code top}: where it begins, 0 to 1
 * @param width and {@code height}: more than 0; it does not reach beyond the other
 */
public record Box(double left, double top, double width, double height) {
    public static final Box WHOLE = new Box(0, 0, 1, 1);

    private static final double SMALLEST = 0.01;
    private static final double ROUNDING = 1e-9;

    public Box {
        boolean inside = left >= 0
                && top >= 0
                && width >= SMALLEST
                && height >= SMALLEST
                && left + width <= 1 + ROUNDING
                && top + height <= 1 + ROUNDING;
        if (!inside) {
            throw new IllegalArgumentException("no box inside: " + left + ", " + top + ", " + width + " by " + height);
        }
    }

    /** Returns where {@code inner}, a box in this one, lies in what this one lies in. */
    public Box of(Box inner) {
        return new Box(
                left + inner.left * width,
                top + inner.top * height,
                Math.min(inner.width * width, 1 - (left + inner.left * width)),
                Math.min(inner.height * height, 1 - (top + inner.top * height)));
    }
}
