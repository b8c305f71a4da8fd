package reelskill.studio.matte;

/** A region of a picture as a network wants it: red, green and blue planes of single precision, at the network's size. */
final class ModelInput {
    /** A plane that becomes smaller than this is made from the half: what that has lost would be lost in any case. */
    private static final double DETAIL = 1.6;

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
        float k = matrix.brightness() * scale;
        float redOfV = matrix.redOfV() * scale;
        float greenOfU = matrix.greenOfU() * scale;
        float greenOfV = matrix.greenOfV() * scale;
        float blueOfU = matrix.blueOfU() * scale;
        float low = offset;
        float high = 255 * scale + offset;
        for (int i = 0; i < size; i++) {
            float luma = (y[i] - 16) * k + offset;
            float blueness = u[i] - 128;
            float redness = v[i] - 128;
            rgb[i] = Math.max(low, Math.min(high, luma + redOfV * redness));
            rgb[size + i] = Math.max(low, Math.min(high, luma + greenOfU * blueness + greenOfV * redness));
            rgb[2 * size + i] = Math.max(low, Math.min(high, luma + blueOfU * blueness));
        }
        return rgb;
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
