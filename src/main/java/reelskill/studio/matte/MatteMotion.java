package reelskill.studio.matte;

/** The matte of a picture between two whose mattes are known: both are carried along the motion and mixed. */
final class MatteMotion {
    /** A misfit of luma that says nothing. */
    private static final float NOISE = 4;

    /** Places of a matte's grid that are looked at together, and those that need no motion to be found. */
    private static final int TILE = 2;

    private static final int CELL = 8;

    private final Pyramid picture;
    private final Neighbour before;
    private final Neighbour after;

    /**
     * A picture whose matte is known, with what many pictures between want to know of it.
     *
     * @param tiles where the matte is neither all nor nothing
     * @param cells the same, coarsely and some way around
     */
    record Known(Pyramid picture, Matte matte, PlainTiles tiles, PlainTiles cells) {
        Known(Pyramid picture, Matte matte) {
            this(picture, matte, new PlainTiles(matte, TILE), new PlainTiles(matte, CELL));
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
        OpticalFlow back = new OpticalFlow(picture, before.picture());
        OpticalFlow ahead = new OpticalFlow(picture, after.picture());
        OpticalFlow.Field coarseBack = back.coarse();
        OpticalFlow.Field coarseAhead = ahead.coarse();
        EdgeArea area = new EdgeArea(before.known(), coarseBack, after.known(), coarseAhead);
        return new Carrier(grid, area, back.fine(coarseBack, area), ahead.fine(coarseAhead, area)).carried();
    }

    /** Carries both mattes to places of a grid, row by row: what is known per row is computed once. */
    private final class Carrier {
        private final Matte grid;
        private final EdgeArea area;
        private final Sampled early;
        private final Sampled late;
        private final float[] trust;
        private final float[] trustRow;
        private final int width;
        private final int height;
        private final int[] left;
        private final float[] share;

        Carrier(Matte grid, EdgeArea area, OpticalFlow.Field back, OpticalFlow.Field ahead) {
            this.grid = grid;
            this.area = area;
            trust = trust(back, ahead);
            width = back.width();
            height = back.height();
            early = new Sampled(before.known(), back, grid);
            late = new Sampled(after.known(), ahead, grid);
            trustRow = new float[width + 1];
            left = new int[grid.width()];
            share = new float[grid.width()];
            for (int x = 0; x < left.length; x++) {
                float place = Math.max(0, Math.min(width - 1, pictureX(grid, x) / picture.factor() - 0.5f));
                left[x] = (int) place;
                share[x] = place - left[x];
            }
        }

        Matte carried() {
            byte[] alpha = new byte[grid.alpha().length];
            int[] values = new int[(grid.width() + TILE - 1) / TILE];
            for (int y = 0; y < grid.height(); y++) {
                if (y % TILE == 0) plain(y, values);
                carry(alpha, y, values);
            }
            return new Matte(grid.region(), grid.width(), grid.height(), alpha);
        }

        /** Tells the one value that each tile of a row comes from in both mattes, or -1. */
        private void plain(int y, int[] values) {
            int row = Math.min(y + TILE / 2, grid.height() - 1);
            int line = Math.min((int) (pictureY(grid, row) / picture.factor()), height - 1);
            early.row(row);
            late.row(row);
            for (int tile = 0; tile < values.length; tile++) {
                int x = Math.min(tile * TILE + TILE / 2, grid.width() - 1);
                int value = area.value(left[x], line);
                if (value < 0) {
                    int i = line * width + left[x];
                    value = early.plain(x, i);
                    if (value >= 0 && value != late.plain(x, i)) value = -1;
                }
                values[tile] = value;
            }
        }

        /** Writes a row of the matte; tiles that have a value need no look. */
        private void carry(byte[] alpha, int y, int[] values) {
            boolean mixed = false;
            for (int tile = 0; tile < values.length; tile++) {
                int x = tile * TILE;
                int end = Math.min(x + TILE, grid.width());
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
            float place = Math.max(0, Math.min(height - 1, pictureY(grid, y) / picture.factor() - 0.5f));
            int first = (int) place;
            int above = first * width;
            int below = Math.min(first + 1, height - 1) * width;
            early.row(y);
            early.mixed(above, below, place - first);
            late.row(y);
            late.mixed(above, below, place - first);
            mix(trust, above, below, place - first, 1, trustRow);
        }

        private void carry(byte[] alpha, int y, int from, int to) {
            int at = y * grid.width();
            for (int x = from; x < to; x++) {
                int k = left[x];
                float f = share[x];
                int a = early.at(x, k, f);
                int b = late.at(x, k, f);
                float share = trustRow[k] + f * (trustRow[k + 1] - trustRow[k]);
                alpha[at + x] = (byte) (int) (share * a + (1 - share) * b + 0.5f);
            }
        }
    }

    /** A matte to be read where a flow points to, in places of its own grid. */
    private static final class Sampled {
        private final Known known;
        private final Matte grid;
        private final OpticalFlow.Field flow;
        /** How many places of its grid one pixel of the flow is. */
        private final float scaleX;

        private final float scaleY;
        /** Where it has the columns of the grid that is made. */
        private final float[] columns;

        private final float[] rowX;
        private final float[] rowY;
        private float row;

        Sampled(Known known, OpticalFlow.Field flow, Matte grid) {
            this.known = known;
            this.flow = flow;
            this.grid = grid;
            Matte matte = known.matte();
            Region region = matte.region();
            float perPixel = (float) matte.width() / region.width();
            scaleX = known.picture().factor() * perPixel;
            scaleY = (float) known.picture().factor() * matte.height() / region.height();
            columns = new float[grid.width()];
            for (int x = 0; x < columns.length; x++) columns[x] = (pictureX(grid, x) - region.left()) * perPixel - 0.5f;
            rowX = new float[flow.width() + 1];
            rowY = new float[flow.width() + 1];
        }

        /** Goes to a row of the grid that is made. */
        void row(int y) {
            Region region = known.matte().region();
            row = (pictureY(grid, y) - region.top()) * known.matte().height() / region.height() - 0.5f;
        }

        /** Takes the motion from between two rows of it. */
        void mixed(int above, int below, float share) {
            mix(flow.x(), above, below, share, scaleX, rowX);
            mix(flow.y(), above, below, share, scaleY, rowY);
        }

        /** Returns the one value around where a pixel of the flow leads, or -1. */
        int plain(int x, int pixel) {
            return known.tiles().value(columns[x] + flow.x()[pixel] * scaleX, row + flow.y()[pixel] * scaleY);
        }

        int at(int x, int k, float share) {
            float right = rowX[k] + share * (rowX[k + 1] - rowX[k]);
            float down = rowY[k] + share * (rowY[k + 1] - rowY[k]);
            return known.matte().atGrid(columns[x] + right, row + down);
        }
    }

    private static float pictureX(Matte grid, int x) {
        return grid.region().left() + (x + 0.5f) * grid.region().width() / grid.width();
    }

    private static float pictureY(Matte grid, int y) {
        return grid.region().top() + (y + 0.5f) * grid.region().height() / grid.height();
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
