package reelskill.studio.matte;

import java.util.Arrays;

/**
 * Draws a coarse matte to the edges of the picture, by a guided filter (He and others, 2010): around every place the matte
 * is made a linear function of luma and both chromas, and that function is applied to a finer picture.
 */
final class GuidedMatte {
    private static final int PLACES = 90_000;
    /** The functions change slowly, so they are found on a grid that is coarser by this much. */
    private static final int COARSER = 3;

    private static final int RADIUS = 3;
    /** Differences of colour below the root of this are noise. */
    private static final float NOISE = 20;
    /** Outside of these shares the coarse matte is sure, and nothing is computed. */
    private static final float SURE = 0.02f;

    /** Factors below this change no value of the matte. */
    private static final float NOTHING = 1e-6f;

    private static final byte[] LEVELS = MatteMaker.levels(58, 197);

    private final Matte matte;
    private final int width;
    private final int height;
    private final float[][] guide;

    private GuidedMatte(Half picture, Matte matte) {
        this.matte = matte;
        Region region = matte.region();
        double scale = Math.min(1, Math.sqrt((double) PLACES / region.area()));
        width = Math.max(1, (int) (region.width() * scale) / COARSER) * COARSER;
        height = Math.max(1, (int) (region.height() * scale) / COARSER) * COARSER;
        guide = ModelInput.planes(picture, region, width, height);
    }

    static Matte drawn(Half picture, Matte matte) {
        return new GuidedMatte(picture, matte).drawn().mapped(LEVELS);
    }

    private Matte drawn() {
        int w = width / COARSER;
        int h = height / COARSER;
        float[] alpha = new float[w * h];
        for (int i = 0; i < alpha.length; i++) {
            int row = i / w;
            float x = (i % w + 0.5f) * matte.width() / w - 0.5f;
            float y = (row + 0.5f) * matte.height() / h - 0.5f;
            alpha[i] = matte.atGrid(x, y) / 255f;
        }
        return applied(functions(alpha, w, h), w);
    }

    /** Returns the factors of the three planes and the constant, at every coarse place. */
    private float[][] functions(float[] alpha, int w, int h) {
        float[][] planes = {coarse(guide[0], w, h), coarse(guide[1], w, h), coarse(guide[2], w, h)};
        float[] mean = BoxBlur.of(alpha, w, h, RADIUS);
        float[][] means = new float[3][];
        float[][] withAlpha = new float[3][];
        float[][] products = new float[6][];
        for (int p = 0, k = 0; p < 3; p++) {
            means[p] = BoxBlur.of(planes[p], w, h, RADIUS);
            withAlpha[p] = BoxBlur.of(product(planes[p], alpha), w, h, RADIUS);
            for (int q = p; q < 3; q++, k++) products[k] = BoxBlur.of(product(planes[p], planes[q]), w, h, RADIUS);
        }
        float[][] functions = new float[4][w * h];
        for (int i = 0; i < mean.length; i++) {
            functions[3][i] = mean[i];
            if (mean[i] > SURE && mean[i] < 1 - SURE) solve(i, mean[i], means, withAlpha, products, functions);
        }
        for (int p = 0; p < 4; p++) functions[p] = BoxBlur.of(functions[p], w, h, RADIUS / 2);
        return functions;
    }

    /** Solves for the factors by Cramer's rule: covariance of the planes times factors = covariance with the matte. */
    private static void solve(
            int i, float mean, float[][] means, float[][] withAlpha, float[][] products, float[][] functions) {
        float m0 = means[0][i];
        float m1 = means[1][i];
        float m2 = means[2][i];
        float a = products[0][i] - m0 * m0 + NOISE;
        float b = products[1][i] - m0 * m1;
        float c = products[2][i] - m0 * m2;
        float d = products[3][i] - m1 * m1 + NOISE;
        float e = products[4][i] - m1 * m2;
        float f = products[5][i] - m2 * m2 + NOISE;
        float x = withAlpha[0][i] - m0 * mean;
        float y = withAlpha[1][i] - m1 * mean;
        float z = withAlpha[2][i] - m2 * mean;
        float ca = d * f - e * e;
        float cb = c * e - b * f;
        float cc = b * e - c * d;
        float determinant = a * ca + b * cb + c * cc;
        float f0 = (ca * x + cb * y + cc * z) / determinant;
        float f1 = (cb * x + (a * f - c * c) * y + (b * c - a * e) * z) / determinant;
        float f2 = (cc * x + (b * c - a * e) * y + (a * d - b * b) * z) / determinant;
        functions[0][i] = f0;
        functions[1][i] = f1;
        functions[2][i] = f2;
        functions[3][i] = mean - f0 * m0 - f1 * m1 - f2 * m2;
    }

    private Matte applied(float[][] functions, int w) {
        byte[] alpha = new byte[width * height];
        for (int place = 0; place < functions[0].length; place++) {
            int at = place / w * COARSER * width + place % w * COARSER;
            float f0 = functions[0][place];
            float f1 = functions[1][place];
            float f2 = functions[2][place];
            float constant = functions[3][place];
            boolean sure = Math.abs(f0) + Math.abs(f1) + Math.abs(f2) < NOTHING;
            for (int dy = 0; dy < COARSER; dy++, at += width) {
                if (sure) Arrays.fill(alpha, at, at + COARSER, whole(constant));
                else
                    for (int i = at; i < at + COARSER; i++)
                        alpha[i] = whole(constant + f0 * guide[0][i] + f1 * guide[1][i] + f2 * guide[2][i]);
            }
        }
        return new Matte(matte.region(), width, height, alpha);
    }

    private static byte whole(float share) {
        return (byte) Math.max(0, Math.min(255, (int) (255 * share + 0.5f)));
    }

    private float[] coarse(float[] plane, int w, int h) {
        float[] means = new float[w * h];
        for (int i = 0; i < means.length; i++) {
            int at = i / w * COARSER * width + i % w * COARSER;
            float sum = 0;
            for (int dy = 0; dy < COARSER; dy++, at += width) sum += plane[at] + plane[at + 1] + plane[at + 2];
            means[i] = sum / (COARSER * COARSER);
        }
        return means;
    }

    private static float[] product(float[] one, float[] other) {
        float[] product = new float[one.length];
        for (int i = 0; i < product.length; i++) product[i] = one[i] * other[i];
        return product;
    }
}
