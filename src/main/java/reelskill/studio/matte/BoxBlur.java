package reelskill.studio.matte;

/** The mean of the square around every value, by running sums. Beyond the edges are the edge's values. */
final class BoxBlur {
    private BoxBlur() {}

    static float[] of(float[] plane, int width, int height, int radius) {
        float[] rows = new float[plane.length];
        for (int y = 0; y < height; y++) line(plane, y * width, width, radius, rows);
        float[] both = new float[plane.length];
        columns(rows, width, height, radius, both);
        return both;
    }

    private static void line(float[] from, int at, int length, int radius, float[] to) {
        float scale = 1f / (2 * radius + 1);
        float sum = 0;
        for (int k = -radius; k <= radius; k++) sum += from[at + inside(k, length)];
        for (int i = 0; i < length; i++) {
            to[at + i] = sum * scale;
            sum += from[at + inside(i + radius + 1, length)] - from[at + inside(i - radius, length)];
        }
    }

    /** Goes down all columns at once, row by row, which the cache likes. */
    private static void columns(float[] from, int width, int height, int radius, float[] to) {
        float scale = 1f / (2 * radius + 1);
        float[] sums = new float[width];
        for (int k = -radius; k <= radius; k++) {
            int row = inside(k, height) * width;
            for (int x = 0; x < width; x++) sums[x] += from[row + x];
        }
        for (int y = 0; y < height; y++) {
            int add = inside(y + radius + 1, height) * width;
            int drop = inside(y - radius, height) * width;
            for (int x = 0; x < width; x++) {
                to[y * width + x] = sums[x] * scale;
                sums[x] += from[add + x] - from[drop + x];
            }
        }
    }

    private static int inside(int i, int length) {
        return Math.max(0, Math.min(length - 1, i));
    }
}
