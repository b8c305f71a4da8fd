package reelskill.studio.matte;

import java.util.Arrays;
import java.util.List;

/** The matte of a picture between two whose mattes are known: both are carried along the motion and mixed. */
final class MatteMotion {
    /** A misfit of luma that says nothing. */
    private static final float NOISE = 4;

    private final Pyramid picture;
    private final Neighbour before;
    private final Neighbour after;

    /**
     * A picture whose matte is known, with what many pictures between want to know of it.
     *
     * @param edges where the matte is neither all nor nothing
     */
    record Known(Pyramid picture, Matte matte, PlainTiles plain, EdgeArea edges) {
        Known(Pyramid picture, Matte matte) {
            this(picture, matte, new PlainTiles(matte), new EdgeArea(picture.width(), picture.height(), matte));
        }
    }

    /** How many frames away a known picture is. */
    record Neighbour(Known known, int distance) {
        Pyramid picture() {
            return known.picture();
        }

        Matte matte() {
            return known.matte();
        }
    }

    MatteMotion(Pyramid picture, Neighbour before, Neighbour after) {
        this.picture = picture;
        this.before = before;
        this.after = after;
    }

    Matte matte() {
        boolean nobody = before.matte().isEmpty() && after.matte().isEmpty();
        if (nobody) return before.matte();
        Matte grid = before.matte().region().area() >= after.matte().region().area() ? before.matte() : after.matte();
        EdgeArea area = before.known().edges().and(after.known().edges());
        List<Pyramid.Slopes> slopes = picture.slopes();
        OpticalFlow.Field back = OpticalFlow.between(picture, slopes, before.picture(), area);
        OpticalFlow.Field ahead = OpticalFlow.between(picture, slopes, after.picture(), area);
        float[] trust = trust(back, ahead);
        byte[] alpha = new byte[grid.alpha().length];
        boolean alike = before.matte().hasGridOf(after.matte());
        PlainTiles early = before.known().plain();
        PlainTiles late = after.known().plain();
        Carrier carrier = new Carrier(grid, back, ahead, trust);
        int[] values = new int[(grid.width() + PlainTiles.SIDE - 1) / PlainTiles.SIDE];
        Arrays.fill(values, -1);
        for (int y = 0; y < grid.height(); y++) {
            if (alike && y % PlainTiles.SIDE == 0) carrier.plain(early, late, y, values);
            carrier.carry(alpha, y, values);
        }
        return new Matte(grid.region(), grid.width(), grid.height(), alpha);
    }

    /** Carries both mattes to places of a grid, row by row: what is known per row is computed once. */
    private final class Carrier {
        private final Matte grid;
        private final Sampled early;
        private final Sampled late;
        private final float[] trust;
        private final float[] trustRow;
        private final int width;
        private final int height;
        private final int[] left;
        private final float[] share;

        Carrier(Matte grid, OpticalFlow.Field back, OpticalFlow.Field ahead, float[] trust) {
            this.grid = grid;
            this.trust = trust;
            width = back.width();
            height = back.height();
            early = new Sampled(before.matte(), back, picture.factor());
            late = new Sampled(after.matte(), ahead, picture.factor());
            trustRow = new float[width + 1];
            left = new int[grid.width()];
            share = new float[grid.width()];
            for (int x = 0; x < left.length; x++) {
                float place = Math.max(0, Math.min(width - 1, pictureX(x) / picture.factor() - 0.5f));
                left[x] = (int) place;
                share[x] = place - left[x];
            }
        }

        private float pictureX(int x) {
            return grid.region().left() + (x + 0.5f) * grid.region().width() / grid.width();
        }

        private float pictureY(int y) {
            return grid.region().top() + (y + 0.5f) * grid.region().height() / grid.height();
        }

        /** Tells the one value that each tile of a row comes from in both mattes, or -1. */
        void plain(PlainTiles before, PlainTiles after, int y, int[] values) {
            int row = Math.min(y + PlainTiles.SIDE / 2, grid.height() - 1);
            int line = Math.min((int) (pictureY(row) / picture.factor()), height - 1) * width;
            for (int tile = 0; tile < values.length; tile++) {
                int x = Math.min(tile * PlainTiles.SIDE + PlainTiles.SIDE / 2, grid.width() - 1);
                int i = line + left[x];
                int value = before.value(x + early.x[i] * early.scaleX, row + early.y[i] * early.scaleY);
                boolean same =
                        value < 0 || value == after.value(x + late.x[i] * late.scaleX, row + late.y[i] * late.scaleY);
                values[tile] = same ? value : -1;
            }
        }

