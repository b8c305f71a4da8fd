package reelskill.studio.matte;

/**
 * The person's own colours at the edge, where the camera mixed them with the old background: an estimate of both from
 * what is certain nearby, corrected by what was seen (blur fusion, Forte 2021).
 */
final class EdgeColours {
    private static final int FACTOR = 8;
    /** Sure colours are taken from this far away: 24 pixels. */
    private static final int RADIUS = 3;

    private static final float NONE = 1e-3f;
    private static final int BLACK = 16;

    private final CoarsePicture coarse;
    private final float[][] person = new float[3][];
    private final float[][] room = new float[3][];
    private final float[] share;

    EdgeColours(Half half, Matte matte) {
        coarse = CoarsePicture.of(half, FACTOR, matte.region());
        float[] alpha = coarse.sampled(matte);
        share = mean(alpha);
        float[][] planes = {coarse.y(), coarse.u(), coarse.v()};
        for (int p = 0; p < planes.length; p++) {
            float[] all = mean(planes[p]);
            float[] own = mean(product(planes[p], alpha));
            person[p] = new float[alpha.length];
            room[p] = new float[alpha.length];
            for (int i = 0; i < alpha.length; i++) {
                float seen = planes[p][i];
                person[p][i] = share[i] < NONE ? seen : own[i] / share[i];
                room[p][i] = 1 - share[i] < NONE ? seen : (all[i] - own[i]) / (1 - share[i]);
            }
        }
    }

    private float[] mean(float[] plane) {
        return BoxBlur.of(plane, coarse.width(), coarse.height(), RADIUS);
    }

    private static float[] product(float[] plane, float[] weight) {
        float[] product = new float[plane.length];
        for (int i = 0; i < plane.length; i++) product[i] = plane[i] * weight[i];
        return product;
    }

    /** Returns the place at which the colours around a pixel of the picture are. */
    int place(int x, int y) {
        // Divided by a constant, which is fast.
        return (y / FACTOR - coarse.top()) * coarse.width() + x / FACTOR - coarse.left();
    }

    /**
     * Returns what is under a place that is not seen: near a person that person's colour, so that whoever scales the
     * picture draws nothing else into the edge, and elsewhere black. What was filmed there is never kept.
     *
     * @param x place in full pixels, also for chroma
     */
    int hidden(int plane, int x, int y) {
        int column = x / FACTOR - coarse.left();
        int row = y / FACTOR - coarse.top();
        boolean inside = column >= 0 && row >= 0 && column < coarse.width() && row < coarse.height();
        boolean near = inside && share[place(x, y)] >= NONE;
        if (near) return Math.round(person[plane][place(x, y)]);
        return plane == 0 ? BLACK : 128;
    }

    /**
     * Returns the person's own value at a place of a plane.
     *
     * @param place as {@link #place} tells, also for chroma
     * @param seen the value that the camera saw
     * @param alpha 0 to 255
     */
    int own(int plane, int place, int seen, int alpha) {
        float a = alpha * (1 / 255f);
        float guess = person[plane][place];
        float own = guess + a * (seen - a * guess - (1 - a) * room[plane][place]);
        return Math.max(0, Math.min(255, (int) (own + 0.5f)));
    }
}
