package reelskill.studio.matte;

/** The means of square blocks of a picture: what is needed for colours that change slowly. */
@SuppressWarnings("ArrayRecordComponent")
record CoarsePicture(int factor, int width, int height, float[] y, float[] u, float[] v) {
    /** Takes the means of blocks of {@code factor} pixels, an even number; those at the edges may be smaller. */
    static CoarsePicture of(YuvPicture picture, int factor) {
        int width = (picture.width() + factor - 1) / factor;
        int height = (picture.height() + factor - 1) / factor;
        return new CoarsePicture(
                factor,
                width,
                height,
                means(picture.data(), picture.start(0), picture.width(), picture.height(), factor, width, height),
                chroma(picture, 1, factor / 2, width, height),
                chroma(picture, 2, factor / 2, width, height));
    }

    private static float[] chroma(YuvPicture picture, int plane, int factor, int width, int height) {
        return means(
                picture.data(),
                picture.start(plane),
                picture.chromaWidth(),
                picture.chromaHeight(),
                factor,
                width,
                height);
    }

    private static float[] means(
            byte[] data, int start, int sourceWidth, int sourceHeight, int factor, int width, int height) {
        float[] means = new float[width * height];
        int[] sums = new int[width];
        for (int row = 0; row < height; row++) {
            int first = Math.min(row * factor, sourceHeight - 1);
            int last = Math.min(first + factor, sourceHeight);
            java.util.Arrays.fill(sums, 0);
            for (int line = first; line < last; line++) {
                int at = start + line * sourceWidth;
                for (int x = 0; x < width; x++) {
                    int end = at + Math.min((x + 1) * factor, sourceWidth);
                    for (int i = at + Math.min(x * factor, sourceWidth - 1); i < end; i++) sums[x] += data[i] & 255;
                }
            }
            for (int x = 0; x < width; x++) {
                int across = Math.min((x + 1) * factor, sourceWidth) - Math.min(x * factor, sourceWidth - 1);
                means[row * width + x] = (float) sums[x] / (across * (last - first));
            }
        }
        return means;
    }

    /** Returns the matte in the middle of every block, 0 to 1. */
    float[] sampled(Matte matte) {
        float[] alpha = new float[width * height];
        Region region = matte.region();
        int right = Math.min(width - 1, region.right() / factor + 1);
        int bottom = Math.min(height - 1, region.bottom() / factor + 1);
        for (int row = Math.max(0, region.top() / factor - 1); row <= bottom; row++) {
            for (int x = Math.max(0, region.left() / factor - 1); x <= right; x++) {
                alpha[row * width + x] = matte.at((x + 0.5f) * factor, (row + 0.5f) * factor) / 255f;
            }
        }
        return alpha;
    }
}
