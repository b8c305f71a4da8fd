package reelskill.studio.steady;

import java.util.ArrayList;
import java.util.List;

/** The luma of a small picture, and its halves, on which motion is measured. */
final class Gray {
    private static final int SMALLEST = 40;

    private final int width;
    private final int height;
    private final float[] luma;

    private Gray(int width, int height, float[] luma) {
        this.width = width;
        this.height = height;
        this.luma = luma;
    }

    /** Returns a picture and its halves, the largest first. */
    static List<Gray> pyramid(byte[] bytes, int width, int height) {
        float[] luma = new float[width * height];
        for (int i = 0; i < luma.length; i++) luma[i] = bytes[i] & 255;
        List<Gray> levels = new ArrayList<>(List.of(new Gray(width, height, luma)));
        while (Math.min(levels.get(levels.size() - 1).width, levels.get(levels.size() - 1).height) >= 2 * SMALLEST) {
            levels.add(levels.get(levels.size() - 1).half());
        }
        return levels;
    }

    private Gray half() {
        int w = width / 2;
        int h = height / 2;
        float[] small = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int at = 2 * y * width + 2 * x;
                small[y * w + x] = (luma[at] + luma[at + 1] + luma[at + width] + luma[at + width + 1]) / 4;
            }
        }
        return new Gray(w, h, small);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Returns the luma between pixels; the edges go on outside. */
    float at(float x, float y) {
        float insideX = Math.max(0, Math.min(width - 1.001f, x));
        float insideY = Math.max(0, Math.min(height - 1.001f, y));
        int left = (int) insideX;
        int top = (int) insideY;
        float right = insideX - left;
        float low = insideY - top;
        int at = top * width + left;
        float upper = luma[at] + right * (luma[at + 1] - luma[at]);
        float lower = luma[at + width] + right * (luma[at + width + 1] - luma[at + width]);
        return upper + low * (lower - upper);
    }

    double difference(Gray other) {
        double sum = 0;
        for (int i = 0; i < luma.length; i++) sum += Math.abs(luma[i] - other.luma[i]);
        return sum / luma.length;
    }
}
