package reelskill.studio.matte;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How much of a person is at each place of a region of a picture: 0 none, 255 nothing else. It has a grid of its own,
 * coarser than the picture; outside its region there is nobody.
 *
 * @param alpha rows of {@code width} values; belongs to the matte, nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent")
record Matte(Region region, int width, int height, byte[] alpha) {
    /** What one place of the grid counts as, when places between are meant. */
    private static final int ONE = 256;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int EIGHT = 8;

    static Matte empty(Region region) {
        return new Matte(region, 1, 1, new byte[1]);
    }

    boolean isEmpty() {
        for (byte value : alpha) if (value != 0) return false;
        return true;
    }

    boolean hasGridOf(Matte other) {
        return width == other.width && height == other.height && region.equals(other.region);
    }

    /** Returns the value at a place of the picture, interpolated. */
    int at(float pictureX, float pictureY) {
        float x = (pictureX - region.left()) * width / region.width() - 0.5f;
        float y = (pictureY - region.top()) * height / region.height() - 0.5f;
        return atGrid(x, y);
    }

    /** Returns the value at a place of the grid, interpolated; the grid's edge goes on to the picture's edge only. */
    int atGrid(float x, float y) {
        int placeX = (int) (x * ONE);
        int placeY = (int) (y * ONE);
        if (Math.min(placeX, placeY) < -ONE / 2 || placeX > width * ONE - ONE / 2 || placeY > height * ONE - ONE / 2)
            return 0;
        int insideX = Math.max(0, Math.min((width - 1) * ONE, placeX));
        int insideY = Math.max(0, Math.min((height - 1) * ONE, placeY));
        int x0 = insideX / ONE;
        int x1 = Math.min(x0 + 1, width - 1);
        int fx = insideX % ONE;
        int fy = insideY % ONE;
        int upper = insideY / ONE * width;
        int lower = Math.min(upper + width, (height - 1) * width);
        int top = (alpha[upper + x0] & 255) * (ONE - fx) + (alpha[upper + x1] & 255) * fx;
        int bottom = (alpha[lower + x0] & 255) * (ONE - fx) + (alpha[lower + x1] & 255) * fx;
        return (top * (ONE - fy) + bottom * fy + (1 << 15)) >> 16;
    }

    /** Returns this matte with every value replaced by what {@code table} has for it. */
    Matte mapped(byte[] table) {
        byte[] changed = new byte[alpha.length];
        for (int i = 0; i < alpha.length; i++) changed[i] = table[alpha[i] & 255];
        return new Matte(region, width, height, changed);
    }

    /** Returns the shares of the grid with at least each of some thresholds, which are more than 0. */
    double[] shares(int... thresholds) {
        int[] counts = new int[thresholds.length];
        for (int i = 0; i < alpha.length; ) {
            // Nearly all of a matte is nothing or all.
            long next = i + EIGHT <= alpha.length ? (long) LONGS.get(alpha, i) : 1;
            int length = next == 0 || next == -1 ? EIGHT : 1;
            for (int k = 0; k < counts.length; k++) if ((alpha[i] & 255) >= thresholds[k]) counts[k] += length;
            i += length;
        }
        return Arrays.stream(counts)
                .mapToDouble(count -> (double) count / alpha.length)
                .toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matte that && hasGridOf(that) && Arrays.equals(alpha, that.alpha);
    }

    @Override
    public int hashCode() {
        return 31 * region.hashCode() + Arrays.hashCode(alpha);
    }

    @Override
    public String toString() {
        return "matte " + width + "x" + height + " of " + region;
    }
}
