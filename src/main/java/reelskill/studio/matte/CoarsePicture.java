package reelskill.studio.matte;

import java.util.Arrays;

/**
 * The means of square blocks of a part of a picture: what is needed for colours that change slowly.
 *
 * @param left the first block's column in the picture, in blocks
 * @param top the first block's row in the picture, in blocks
 */
@SuppressWarnings("ArrayRecordComponent")
record CoarsePicture(int factor, int left, int top, int width, int height, float[] y, float[] u, float[] v) {
    /** Takes the means of blocks of {@code factor} pixels, an even number; those at the edges may be smaller. */
    static CoarsePicture of(Half half, int factor) {
        YuvPicture picture = half.picture();
        return of(half, factor, new Region(0, 0, picture.width(), picture.height()));
    }

    /** Takes the blocks that have some of {@code region}. */
    static CoarsePicture of(Half half, int factor, Region region) {
        int left = region.left() / factor;
        int top = region.top() / factor;
        int width = (region.right() + factor - 1) / factor - left;
        int height = (region.bottom() + factor - 1) / factor - top;
        float[][] planes = new float[3][width * height];
        for (int p = 0; p < 3; p++) means(half, p, factor / 2, left, top, width, planes[p]);
        return new CoarsePicture(factor, left, top, width, height, planes[0], planes[1], planes[2]);
    }

    private static void means(Half half, int plane, int factor, int left, int top, int width, float[] means) {
        int stride = half.width();
        int from = left * factor;
        int whole = Math.min(width, (stride - from) / factor);
        int[] sums = new int[width];
        byte[] data = half.data(plane);
        for (int row = 0; row < means.length / width; row++) {
            int first = Math.min((top + row) * factor, half.height() - 1);
            int last = Math.min(first + factor, half.height());
            Arrays.fill(sums, 0);
            for (int line = first; line < last; line++) {
                int at = half.start(plane) + line * stride + from;
                Blocks.add(data, at, factor, whole, sums);
                if (whole < width) addRest(data, at + whole * factor, stride - from - whole * factor, factor, sums);
            }
            float scale = 1f / (factor * (last - first));
            for (int x = 0; x < width; x++) means[row * width + x] = sums[x] * scale;
        }
    }

    /** Adds what there is of the last block, as if it were a whole one. */
    private static void addRest(byte[] data, int at, int length, int factor, int[] sums) {
        int sum = 0;
        for (int i = at; i < at + length; i++) sum += data[i] & 255;
        if (length > 0) sums[sums.length - 1] += sum * factor / length;
        else sums[sums.length - 1] += (data[at - 1] & 255) * factor;
    }

    /** Returns the matte in the middle of every block, 0 to 1. */
    float[] sampled(Matte matte) {
        float[] alpha = new float[width * height];
        for (int row = 0; row < height; row++) {
            for (int x = 0; x < width; x++) {
                alpha[row * width + x] = matte.at((left + x + 0.5f) * factor, (top + row + 0.5f) * factor) / 255f;
            }
        }
        return alpha;
    }
}
