package reelskill.studio.matte;

/**
 * Mends a matte along the edges of the picture. Networks doubt people whom the picture cuts off, and what is carried from
 * a neighbouring frame brings nothing from beyond: both show as a strip of the new background below a chest.
 */
final class Borders {
    /** Rows of the grid that are mended, from outside. */
    private static final int DEPTH = 2;

    private Borders() {}

    /** Returns the matte with at least as much of a person in its outermost rows and columns as just inside of them. */
    static Matte mended(Matte matte, YuvPicture picture) {
        Region region = matte.region();
        if (matte.width() <= 2 * DEPTH || matte.height() <= 2 * DEPTH) return matte;
        byte[] alpha = matte.alpha().clone();
        int width = matte.width();
        int height = matte.height();
        for (int depth = 0; depth < DEPTH; depth++) {
            for (int x = 0; x < width; x++) {
                if (region.top() <= 0) raise(alpha, depth * width + x, DEPTH * width + x);
                if (region.bottom() >= picture.height())
                    raise(alpha, (height - 1 - depth) * width + x, (height - 1 - DEPTH) * width + x);
            }
            for (int y = 0; y < height; y++) {
                int row = y * width;
                if (region.left() <= 0) raise(alpha, row + depth, row + DEPTH);
                if (region.right() >= picture.width()) raise(alpha, row + width - 1 - depth, row + width - 1 - DEPTH);
            }
        }
        return new Matte(region, width, height, alpha);
    }

    private static void raise(byte[] alpha, int at, int inside) {
        if ((alpha[at] & 255) < (alpha[inside] & 255)) alpha[at] = alpha[inside];
    }
}
