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
        float[] y = plane(picture, 0, region, width, height);
        float[] u = plane(picture, 1, region, width, height);
        float[] v = plane(picture, 2, region, width, height);
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

    /** Returns a plane of a region at some size; luma from the half where that has all that is wanted. */
    static float[] plane(Half half, int plane, Region region, int width, int height) {
        boolean detail = plane == 0 && (region.width() < DETAIL * width || region.height() < DETAIL * height);
        YuvPicture picture = half.picture();
        double share = detail ? 1 : 0.5;
        int sourceWidth = detail ? picture.width() : half.width();
        int sourceHeight = detail ? picture.height() : half.height();
        Resampler x = new Resampler(region.left() * share, region.width() * share, sourceWidth, width);
        Resampler y = new Resampler(region.top() * share, region.height() * share, sourceHeight, height);
        float[] target = new float[width * height];
        x.plane(detail ? picture.data() : half.data(plane), detail ? 0 : half.start(plane), sourceWidth, y, target);
        return target;
    }
}
