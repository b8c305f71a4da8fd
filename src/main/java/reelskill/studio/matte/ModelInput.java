package reelskill.studio.matte;

/** A region of a picture as a network wants it: red, green and blue planes of single precision, at the network's size. */
final class ModelInput {
    private ModelInput() {}

    /**
     * @param scale what a value of 0 to 255 is multiplied with
     * @param offset what is added then
     */
    static float[] of(
            YuvPicture picture, YuvMatrix matrix, Region region, int width, int height, float scale, float offset) {
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

    static float[] plane(YuvPicture picture, int plane, Region region, int width, int height) {
        boolean luma = plane == 0;
        double share = luma ? 1 : 0.5;
        int sourceWidth = luma ? picture.width() : picture.chromaWidth();
        int sourceHeight = luma ? picture.height() : picture.chromaHeight();
        Resampler x = new Resampler(region.left() * share, region.width() * share, sourceWidth, width);
        Resampler y = new Resampler(region.top() * share, region.height() * share, sourceHeight, height);
        float[] target = new float[width * height];
        x.plane(picture.data(), picture.start(plane), sourceWidth, y, target);
        return target;
    }
}
