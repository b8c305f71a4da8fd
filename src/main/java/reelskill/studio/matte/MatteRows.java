package reelskill.studio.matte;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads a matte as rows of a picture's size, interpolated, and tells beforehand where nothing needs to be computed.
 * Not thread-safe.
 */
final class MatteRows {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** Values of the grid that are looked at together. */
    private static final int BLOCK = 4;

    private final Matte matte;
    private final int[] left;
    private final int[] share;
    private final int[] mixed;
    /** The first pixel of the picture that interpolates from each place of the grid on; then the region's end. */
    private final int[] begin;

    /** What is known of the matte along some pixels. */
    enum Kind {
        NOBODY,
        PERSON,
        EDGE
    }

    /** Takes the parts of two rows, from left to right; they begin at even pixels and end there or at the row's end. */
    interface Parts {
        void part(Kind kind, int from, int to);
    }

    MatteRows(Matte matte) {
        this.matte = matte;
        int width = matte.region().width();
        left = new int[width];
        share = new int[width];
        mixed = new int[matte.width() + 1];
        begin = new int[matte.width() + 1];
        Arrays.fill(begin, matte.region().right());
        for (int x = width - 1; x >= 0; x--) {
            float place = (x + 0.5f) * matte.width() / width - 0.5f;
            float inside = Math.max(0, Math.min(matte.width() - 1, place));
            left[x] = (int) inside;
            share[x] = (int) ((inside - left[x]) * 256);
            begin[left[x]] = matte.region().left() + x;
        }
        for (int i = matte.width() - 1; i >= 0; i--) begin[i] = Math.min(begin[i], begin[i + 1]);
    }

    /** Tells the parts of row {@code y} of a picture, which is even, and of the next one together. */
    void parts(int y, int width, Parts parts) {
        Region region = matte.region();
        if (y + 1 < region.top() || y >= region.bottom()) {
            parts.part(Kind.NOBODY, 0, width);
            return;
        }
        boolean whole = y >= region.top() && y + 1 < region.bottom();
        int above = (int) place(Math.max(y, region.top()));
        int below = Math.min((int) place(Math.min(y + 1, region.bottom() - 1)) + 1, matte.height() - 1);
        Kind kind = Kind.NOBODY;
        int from = 0;
        for (int i = 0; i <= matte.width(); i += BLOCK) {
            boolean end = i + BLOCK > matte.width();
            Kind next = end || !whole || (i == 0 && region.left() % 2 != 0) ? Kind.EDGE : kind(i, above, below);
            if (next == kind) continue;
            int cut = kind == Kind.EDGE ? Math.min(width, (begin[i] + 1) & ~1) : begin[i] & ~1;
            if (cut > from) parts.part(kind, from, cut);
            from = Math.max(from, cut);
            kind = next;
        }
        int end = Math.min(width, (region.right() + 1) & ~1);
        if (end > from) parts.part(Kind.EDGE, from, end);
        if (width > end) parts.part(Kind.NOBODY, end, width);
    }

    /** Returns what pixels between some places of the grid, and the next one, have in common. */
    private Kind kind(int place, int above, int below) {
        if (place + BLOCK >= matte.width()) return Kind.EDGE;
        byte[] alpha = matte.alpha();
        int any = 0;
        int all = -1;
        for (int y = above; y <= below; y++) {
            int at = y * matte.width() + place;
            int here = (int) INTS.get(alpha, at);
            int next = (int) INTS.get(alpha, at + 1);
            any |= here | next;
            all &= here & next;
        }
        if (any == 0) return Kind.NOBODY;
        return all == -1 ? Kind.PERSON : Kind.EDGE;
    }

    /** Writes the values of row {@code y} of the picture, 0 to 255, from a pixel up to another. */
    void row(int y, int from, int to, int[] row) {
        Region region = matte.region();
        Arrays.fill(row, from, to, 0);
        int begin = Math.max(from, region.left()) - region.left();
        int end = Math.min(to, region.right()) - region.left();
        if (y < region.top() || y >= region.bottom() || begin >= end) return;
        mix(place(y), left[begin], left[end - 1] + 1);
        for (int x = begin; x < end; x++) {
            int k = left[x];
            int f = share[x];
            row[region.left() + x] = (mixed[k] * (256 - f) + mixed[k + 1] * f + (1 << 15)) >> 16;
        }
    }

    /** Returns the row of the grid that a row of the picture is at. */
    private float place(int y) {
        Region region = matte.region();
        float place = (y - region.top() + 0.5f) * matte.height() / region.height() - 0.5f;
        return Math.max(0, Math.min(matte.height() - 1, place));
    }

    private void mix(float place, int from, int to) {
        int y = (int) place;
        int f = (int) ((place - y) * 256);
        int above = y * matte.width();
        int below = Math.min(y + 1, matte.height() - 1) * matte.width();
        byte[] alpha = matte.alpha();
        for (int x = from; x <= Math.min(to, matte.width() - 1); x++) {
            mixed[x] = (alpha[above + x] & 255) * (256 - f) + (alpha[below + x] & 255) * f;
        }
        if (to == matte.width()) mixed[to] = mixed[to - 1];
    }
}
