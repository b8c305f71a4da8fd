package reelskill.media;

/** A picture size in pixels, as it is seen: after rotation, with square pixels. */
public record Resolution(int width, int height) {
    public Resolution {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("picture size must be positive: " + width + "x" + height);
        }
    }

    public boolean isPortrait() {
        return height > width;
    }

    /** Returns this size with both sides rounded down to even numbers of at least 2, as 4:2:0 video needs. */
    public Resolution even() {
        return new Resolution(Math.max(2, width & ~1), Math.max(2, height & ~1));
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
