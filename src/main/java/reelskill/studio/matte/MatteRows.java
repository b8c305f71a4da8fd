package reelskill.studio.matte;

import java.util.Arrays;

/** Reads a matte as rows of a picture's size, interpolated. Not thread-safe. */
final class MatteRows {
    private final Matte matte;
    private final int[] left;
    private final int[] share;
    private final int[] mixed;

    MatteRows(Matte matte) {
        this.matte = matte;
        int width = matte.region().width();
        left = new int[width];
        share = new int[width];
        mixed = new int[matte.width() + 1];
        for (int x = 0; x < width; x++) {
            float place = (x + 0.5f) * matte.width() / width - 0.5f;
            float inside = Math.max(0, Math.min(matte.width() - 1, place));
            left[x] = (int) inside;
            share[x] = (int) ((inside - left[x]) * 256);
        }
    }

    /** Writes the values of row {@code y} of the picture, 0 to 255. */
    void row(int y, int[] row) {
        Region region = matte.region();
        Arrays.fill(row, 0);
        if (y < region.top() || y >= region.bottom()) return;
        mix((y - region.top() + 0.5f) * matte.height() / region.height() - 0.5f);
        int at = region.left();
        for (int x = 0; x < left.length; x++) {
            int k = left[x];
            int f = share[x];
            row[at + x] = (mixed[k] * (256 - f) + mixed[k + 1] * f + (1 << 15)) >> 16;
        }
    }

    private void mix(float place) {
        float inside = Math.max(0, Math.min(matte.height() - 1, place));
        int y = (int) inside;
        int f = (int) ((inside - y) * 256);
        int above = y * matte.width();
        int below = Math.min(y + 1, matte.height() - 1) * matte.width();
        byte[] alpha = matte.alpha();
        for (int x = 0; x < matte.width(); x++) {
            mixed[x] = (alpha[above + x] & 255) * (256 - f) + (alpha[below + x] & 255) * f;
        }
        mixed[matte.width()] = mixed[matte.width() - 1];
    }
}
