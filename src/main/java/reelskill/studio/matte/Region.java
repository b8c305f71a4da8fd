package reelskill.studio.matte;

/** A rectangle of a picture, in pixels of that picture; right and bottom are the first ones outside. */
record Region(int left, int top, int right, int bottom) {
    Region {
        if (right <= left || bottom <= top) {
            throw new IllegalArgumentException("empty region: " + left + "," + top + "," + right + "," + bottom);
        }
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    long area() {
        return (long) width() * height();
    }

    boolean contains(Region other) {
        return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
    }

    /** Returns this region grown to all sides, as far as the picture goes. */
    Region grown(int x, int y, int pictureWidth, int pictureHeight) {
        return new Region(
                Math.max(0, left - x),
                Math.max(0, top - y),
                Math.min(pictureWidth, right + x),
                Math.min(pictureHeight, bottom + y));
    }
}
