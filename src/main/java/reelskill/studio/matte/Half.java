package reelskill.studio.matte;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A picture and its luma at half the size, which has the size of its chroma: enough for all that needs no detail, at a
 * quarter of the cost. The luma stays what it was when the picture changes, until its half is taken again.
 */
final class Half {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** Every other byte of eight: each has room for a sum in the byte above it. */
    private static final long LANES = 0x00FF00FF00FF00FFL;

    private final YuvPicture picture;
    private final byte[] luma;

    private Half(YuvPicture picture, byte[] luma) {
        this.picture = picture;
        this.luma = luma;
    }

    static Half of(YuvPicture picture) {
        int width = picture.chromaWidth();
        int height = picture.chromaHeight();
        byte[] luma = picture.roomForHalf();
        for (int y = 0; y < height; y++) {
            int upper = 2 * y * picture.width();
            int lower = Math.min(2 * y + 1, picture.height() - 1) * picture.width();
            means(picture.data(), upper, lower, picture.width(), luma, y * width, width);
        }
        return new Half(picture, luma);
    }

    YuvPicture picture() {
        return picture;
    }

    int width() {
        return picture.chromaWidth();
    }

    int height() {
        return picture.chromaHeight();
    }

    /** Returns the bytes that have a plane at half the size: 0 (Y), 1 (U) or 2 (V), which are the picture's own. */
    byte[] data(int plane) {
        return plane == 0 ? luma : picture.data();
    }

    /** Returns the place in {@link #data} of a plane's first byte. */
    int start(int plane) {
        return plane == 0 ? 0 : picture.start(plane);
    }

    /** Takes the means of two by two pixels, eight pixels at a time: compilers do not find that by themselves. */
    private static void means(byte[] data, int upper, int lower, int width, byte[] target, int at, int length) {
        int x = 0;
        for (; 2 * x + 8 <= width; x += 4) {
            long a = (long) LONGS.get(data, upper + 2 * x);
            long b = (long) LONGS.get(data, lower + 2 * x);
            long sums = (a & LANES) + (b & LANES) + ((a >>> 8) & LANES) + ((b >>> 8) & LANES);
            long means = ((sums + 0x0002000200020002L) >>> 2) & LANES;
            means = (means | (means >>> 8)) & 0x0000FFFF0000FFFFL;
            INTS.set(target, at + x, (int) (means | (means >>> 16)));
        }
        for (; x < length; x++) {
            int left = 2 * x;
            int right = Math.min(left + 1, width - 1);
            int sum = (data[upper + left] & 255) + (data[upper + right] & 255);
            sum += (data[lower + left] & 255) + (data[lower + right] & 255);
            target[at + x] = (byte) ((sum + 2) >> 2);
        }
    }
}
