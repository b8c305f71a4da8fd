package reelskill.studio.matte;

/** Where the square patches of a level are in the same level of another picture, by gradient descent. Not thread-safe. */
final class PatchSearch {
    /** The side of a patch. */
    static final int PATCH = 8;
    /** How far apart patches begin: each pixel is under four. */
    static final int STRIDE = 4;

    private static final int STEPS = 6;
    /** Below this mean squared difference a patch fits: what is left is noise. */
    private static final float NOISE = 3;

    private final Pyramid.Level from;
    private final Pyramid.Level to;
    private final int columns;
    private final int rows;
    private final float[] patchX;
    private final float[] patchY;
    /** How luma changes along both axes under one patch: central differences. */
    private final float[] slopeX = new float[PATCH * PATCH];

    private final float[] slopeY = new float[PATCH * PATCH];
    private final float[] sums = new float[4];

    PatchSearch(Pyramid.Level from, Pyramid.Level to) {
        this.from = from;
        this.to = to;
        columns = (from.width() - PATCH) / STRIDE + 1;
        rows = (from.height() - PATCH) / STRIDE + 1;
        patchX = new float[columns * rows];
        patchY = new float[columns * rows];
    }

    /** Begins each patch where a coarser level's motion leads; patches are searched in their order, and may stay there. */
    void start(OpticalFlow.Field coarse) {
        for (int i = 0; i < patchX.length; i++) start(i, left(i), top(i), coarse);
    }

    int patches() {
        return patchX.length;
    }

    /** Returns where a patch begins, in pixels of the level. */
    int left(int patch) {
        return patch % columns * STRIDE;
    }

    int top(int patch) {
        return patch / columns * STRIDE;
    }

    /** Returns the first column that no patch covers. */
    int right() {
        return (columns - 1) * STRIDE + PATCH;
    }

    /** Returns the first row that no patch covers. */
    int bottom() {
        return (rows - 1) * STRIDE + PATCH;
    }

    /** Returns how far a patch moves to the right, in pixels of the level. */
    float x(int patch) {
        return patchX[patch];
    }

    float y(int patch) {
        return patchY[patch];
    }

    private void start(int patch, int x, int y, OpticalFlow.Field coarse) {
        int cx = Math.min((x + PATCH / 2) * coarse.width() / from.width(), coarse.width() - 1);
        int cy = Math.min((y + PATCH / 2) * coarse.height() / from.height(), coarse.height() - 1);
        float scale = (float) from.width() / coarse.width();
        patchX[patch] = coarse.x()[cy * coarse.width() + cx] * scale;
        patchY[patch] = coarse.y()[cy * coarse.width() + cx] * scale;
    }

    /** Looks for a patch from where it began, or from where one of its neighbours before it went. */
    void search(int patch) {
        int x = left(patch);
        int y = top(patch);
        float u = patchX[patch];
        float v = patchY[patch];
        float best = misfit(x, y, u, v);
        if (best > NOISE && x > 0) {
            float other = misfit(x, y, patchX[patch - 1], patchY[patch - 1]);
            if (other < best) {
                best = other;
                u = patchX[patch - 1];
                v = patchY[patch - 1];
            }
        }
        if (best > NOISE && y > 0) {
            float other = misfit(x, y, patchX[patch - columns], patchY[patch - columns]);
            if (other < best) {
                best = other;
                u = patchX[patch - columns];
                v = patchY[patch - columns];
            }
        }
        patchX[patch] = u;
        patchY[patch] = v;
        if (best > NOISE) descend(patch, x, y);
    }

    /** Follows the gradient of a patch's misfit, whose second derivatives do not change on the way. */
    private void descend(int patch, int x, int y) {
        float sumX = 0;
        float sumY = 0;
        float xx = 0;
        float yy = 0;
        float xy = 0;
        slopes(x, y);
        for (int i = 0; i < PATCH * PATCH; i++) {
            float gx = slopeX[i];
            float gy = slopeY[i];
            sumX += gx;
            sumY += gy;
            xx += gx * gx;
            yy += gy * gy;
            xy += gx * gy;
        }
        int n = PATCH * PATCH;
        xx -= sumX * sumX / n;
        yy -= sumY * sumY / n;
        xy -= sumX * sumY / n;
        float determinant = xx * yy - xy * xy;
        if (determinant < 1e-3f * n * n) return;
        float u = patchX[patch];
        float v = patchY[patch];
        float best = Float.MAX_VALUE;
        for (int step = 0; step <= STEPS; step++) {
            if (!slope(x, y, u, v)) return;
            float now = (sums[3] - sums[0] * sums[0] / n) / n;
            if (now >= best) return;
            best = now;
            patchX[patch] = u;
            patchY[patch] = v;
            if (best < NOISE) return;
            float bx = sums[1] - sums[0] * sumX / n;
            float by = sums[2] - sums[0] * sumY / n;
            float du = (yy * bx - xy * by) / determinant;
            float dv = (xx * by - xy * bx) / determinant;
            if (du * du + dv * dv < 0.0025f) return;
            u -= du;
            v -= dv;
        }
    }

