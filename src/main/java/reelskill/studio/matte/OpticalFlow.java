package reelskill.studio.matte;

import java.util.List;

/**
 * How one picture moves into another, by dense inverse search (Kroeger and others, 2016): patches are matched from coarse
 * to fine by gradient descent, and every pixel takes the mean of the patches over it, weighed by how well they fit there.
 */
final class OpticalFlow {
    private static final int PATCH = 8;
    private static final int STRIDE = 4;
    private static final int STEPS = 6;
    /** Levels below this are searched near edges of mattes only; the coarser ones cost little. */
    private static final int EVERYWHERE = 2;
    /** Below this mean squared difference a patch fits: what is left is noise. */
    private static final float NOISE = 3;

    private final Pyramid.Level from;
    private final Pyramid.Slopes slopes;
    private final Pyramid.Level to;
    private final int columns;
    private final int rows;
    private final float[] patchX;
    private final float[] patchY;

    /**
     * How far each pixel of the finest level moves, in pixels of that level.
     *
     * @param known where it was looked for at this level; elsewhere it is a guess from the coarser ones
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Field(int width, int height, float[] x, float[] y, boolean[] known) {}

    private OpticalFlow(Pyramid.Level from, Pyramid.Slopes slopes, Pyramid.Level to) {
        this.from = from;
        this.slopes = slopes;
        this.to = to;
        columns = (from.width() - PATCH) / STRIDE + 1;
        rows = (from.height() - PATCH) / STRIDE + 1;
        patchX = new float[columns * rows];
        patchY = new float[columns * rows];
    }

    /**
     * Returns where the pixels of {@code from} are in {@code to}, of the same size; exactly in {@code area} only.
     *
     * @param slopes of {@code from}
     */
    static Field between(Pyramid from, List<Pyramid.Slopes> slopes, Pyramid to, EdgeArea area) {
        List<Pyramid.Level> levels = from.levels();
        int coarsest = levels.size() - 1;
        Pyramid.Level last = levels.get(coarsest);
        Field field = still(last.width(), last.height());
        for (int i = coarsest; i >= 0; i--) {
            Pyramid.Level level = levels.get(i);
            if (level.width() < PATCH || level.height() < PATCH) {
                field = still(level.width(), level.height());
                continue;
            }
            field = new OpticalFlow(level, slopes.get(i), to.levels().get(i))
                    .refined(field, area, from.factor() << i, i < EVERYWHERE);
        }
        return field;
    }

    private static Field still(int width, int height) {
        return new Field(
                width, height, new float[width * height], new float[width * height], new boolean[width * height]);
    }

    private Field refined(Field coarse, EdgeArea area, int factor, boolean inAreaOnly) {
        boolean[] needed = new boolean[patchX.length];
        for (int i = 0; i < needed.length; i++) {
            int column = i % columns;
            int row = i / columns;
            needed[i] = !inAreaOnly || area.touches(column * STRIDE * factor, row * STRIDE * factor, PATCH * factor);
            start(i, column * STRIDE, row * STRIDE, coarse);
            if (needed[i]) search(column, row);
        }
        return dense(coarse, needed);
    }

    private void start(int patch, int x, int y, Field coarse) {
        int cx = Math.min((x + PATCH / 2) * coarse.width() / from.width(), coarse.width() - 1);
        int cy = Math.min((y + PATCH / 2) * coarse.height() / from.height(), coarse.height() - 1);
        float scale = (float) from.width() / coarse.width();
        patchX[patch] = coarse.x()[cy * coarse.width() + cx] * scale;
        patchY[patch] = coarse.y()[cy * coarse.width() + cx] * scale;
    }

