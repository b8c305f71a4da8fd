package reelskill.studio.matte;

import java.util.Arrays;
import java.util.stream.IntStream;

/** One axis of a change of size: the mean of what a target pixel covers, or interpolation where it covers less than one. */
final class Resampler {
    private final int[] first;
    private final float[][] weights;
    /** All weights in one row, which the innermost loop goes along, and how many each target pixel has. */
    private final float[] flat;

    private final int[] counts;

    /**
     * @param from where in the source the first target pixel begins
     * @param length how much of the source all target pixels cover together
     */
    Resampler(double from, double length, int sourceSize, int targetSize) {
        double step = length / targetSize;
        first = new int[targetSize];
        weights = new float[targetSize][];
        IntStream.range(0, targetSize).forEach(i -> {
            if (step >= 1) mean(i, from + i * step, from + (i + 1) * step, sourceSize);
            else between(i, from + (i + 0.5) * step - 0.5, sourceSize);
        });
        counts = Arrays.stream(weights).mapToInt(w -> w.length).toArray();
        flat = new float[Arrays.stream(counts).sum()];
        for (int i = 0, at = 0; i < targetSize; at += counts[i++]) System.arraycopy(weights[i], 0, flat, at, counts[i]);
    }

    private void mean(int i, double begin, double end, int size) {
        int low = clamp((int) Math.floor(begin), size);
        int high = clamp((int) Math.ceil(end) - 1, size);
        first[i] = low;
        weights[i] = new float[high - low + 1];
        double sum = 0;
        for (int k = low; k <= high; k++) {
            double covered = Math.max(1e-6, Math.min(end, k + 1) - Math.max(begin, k));
            weights[i][k - low] = (float) covered;
            sum += covered;
        }
        for (int k = 0; k < weights[i].length; k++) weights[i][k] /= (float) sum;
    }

    private void between(int i, double place, int size) {
        double inside = Math.max(0, Math.min(size - 1.0, place));
        int low = Math.min((int) inside, Math.max(0, size - 2));
        float share = (float) (inside - low);
        first[i] = low;
        weights[i] = size == 1 ? new float[] {1} : new float[] {1 - share, share};
    }

    private static int clamp(int value, int size) {
        return Math.max(0, Math.min(size - 1, value));
    }

    int size() {
        return first.length;
    }

    /** Returns the first source index that a target pixel reads. */
    int first(int target) {
        return first[target];
    }

    float[] weights(int target) {
        return weights[target];
    }

    /** Writes one row of the target. */
    void row(byte[] source, int at, float[] target) {
        for (int i = 0, w = 0; i < first.length; i++) {
            int from = at + first[i];
            float sum = 0;
            for (int end = from + counts[i]; from < end; from++, w++) sum += flat[w] * (source[from] & 255);
            target[i] = sum;
        }
    }

    /** Changes the size of a plane: this is its horizontal axis. */
    void plane(byte[] source, int start, int stride, Resampler vertical, float[] target) {
        int width = size();
        float[] row = new float[width];
        int rowAt = -1;
        float[] previous = new float[width];
        int previousAt = -1;
        for (int y = 0; y < vertical.size(); y++) {
            float[] w = vertical.weights(y);
            int base = y * width;
            Arrays.fill(target, base, base + width, 0);
            for (int k = 0; k < w.length; k++) {
                int line = vertical.first(y) + k;
                if (line != rowAt) {
                    float[] spare = previous;
                    boolean again = line == previousAt;
                    previous = row;
                    int before = rowAt;
                    row = spare;
                    rowAt = line;
                    previousAt = before;
                    if (!again) row(source, start + line * stride, row);
                }
                for (int x = 0; x < width; x++) target[base + x] += w[k] * row[x];
            }
        }
    }
}
