package reelskill.studio.steady;

/**
 * How one picture lies on another: turned and enlarged about its middle, then shifted.
 *
 * @param x in shares of the picture's width; {@code y} in shares of its width too
 * @param angle in radians
 * @param growth the logarithm of the enlargement
 */
record Move(double x, double y, double angle, double growth) {
    static final Move NONE = new Move(0, 0, 0, 0);

    Move plus(Move other) {
        return new Move(x + other.x, y + other.y, angle + other.angle, growth + other.growth);
    }

    Move minus(Move other) {
        return plus(other.times(-1));
    }

    Move times(double factor) {
        return new Move(x * factor, y * factor, angle * factor, growth * factor);
    }
}