    private void search(int column, int row) {
        int x = column * STRIDE;
        int y = row * STRIDE;
        int patch = row * columns + column;
        float u = patchX[patch];
        float v = patchY[patch];
        float best = misfit(x, y, u, v);
        if (best > NOISE && column > 0) {
            float other = misfit(x, y, patchX[patch - 1], patchY[patch - 1]);
            if (other < best) {
                best = other;
                u = patchX[patch - 1];
                v = patchY[patch - 1];
            }
        }
        if (best > NOISE && row > 0) {
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
        for (int dy = 0; dy < PATCH; dy++) {
            int at = (y + dy) * from.width() + x;
            for (int i = at; i < at + PATCH; i++) {
                float gx = slopes.x()[i];
                float gy = slopes.y()[i];
                sumX += gx;
                sumY += gy;
                xx += gx * gx;
                yy += gy * gy;
                xy += gx * gy;
            }
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
        float[] slope = new float[4];
        for (int step = 0; step <= STEPS; step++) {
            if (!slope(x, y, u, v, slope)) return;
            float now = (slope[3] - slope[0] * slope[0] / n) / n;
            if (now >= best) return;
            best = now;
            patchX[patch] = u;
            patchY[patch] = v;
            if (best < NOISE) return;
            float bx = slope[1] - slope[0] * sumX / n;
            float by = slope[2] - slope[0] * sumY / n;
            float du = (yy * bx - xy * by) / determinant;
            float dv = (xx * by - xy * bx) / determinant;
            if (du * du + dv * dv < 0.0025f) return;
            u -= du;
            v -= dv;
        }
    }

    /**
     * Sums the difference over a patch, alone, times both gradients, and squared; false where the patch leaves the
     * picture.
     */
    private boolean slope(int x, int y, float u, float v, float[] sums) {
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
        float[] slopeX = slopes.x();
        float[] slopeY = slopes.y();
        float sum = 0;
        float sumX = 0;
        float sumY = 0;
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
                sumX += difference * slopeX[i];
                sumY += difference * slopeY[i];
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

    private Field dense(Field coarse, boolean[] needed) {
        int width = from.width();
        int height = from.height();
        float[] x = new float[width * height];
        float[] y = new float[width * height];
        float[] weight = new float[width * height];
        boolean[] known = new boolean[width * height];
        for (int patch = 0; patch < patchX.length; patch++) if (needed[patch]) spread(patch, x, y, weight);
        float scale = (float) width / coarse.width();
        int[] coarseColumns = new int[width];
        for (int column = 0; column < width; column++) coarseColumns[column] = (int) ((column + 0.5f) / scale);
        for (int row = 0, i = 0; row < height; row++) {
            int coarseRow = Math.min(coarse.height() - 1, row * coarse.height() / height) * coarse.width();
            for (int column = 0; column < width; column++, i++) {
                float sum = weight[i];
                known[i] = sum > 0;
                if (sum > 0) {
                    float share = 1 / sum;
                    x[i] *= share;
                    y[i] *= share;
                } else {
                    int at = coarseRow + coarseColumns[column];
                    x[i] = coarse.x()[at] * scale;
                    y[i] = coarse.y()[at] * scale;
                }
            }
        }
        reach(x, width, height);
        reach(y, width, height);
        return new Field(width, height, x, y, known);
    }

    private void spread(int patch, float[] sumX, float[] sumY, float[] weight) {
        int x = patch % columns * STRIDE;
        int y = patch / columns * STRIDE;
        float u = patchX[patch];
        float v = patchY[patch];
        int width = from.width();
        int right = Math.round(u);
        int down = Math.round(v);
        float[] here = from.luma();
        float[] there = to.luma();
        for (int dy = 0; dy < PATCH; dy++) {
            int line = Math.max(0, Math.min(from.height() - 1, y + dy + down)) * width;
            int i = (y + dy) * width + x;
            for (int column = x + right; column < x + right + PATCH; column++, i++) {
                int inside = Math.max(0, Math.min(width - 1, column));
                float w = 1 / Math.max(1, Math.abs(there[line + inside] - here[i]));
                sumX[i] += w * u;
                sumY[i] += w * v;
                weight[i] += w;
            }
        }
    }

    /** Patches end a few pixels before the right and the lower edge; what is beyond moves as its neighbour does. */
    private void reach(float[] plane, int width, int height) {
        int lastX = (columns - 1) * STRIDE + PATCH - 1;
        int lastY = (rows - 1) * STRIDE + PATCH - 1;
        for (int y = 0; y < height; y++) {
            int row = Math.min(y, lastY) * width;
            for (int x = y > lastY ? 0 : lastX + 1; x < width; x++)
                plane[y * width + x] = plane[row + Math.min(x, lastX)];
        }
    }
}
