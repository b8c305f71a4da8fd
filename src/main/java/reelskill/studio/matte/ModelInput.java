package reelskill.studio.matte;

/** A region of a picture as a network wants it: red, green and blue planes of single precision, at the network's size. */
final class ModelInput {
    /** A plane that becomes smaller than this is made from the half: what that has lost would be lost in any case. */
    private static final double DETAIL = 1.6;

    /** The share of pixels whose light tells how bright a picture is. */
    private static final double BRIGHT = 0.01;
    /** Luma above black that those have at least where there is light enough. */
    private static final float LIT = 120;

    private static final float MOST_GAIN = 4;
    private static final int BLACK = 16;

    private ModelInput() {}

    /**
     * @param scale what a value of 0 to 255 is multiplied with
     * @param offset what is added then
     */
    static float[] of(Half picture, YuvMatrix matrix, Region region, int width, int height, float scale, float offset) {
        float[][] planes = planes(picture, region, width, height);
        float[] y = planes[0];
        float[] u = planes[1];
        float[] v = planes[2];
        int size = width * height;
        float[] rgb = new float[3 * size];
        float lit = gain(y) * scale;
        float k = matrix.brightness() * lit;
        float redOfV = matrix.redOfV() * lit;
        float greenOfU = matrix.greenOfU() * lit;
        float greenOfV = matrix.greenOfV() * lit;
        float blueOfU = matrix.blueOfU() * lit;
        float low = offset;
        float high = 255 * scale + offset;
        for (int i = 0; i < size; i++) {
            float luma = (y[i] - BLACK) * k + offset;
            float blueness = u[i] - 128;
            float redness = v[i] - 128;
            rgb[i] = Math.max(low, Math.min(high, luma + redOfV * redness));
            rgb[size + i] = Math.max(low, Math.min(high, luma + greenOfU * blueness + greenOfV * redness));
            rgb[2 * size + i] = Math.max(low, Math.min(high, luma + blueOfU * blueness));
        }
        return rgb;
    }

    /** Returns what brings a dim picture's light to what the networks have learned from; 1 for most. */
    private static float gain(float[] luma) {
        int[] counts = new int[256];
        for (float value : luma) counts[Math.max(0, Math.min(255, (int) value))]++;
        int brightest = 256;
        for (double left = luma.length * BRIGHT; left > 0; left -= counts[brightest]) brightest--;
        return Math.max(1, Math.min(MOST_GAIN, LIT / Math.max(1, brightest - BLACK)));
    }

    /** Returns the planes of a region at some size; luma from the half where that has all that is wanted. */
    static float[][] planes(Half half, Region region, int width, int height) {
        YuvPicture picture = half.picture();
        Resampler x = new Resampler(region.left() / 2.0, region.width() / 2.0, half.width(), width);
        Resampler y = new Resampler(region.top() / 2.0, region.height() / 2.0, half.height(), height);
        float[][] planes = new float[3][width * height];
        for (int p = 0; p < planes.length; p++) {
            boolean detail = p == 0 && (region.width() < DETAIL * width || region.height() < DETAIL * height);
            if (detail) detail(picture, region, width, height, planes[0]);
            else x.plane(half.data(p), half.start(p), half.width(), y, planes[p]);
        }
        return planes;
    }

    private static void detail(YuvPicture picture, Region region, int width, int height, float[] luma) {
        Resampler x = new Resampler(region.left(), region.width(), picture.width(), width);
        Resampler y = new Resampler(region.top(), region.height(), picture.height(), height);
        x.plane(picture.data(), 0, picture.width(), y, luma);
    }
}
