package reelskill.studio.matte;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The luma of a picture at a fraction of its size, and at half, a quarter … of that: what motion is measured on. */
final class Pyramid {
    private static final int LONG_SIDE = 320;
    private static final int SMALLEST = 20;

    private final int factor;
    private final List<Level> levels;

    /** One size. */
    @SuppressWarnings("ArrayRecordComponent")
    record Level(int width, int height, float[] luma) {
        Level half() {
            int w = width / 2;
            int h = height / 2;
            float[] small = new float[w * h];
            for (int y = 0; y < h; y++) {
                for (int x = 0; x < w; x++) {
                    int at = 2 * y * width + 2 * x;
                    small[y * w + x] = (luma[at] + luma[at + 1] + luma[at + width] + luma[at + width + 1]) / 4;
                }
            }
            return new Level(w, h, small);
        }
    }

    Pyramid(Half half) {
        int longest = Math.max(half.width(), half.height());
        factor = 2 * Math.max(1, (longest + LONG_SIDE - 1) / LONG_SIDE);
        Level level = shrunk(half, factor / 2);
        levels = new ArrayList<>(List.of(level));
        while (Math.min(level.width(), level.height()) >= SMALLEST) {
            level = level.half();
            levels.add(level);
        }
    }

    /** Returns the width of the picture that the levels cover. */
    int width() {
        return levels.get(0).width() * factor;
    }

    int height() {
        return levels.get(0).height() * factor;
    }

    /** Returns how many pixels of the picture one of the finest level is. */
    int factor() {
        return factor;
    }

    /** Returns the levels, finest first. */
    List<Level> levels() {
        return levels;
    }

    /** Returns the mean difference of luma at half the finest level's size. */
    double difference(Pyramid other) {
        int level = Math.min(1, levels.size() - 1);
        float[] a = levels.get(level).luma();
        float[] b = other.levels.get(level).luma();
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
        return sum / a.length;
    }

    private static Level shrunk(Half half, int block) {
        int width = Math.max(1, half.width() / block);
        int height = Math.max(1, half.height() / block);
        int[] sums = new int[width];
        float[] luma = new float[width * height];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0);
            for (int dy = 0; dy < block; dy++)
                Blocks.add(half.data(0), (y * block + dy) * half.width(), block, width, sums);
            for (int x = 0; x < width; x++) luma[y * width + x] = (float) sums[x] / (block * block);
        }
        return new Level(width, height, luma);
    }
}
