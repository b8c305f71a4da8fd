package reelskill.studio.matte;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Sums the bytes of blocks along a row: the usual widths have loops of their own, which need no inner one. */
final class Blocks {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LANES = 0x00FF00FF;

    private Blocks() {}

    /** Adds the sums of the first {@code count} blocks from {@code at} on, each {@code side} wide, to {@code sums}. */
    static void add(byte[] data, int at, int side, int count, int[] sums) {
        switch (side) {
            case 2 -> two(data, at, count, sums);
            case 3 -> three(data, at, count, sums);
            case 4 -> four(data, at, count, sums);
            default -> any(data, at, side, count, sums);
        }
    }

    private static void two(byte[] data, int at, int count, int[] sums) {
        for (int x = 0, i = at; x < count; x++, i += 2) sums[x] += (data[i] & 255) + (data[i + 1] & 255);
    }

    private static void three(byte[] data, int at, int count, int[] sums) {
        for (int x = 0, i = at; x < count; x++, i += 3)
            sums[x] += (data[i] & 255) + (data[i + 1] & 255) + (data[i + 2] & 255);
    }

    private static void four(byte[] data, int at, int count, int[] sums) {
        for (int x = 0; x < count; x++) {
            int bytes = (int) INTS.get(data, at + 4 * x);
            int pairs = (bytes & LANES) + (bytes >>> 8 & LANES);
            sums[x] += (pairs & 0xFFFF) + (pairs >>> 16);
        }
    }

    private static void any(byte[] data, int at, int side, int count, int[] sums) {
        int i = at;
        for (int x = 0; x < count; x++) {
            int sum = 0;
            for (int end = i + side; i < end; i++) sum += data[i] & 255;
            sums[x] += sum;
        }
    }
}
