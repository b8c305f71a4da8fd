package reelskill.studio.matte;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** One axis of a change of size: the mean of what a target pixel covers, or interpolation where it covers less than one. */
final class Resampler {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LANES = 0x00FF00FF00FF00FFL;
    private static final int ONE = 256;
    /** Rounds the sums of four lanes. */
    private static final long HALF = 0x0080008000800080L;

    private final int[] first;
    private final float[][] weights;
    /** The same weights as whole numbers that are {@link #ONE} together. */
    private final int[][] shares;
    /** Where target pixels begin and the last one ends, in source pixels; not for interpolation. */
    private final int[] cuts;

    private final float[] cutShares;
    private final boolean isMean;
    private final float scale;

    /**
     * @param from where in the source the first target pixel begins
     * @param length how much of the source all target pixels cover together
     */
    Resampler(double from, double length, int sourceSize, int targetSize) {
        double step = length / targetSize;
        isMean = step >= 1;
        scale = (float) (1 / step);
        first = new int[targetSize];
        weights = new float[targetSize][];
        shares = new int[targetSize][];
        cuts = new int[targetSize + 1];
        cutShares = new float[targetSize + 1];
        for (int i = 0; i < targetSize; i++) {
            if (isMean) mean(i, from + i * step, from + (i + 1) * step, sourceSize);
            else between(i, from + (i + 0.5) * step - 0.5, sourceSize);
            shares[i] = whole(weights[i]);
        }
        for (int i = 0; i <= targetSize; i++) {
            double cut = Math.max(0, Math.min(sourceSize, from + i * step));
            cuts[i] = (int) cut;
            cutShares[i] = (float) (cut - cuts[i]);
        }
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

    private static int[] whole(float[] weights) {
        int[] whole = new int[weights.length];
        double sum = 0;
        int given = 0;
        for (int k = 0; k < whole.length; k++) {
            sum += weights[k] * ONE;
            whole[k] = (int) Math.round(sum) - given;
            given += whole[k];
        }
        whole[whole.length - 1] += ONE - given;
        return whole;
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

    /** Changes the size of a plane: this is its horizontal axis. Rows are mixed first, which needs no sums across. */
    void plane(byte[] source, int start, int stride, Resampler vertical, float[] target) {
        int last = size() - 1;
        int length = first[last] + weights[last].length;
        byte[] row = new byte[length + 1];
        int[] sums = new int[length + 1];
        for (int y = 0; y < vertical.size(); y++) {
            int at = start + vertical.first[y] * stride;
            mix(source, at, stride, vertical.shares[y], first[0], length, row);
            if (isMean) means(row, sums, length, target, y * size());
            else between(row, target, y * size());
        }
    }

    /** Mixes rows of the source, eight bytes at a time. */
    private static void mix(byte[] source, int at, int stride, int[] shares, int from, int to, byte[] row) {
        int x = from;
        if (shares.length <= 3) x = mixThree(source, at, stride, shares, from, to, row);
        for (; x + 8 <= to; x += 8) {
            long even = HALF;
            long odd = HALF;
            for (int k = 0, place = at + x; k < shares.length; k++, place += stride) {
                long bytes = (long) LONGS.get(source, place);
                even += shares[k] * (bytes & LANES);
                odd += shares[k] * ((bytes >>> 8) & LANES);
            }
            LONGS.set(row, x, ((even >>> 8) & LANES) | (odd & ~LANES));
        }
        for (; x < to; x++) {
            int sum = ONE / 2;
            for (int k = 0; k < shares.length; k++) sum += shares[k] * (source[at + k * stride + x] & 255);
            row[x] = (byte) (sum >> 8);
        }
    }

    /** The usual case without an inner loop; returns how far it came. Rows that are not there have no share. */
    private static int mixThree(byte[] source, int at, int stride, int[] shares, int from, int to, byte[] row) {
        int last = shares.length - 1;
        int upper = at + Math.min(1, last) * stride;
        int lower = at + last * stride;
        long first = shares[0];
        long second = last > 1 ? shares[1] : 0;
        long third = last > 0 ? shares[last] : 0;
        int x = from;
        for (; x + 8 <= to; x += 8) {
            long a = (long) LONGS.get(source, at + x);
            long b = (long) LONGS.get(source, upper + x);
            long c = (long) LONGS.get(source, lower + x);
            long even = HALF + first * (a & LANES) + second * (b & LANES) + third * (c & LANES);
            long odd = HALF + first * (a >>> 8 & LANES) + second * (b >>> 8 & LANES) + third * (c >>> 8 & LANES);
            LONGS.set(row, x, (even >>> 8 & LANES) | (odd & ~LANES));
        }
        return x;
    }

    private void means(byte[] row, int[] sums, int length, float[] target, int at) {
        int sum = 0;
        for (int x = cuts[0]; x < length; x++) {
            sums[x] = sum;
            sum += row[x] & 255;
        }
        sums[length] = sum;
        row[length] = 0;
        float before = sums[cuts[0]] + cutShares[0] * (row[cuts[0]] & 255);
        for (int i = 0; i < first.length; i++) {
            int cut = cuts[i + 1];
            float after = sums[cut] + cutShares[i + 1] * (row[cut] & 255);
            target[at + i] = (after - before) * scale;
            before = after;
        }
    }

    private void between(byte[] row, float[] target, int at) {
        for (int i = 0; i < first.length; i++) {
            float[] w = weights[i];
            int k = first[i];
            target[at + i] = w.length == 1 ? row[k] & 255 : w[0] * (row[k] & 255) + w[1] * (row[k + 1] & 255);
        }
    }
}
