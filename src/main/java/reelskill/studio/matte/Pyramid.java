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
        Level level = levels.get(Math.min(1, levels.size() - 1));
        return difference(other, 0, 0, level.width(), level.height());
    }

    /** Returns the same of a part of the picture. */
    double difference(Pyramid other, Region part) {
        int number = Math.min(1, levels.size() - 1);
        Level level = levels.get(number);
        int side = factor << number;
        int left = Math.min(part.left() / side, level.width() - 1);
        int top = Math.min(part.top() / side, level.height() - 1);
        int right = Math.max(left + 1, Math.min(part.right() / side, level.width()));
        int bottom = Math.max(top + 1, Math.min(part.bottom() / side, level.height()));
        return difference(other, left, top, right, bottom);
    }

    private double difference(Pyramid other, int left, int top, int right, int bottom) {
        int number = Math.min(1, levels.size() - 1);
        float[] a = levels.get(number).luma();
        float[] b = other.levels.get(number).luma();
        int width = levels.get(number).width();
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int i = y * width + left; i < y * width + right; i++) sum += Math.abs(a[i] - b[i]);
        }
        return sum / ((right - left) * (bottom - top));
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
