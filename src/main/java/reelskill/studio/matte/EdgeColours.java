package reelskill.studio.matte;

/**
 * The person's own colours at the edge, where the camera mixed them with the old background: an estimate of both from
 * what is certain nearby, corrected by what was seen (blur fusion, Forte 2021).
 */
final class EdgeColours {
    private static final int FACTOR = 4;
    /** Sure colours are taken from this far away: 24 pixels. */
    private static final int RADIUS = 6;

    private static final float NONE = 1e-3f;

    private final int width;
    private final float[][] person = new float[3][];
    private final float[][] room = new float[3][];

    EdgeColours(YuvPicture picture, Matte matte) {
        CoarsePicture coarse = CoarsePicture.of(picture, FACTOR);
        width = coarse.width();
        float[] alpha = coarse.sampled(matte);
        float[] rest = new float[alpha.length];
        for (int i = 0; i < rest.length; i++) rest[i] = 1 - alpha[i];
        float[][] planes = {coarse.y(), coarse.u(), coarse.v()};
        float[] alphaAround = BoxBlur.of(alpha, width, coarse.height(), RADIUS);
        for (int p = 0; p < planes.length; p++) {
            person[p] = weighed(planes[p], alpha, alphaAround, coarse.height());
            room[p] = weighed(planes[p], rest, null, coarse.height());
        }
        for (int i = 0; i < alpha.length; i++) {
            float restAround = 1 - alphaAround[i];
            for (int p = 0; p < planes.length; p++) {
                room[p][i] = restAround < NONE ? planes[p][i] : room[p][i] / restAround;
            }
        }
    }

    private float[] weighed(
            float[] plane, float[] weight, float @org.jspecify.annotations.Nullable [] sum, int height) {
        float[] product = new float[plane.length];
        for (int i = 0; i < plane.length; i++) product[i] = plane[i] * weight[i];
        float[] mean = BoxBlur.of(product, width, height, RADIUS);
        if (sum == null) return mean;
        for (int i = 0; i < mean.length; i++) mean[i] = sum[i] < NONE ? plane[i] : mean[i] / sum[i];
        return mean;
    }

    /**
     * Returns the person's own value at a place of a plane.
     *
     * @param x place in full pixels, also for chroma
     * @param seen the value that the camera saw
     * @param alpha 0 to 255
     */
    int own(int plane, int x, int y, int seen, int alpha) {
        int i = y / FACTOR * width + x / FACTOR;
        float a = alpha / 255f;
        float guess = person[plane][i];
        float own = guess + a * (seen - a * guess - (1 - a) * room[plane][i]);
        return Math.max(0, Math.min(255, Math.round(own)));
    }
}