    /** Computed where they are wanted: those of a whole picture take twice its room. The outermost pixels have none. */
    private void slopes(int x, int y) {
        float[] luma = from.luma();
        int width = from.width();
        for (int dy = 0, k = 0; dy < PATCH; dy++) {
            int row = y + dy;
            boolean inside = row > 0 && row < from.height() - 1;
            int i = row * width + x;
            for (int column = x; column < x + PATCH; column++, i++, k++) {
                boolean sloping = inside && column > 0 && column < width - 1;
                slopeX[k] = sloping ? (luma[i + 1] - luma[i - 1]) / 2 : 0;
                slopeY[k] = sloping ? (luma[i + width] - luma[i - width]) / 2 : 0;
            }
        }
    }

    /**
     * Sums the difference over a patch, alone, times both gradients, and squared; false where the patch leaves the
     * picture.
     */
    private boolean slope(int x, int y, float u, float v) {
        if (outside(x + u, y + v)) return false;
        int x0 = (int) (x + u);
        int y0 = (int) (y + v);
        float fx = x + u - x0;
        float fy = y + v - y0;
        float a = (1 - fx) * (1 - fy);
        float b = fx * (1 - fy);
        float c = (1 - fx) * fy;
        float d = fx * fy;
        int width = from.width();
        float[] source = from.luma();
        float[] target = to.luma();
        float sum = 0;
        float sumX = 0;
        float sumY = 0;
        float squares = 0;
        for (int dy = 0, patch = 0; dy < PATCH; dy++) {
            int i = (y + dy) * width + x;
            int k = (y0 + dy) * width + x0;
            float upper = target[k];
            float lower = target[k + width];
            for (int end = i + PATCH; i < end; i++, k++, patch++) {
                float upperNext = target[k + 1];
                float lowerNext = target[k + width + 1];
                float difference = a * upper + b * upperNext + c * lower + d * lowerNext - source[i];
                upper = upperNext;
                lower = lowerNext;
                sum += difference;
                sumX += difference * slopeX[patch];
                sumY += difference * slopeY[patch];
                squares += difference * difference;
            }
        }
        sums[0] = sum;
        sums[1] = sumX;
        sums[2] = sumY;
        sums[3] = squares;
        return true;
    }

    /** Returns the variance of the difference over a patch: what is left when a change of light is not counted. */
    private float misfit(int x, int y, float u, float v) {
        if (outside(x + u, y + v)) return Float.MAX_VALUE;
        int x0 = (int) (x + u);
        int y0 = (int) (y + v);
        float fx = x + u - x0;
        float fy = y + v - y0;
        float a = (1 - fx) * (1 - fy);
        float b = fx * (1 - fy);
        float c = (1 - fx) * fy;
        float d = fx * fy;
        int width = from.width();
        float[] source = from.luma();
        float[] target = to.luma();
        float sum = 0;
        float squares = 0;
        for (int dy = 0; dy < PATCH; dy++) {
            int i = (y + dy) * width + x;
            int k = (y0 + dy) * width + x0;
            float upper = target[k];
            float lower = target[k + width];
            for (int end = i + PATCH; i < end; i++, k++) {
                float upperNext = target[k + 1];
                float lowerNext = target[k + width + 1];
                float difference = a * upper + b * upperNext + c * lower + d * lowerNext - source[i];
                upper = upperNext;
                lower = lowerNext;
                sum += difference;
                squares += difference * difference;
            }
        }
        float n = PATCH * PATCH;
        return (squares - sum * sum / n) / n;
    }

    private boolean outside(float x, float y) {
        return x < 0 || y < 0 || x >= from.width() - PATCH - 1 || y >= from.height() - PATCH - 1;
    }
}