        /** Writes a row of the matte; tiles that have a value need no look. */
        void carry(byte[] alpha, int y, int[] values) {
            boolean mixed = false;
            for (int tile = 0; tile < values.length; tile++) {
                int x = tile * PlainTiles.SIDE;
                int end = Math.min(x + PlainTiles.SIDE, grid.width());
                if (values[tile] >= 0) {
                    for (; x < end; x++) alpha[y * grid.width() + x] = (byte) values[tile];
                } else {
                    if (!mixed) row(y);
                    mixed = true;
                    carry(alpha, y, x, end);
                }
            }
        }

        private void row(int y) {
            float place = Math.max(0, Math.min(height - 1, pictureY(y) / picture.factor() - 0.5f));
            int first = (int) place;
            int above = first * width;
            int below = Math.min(first + 1, height - 1) * width;
            early.row(pictureY(y), above, below, place - first);
            late.row(pictureY(y), above, below, place - first);
            mix(trust, above, below, place - first, 1, trustRow);
        }

        private void carry(byte[] alpha, int y, int from, int to) {
            int at = y * grid.width();
            for (int x = from; x < to; x++) {
                int k = left[x];
                float f = share[x];
                float pictureX = pictureX(x);
                int a = early.at(pictureX, k, f);
                int b = late.at(pictureX, k, f);
                float share = trustRow[k] + f * (trustRow[k + 1] - trustRow[k]);
                alpha[at + x] = (byte) (int) (share * a + (1 - share) * b + 0.5f);
            }
        }
    }

    /** A matte to be read where a flow points to, in places of its own grid. */
    private static final class Sampled {
        private final Matte matte;
        private final float[] x;
        private final float[] y;
        private final int width;
        /** How many places of the grid one pixel of the flow is. */
        private final float scaleX;

        private final float scaleY;
        private final float placeX;
        private final float[] rowX;
        private final float[] rowY;
        private float placeY;

        Sampled(Matte matte, OpticalFlow.Field flow, int factor) {
            this.matte = matte;
            x = flow.x();
            y = flow.y();
            width = flow.width();
            placeX = (float) matte.width() / matte.region().width();
            scaleX = factor * placeX;
            scaleY = (float) factor * matte.height() / matte.region().height();
            rowX = new float[width + 1];
            rowY = new float[width + 1];
        }

        void row(float pictureY, int above, int below, float share) {
            placeY = (pictureY - matte.region().top())
                            * matte.height()
                            / matte.region().height()
                    - 0.5f;
            mix(x, above, below, share, scaleX, rowX);
            mix(y, above, below, share, scaleY, rowY);
        }

        int at(float pictureX, int k, float share) {
            float right = rowX[k] + share * (rowX[k + 1] - rowX[k]);
            float down = rowY[k] + share * (rowY[k + 1] - rowY[k]);
            return matte.atGrid((pictureX - matte.region().left()) * placeX - 0.5f + right, placeY + down);
        }
    }

    private static void mix(float[] plane, int above, int below, float share, float scale, float[] mixed) {
        int width = mixed.length - 1;
        float upper = (1 - share) * scale;
        float lower = share * scale;
        for (int x = 0; x < width; x++) mixed[x] = plane[above + x] * upper + plane[below + x] * lower;
        mixed[width] = mixed[width - 1];
    }

    /** Returns the share of the earlier matte in each pixel: more where its picture fits better and is nearer. */
    private float[] trust(OpticalFlow.Field back, OpticalFlow.Field ahead) {
        float[] early = misfit(back, before.picture());
        float[] late = misfit(ahead, after.picture());
        float[] trust = new float[early.length];
        for (int i = 0; i < trust.length; i++) {
            // Squared: where one picture fits clearly better, a share of the other would be seen as a ghost.
            float a = after.distance() * (late[i] + NOISE) * (late[i] + NOISE);
            float b = before.distance() * (early[i] + NOISE) * (early[i] + NOISE);
            trust[i] = a / (a + b);
        }
        return trust;
    }

    private float[] misfit(OpticalFlow.Field field, Pyramid other) {
        float[] here = picture.levels().get(0).luma();
        float[] there = other.levels().get(0).luma();
        int width = field.width();
        float[] misfit = new float[here.length];
        for (int i = 0; i < misfit.length; i++) {
            if (!field.known()[i]) continue;
            int row = i / width;
            int x = Math.max(0, Math.min(width - 1, (int) (i - row * width + field.x()[i] + 0.5f)));
            int y = Math.max(0, Math.min(field.height() - 1, (int) (row + field.y()[i] + 0.5f)));
            misfit[i] = Math.abs(here[i] - there[y * width + x]);
        }
        // Around each pixel: one alone says little, and edges would be torn to specks.
        return BoxBlur.of(misfit, width, field.height(), 2);
    }
}
