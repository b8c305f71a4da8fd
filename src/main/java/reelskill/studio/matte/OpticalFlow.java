package reelskill.studio.matte;

import java.util.List;
import java.util.Optional;

/**
 * How one picture moves into another, by dense inverse search (Kroeger and others, 2016): patches are matched from coarse
 * to fine, and every pixel takes the mean of the patches over it, weighed by how well they fit there.
 */
final class OpticalFlow {
    /** Levels below this are searched near edges of mattes only; the coarser ones cost little. */
    private static final int EVERYWHERE = 2;

    private final List<Pyramid.Level> from;
    private final List<Pyramid.Level> to;

    /**
     * How far each pixel of a level moves, in pixels of that level.
     *
     * @param known where it was looked for at this level; elsewhere it is a guess from the coarser ones
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Field(int width, int height, float[] x, float[] y, boolean[] known) {}

    /** Of the pixels of {@code from} to those of {@code to}, of the same size. */
    OpticalFlow(Pyramid from, Pyramid to) {
        this.from = from.levels();
        this.to = to.levels();
    }

    /** Returns the motion at a coarse level, everywhere. */
    Field coarse() {
        int coarsest = from.size() - 1;
        Pyramid.Level last = from.get(coarsest);
        Field field = still(last.width(), last.height());
        for (int i = coarsest; i >= EVERYWHERE; i--) field = refined(field, i, Optional.empty());
        return field;
    }

    /** Returns the motion at the finest level; exactly in {@code area} only. */
    Field fine(Field coarse, EdgeArea area) {
        Field field = coarse;
        for (int i = Math.min(EVERYWHERE, from.size()) - 1; i >= 0; i--) field = refined(field, i, Optional.of(area));
        return field;
    }

    private static Field still(int width, int height) {
        return new Field(
                width, height, new float[width * height], new float[width * height], new boolean[width * height]);
    }

    private Field refined(Field coarse, int number, Optional<EdgeArea> area) {
        Pyramid.Level level = from.get(number);
        if (level.width() < PatchSearch.PATCH || level.height() < PatchSearch.PATCH)
            return still(level.width(), level.height());
        PatchSearch search = new PatchSearch(level, to.get(number));
        search.start(coarse);
        boolean[] found = new boolean[search.patches()];
        for (int i = 0; i < found.length; i++) {
            int left = search.left(i) << number;
            int top = search.top(i) << number;
            found[i] = area.isEmpty() || area.get().touches(left, top, PatchSearch.PATCH << number);
            if (found[i]) search.search(i);
        }
        return new Spread(level, to.get(number)).field(search, found, coarse);
    }

    /** What the patches over each pixel say, summed. */
    private static final class Spread {
        private final Pyramid.Level from;
        private final Pyramid.Level to;
        private final float[] x;
        private final float[] y;
        private final float[] weight;

        Spread(Pyramid.Level from, Pyramid.Level to) {
            this.from = from;
            this.to = to;
            x = new float[from.luma().length];
            y = new float[from.luma().length];
            weight = new float[from.luma().length];
        }

        Field field(PatchSearch search, boolean[] found, Field coarse) {
            for (int i = 0; i < found.length; i++)
                if (found[i]) add(search.left(i), search.top(i), search.x(i), search.y(i));
            int width = from.width();
            int height = from.height();
            float scale = (float) width / coarse.width();
            int[] coarseColumns = new int[width];
            for (int column = 0; column < width; column++) coarseColumns[column] = (int) ((column + 0.5f) / scale);
            boolean[] known = new boolean[x.length];
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
            reach(x, search);
            reach(y, search);
            return new Field(width, height, x, y, known);
        }

        private void add(int left, int top, float u, float v) {
            int width = from.width();
            int right = Math.round(u);
            int down = Math.round(v);
            float[] here = from.luma();
            float[] there = to.luma();
            for (int dy = 0; dy < PatchSearch.PATCH; dy++) {
                int line = Math.max(0, Math.min(from.height() - 1, top + dy + down)) * width;
                int i = (top + dy) * width + left;
                for (int column = left + right; column < left + right + PatchSearch.PATCH; column++, i++) {
                    int inside = Math.max(0, Math.min(width - 1, column));
                    float w = 1 / Math.max(1, Math.abs(there[line + inside] - here[i]));
                    x[i] += w * u;
                    y[i] += w * v;
                    weight[i] += w;
                }
            }
        }

        /** Patches end a few pixels before the right and the lower edge; what is beyond moves as its neighbour does. */
        private void reach(float[] plane, PatchSearch search) {
            int width = from.width();
            int lastX = search.right() - 1;
            int lastY = search.bottom() - 1;
            for (int y = 0; y < from.height(); y++) {
                int row = Math.min(y, lastY) * width;
                for (int x = y > lastY ? 0 : lastX + 1; x < width; x++)
                    plane[y * width + x] = plane[row + Math.min(x, lastX)];
            }
        }
    }
}
