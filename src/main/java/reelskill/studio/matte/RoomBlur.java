package reelskill.studio.matte;

/**
 * The background out of focus. Only background pixels take part, so that a person leaves no smear: what the person hides
 * is filled from around before anything is blurred.
 */
public enum RoomBlur {
    LIGHT(1),
    MEDIUM(3),
    STRONG(7);

    private static final int ROWS = 180;
    private static final int PASSES = 3;
    /** Above this share of a person, a block is not background. */
    private static final float PERSON = 0.02f;

    private final int radius;

    RoomBlur(int radius) {
        this.radius = radius;
    }

    /** Writes the blurred background of a picture to {@code target}. */
    void apply(Half half, Matte matte, YuvPicture target) {
        int factor = Math.max(2, (Math.min(target.width(), target.height()) + ROWS - 1) / ROWS & ~1);
        CoarsePicture coarse = CoarsePicture.of(half, factor);
        boolean[] hidden = hidden(coarse, matte);
        for (int p = 0; p < 3; p++) {
            float[] plane = p == 0 ? coarse.y() : p == 1 ? coarse.u() : coarse.v();
            float[] filled = Filling.fill(plane, hidden, coarse.width(), coarse.height());
            for (int pass = 0; pass < PASSES; pass++) {
                filled = BoxBlur.of(filled, coarse.width(), coarse.height(), radius);
            }
            enlarge(filled, coarse, target, p);
        }
    }

    private static boolean[] hidden(CoarsePicture coarse, Matte matte) {
        float[] alpha = coarse.sampled(matte);
        boolean[] hidden = new boolean[alpha.length];
        for (int i = 0; i < alpha.length; i++) {
            if (alpha[i] < PERSON) continue;
            int x = i % coarse.width();
            int y = i / coarse.width();
            for (int dy = Math.max(0, y - 1); dy <= Math.min(coarse.height() - 1, y + 1); dy++) {
                for (int dx = Math.max(0, x - 1); dx <= Math.min(coarse.width() - 1, x + 1); dx++) {
                    hidden[dy * coarse.width() + dx] = true;
                }
            }
        }
        return hidden;
    }

    private static void enlarge(float[] plane, CoarsePicture coarse, YuvPicture target, int p) {
        int width = p == 0 ? target.width() : target.chromaWidth();
        int height = p == 0 ? target.height() : target.chromaHeight();
        float block = p == 0 ? coarse.factor() : coarse.factor() / 2f;
        Resampler across = new Resampler(0, width / block, coarse.width(), width);
        Resampler down = new Resampler(0, height / block, coarse.height(), height);
        float[] row = new float[coarse.width() + 1];
        byte[] data = target.data();
        for (int y = 0; y < height; y++) {
            float[] w = down.weights(y);
            int first = down.first(y) * coarse.width();
            int second = w.length > 1 ? first + coarse.width() : first;
            float share = w.length > 1 ? w[1] : 0;
            for (int x = 0; x < coarse.width(); x++)
                row[x] = plane[first + x] * (1 - share) + plane[second + x] * share;
            int at = target.start(p) + y * width;
            for (int x = 0; x < width; x++) {
                float[] v = across.weights(x);
                int k = across.first(x);
                float value = v.length > 1 ? row[k] * v[0] + row[k + 1] * v[1] : row[k];
                data[at + x] = (byte) (int) (value + 0.5f);
            }
        }
    }
}
