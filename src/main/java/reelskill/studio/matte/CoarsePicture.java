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
    static CoarsePicture of(YuvPicture picture, int factor) {
        return of(picture, factor, new Region(0, 0, picture.width(), picture.height()));
    }

    /** Takes the blocks that have some of {@code region}. */
    static CoarsePicture of(YuvPicture picture, int factor, Region region) {
        int left = region.left() / factor;
        int top = region.top() / factor;
        int width = (region.right() + factor - 1) / factor - left;
        int height = (region.bottom() + factor - 1) / factor - top;
        float[][] planes = new float[3][width * height];
        for (int p = 0; p < 3; p++) means(picture, p, p == 0 ? factor : factor / 2, left, top, width, planes[p]);
        return new CoarsePicture(factor, left, top, width, height, planes[0], planes[1], planes[2]);
    }

    private static void means(YuvPicture picture, int plane, int factor, int left, int top, int width, float[] means) {
        int sourceWidth = plane == 0 ? picture.width() : picture.chromaWidth();
        int sourceHeight = plane == 0 ? picture.height() : picture.chromaHeight();
        byte[] data = picture.data();
        int[] sums = new int[width];
        for (int row = 0; row < means.length / width; row++) {
            int first = Math.min((top + row) * factor, sourceHeight - 1);
            int last = Math.min(first + factor, sourceHeight);
            Arrays.fill(sums, 0);
            for (int line = first; line < last; line++) {
                int at = picture.start(plane) + line * sourceWidth;
                for (int x = 0; x < width; x++) {
                    int end = at + Math.min((left + x + 1) * factor, sourceWidth);
                    for (int i = at + Math.min((left + x) * factor, sourceWidth - 1); i < end; i++)
                        sums[x] += data[i] & 255;
                }
            }
            for (int x = 0; x < width; x++) {
                int from = Math.min((left + x) * factor, sourceWidth - 1);
                int across = Math.min((left + x + 1) * factor, sourceWidth) - from;
                means[row * width + x] = (float) sums[x] / (across * (last - first));
            }
        }
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

    /** Returns the index of the block that has a pixel of the picture. */
    int index(int pictureX, int pictureY) {
        return (pictureY / factor - top) * width + pictureX / factor - left;
    }
}
