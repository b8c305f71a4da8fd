package reelskill.studio.matte;

/** The matte of a picture between two whose mattes are known: both are carried along the motion and mixed. */
final class MatteMotion {
    private static final int TILE = 4;

    private final Pyramid picture;
    private final Neighbour before;
    private final Neighbour after;

    /**
     * A picture whose matte is known.
     *
     * @param distance how many frames away it is
     */
    record Neighbour(Pyramid picture, Matte matte, int distance) {}

    MatteMotion(Pyramid picture, Neighbour before, Neighbour after) {
        this.picture = picture;
        this.before = before;
        this.after = after;
    }

    Matte matte() {
        boolean nobody = before.matte().isEmpty() && after.matte().isEmpty();
        if (nobody) return before.matte();
        Matte grid = before.matte().region().area() >= after.matte().region().area() ? before.matte() : after.matte();
        EdgeArea area = new EdgeArea(picture.width(), picture.height(), before.matte(), after.matte());
        OpticalFlow.Field back = OpticalFlow.between(picture, before.picture(), area);
        OpticalFlow.Field ahead = OpticalFlow.between(picture, after.picture(), area);
        float[] trust = trust(back, ahead);
        byte[] alpha = new byte[grid.alpha().length];
        boolean alike = before.matte().hasGridOf(after.matte());
        Plain early = new Plain(before.matte());
        Plain late = new Plain(after.matte());
        Carrier carrier = new Carrier(grid, back, ahead, trust);
        for (int y = 0; y < grid.height(); y++) {
            boolean mixed = false;
            for (int x = 0; x < grid.width(); x += TILE) {
                int value = alike ? carrier.plain(early, late, x, y) : -1;
                int end = Math.min(x + TILE, grid.width());
                if (value >= 0) {
                    java.util.Arrays.fill(alpha, y * grid.width() + x, y * grid.width() + end, (byte) value);
                } else {
                    if (!mixed) carrier.row(y);
                    mixed = true;
                    carrier.carry(alpha, y, x, end);
                }
            }
        }
        return new Matte(grid.region(), grid.width(), grid.height(), alpha);
    }

    /** Carries both mattes to places of a grid, row by row: what is known per row is computed once. */
    private final class Carrier {
        private final Matte grid;
        private final float[][] planes;
        private final int width;
        private final int height;
        private final float[][] row = new float[5][];
        private final int[] left;
        private final float[] share;

        Carrier(Matte grid, OpticalFlow.Field back, OpticalFlow.Field ahead, float[] trust) {
            this.grid = grid;
            planes = new float[][] {back.x(), back.y(), ahead.x(), ahead.y(), trust};
            width = back.width();
            height = back.height();
            for (int p = 0; p < planes.length; p++) row[p] = new float[width + 1];
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

        /** Returns the one value that a tile comes from in both mattes, or -1. */
        int plain(Plain early, Plain late, int x, int y) {
            int middle = Math.min(x + TILE / 2, grid.width() - 1);
            float down = pictureY(Math.min(y - y % TILE + TILE / 2, grid.height() - 1)) / picture.factor();
            int i = Math.min((int) down, height - 1) * width + left[middle];
            float scaleX =
                    (float) picture.factor() * grid.width() / grid.region().width();
            float scaleY =
                    (float) picture.factor() * grid.height() / grid.region().height();
            int value = early.value(x + planes[0][i] * scaleX, y + planes[1][i] * scaleY);
            if (value < 0) return value;
            return value == late.value(x + planes[2][i] * scaleX, y + planes[3][i] * scaleY) ? value : -1;
        }

        void row(int y) {
            float place = Math.max(0, Math.min(height - 1, pictureY(y) / picture.factor() - 0.5f));
            int first = (int) place;
            int above = first * width;
            int below = Math.min(first + 1, height - 1) * width;
            for (int p = 0; p < planes.length; p++) mix(planes[p], above, below, place - first, row[p]);
        }

        private void mix(float[] plane, int above, int below, float share, float[] mixed) {
            for (int x = 0; x < width; x++) mixed[x] = plane[above + x] * (1 - share) + plane[below + x] * share;
            mixed[width] = mixed[width - 1];
        }

        void carry(byte[] alpha, int y, int from, int to) {
            int factor = picture.factor();
            float pictureY = pictureY(y);
            for (int x = from; x < to; x++) {
                float pictureX = pictureX(x);
                int k = left[x];
                float f = share[x];
                int a = before.matte().at(pictureX + of(0, k, f) * factor, pictureY + of(1, k, f) * factor);
                int b = after.matte().at(pictureX + of(2, k, f) * factor, pictureY + of(3, k, f) * factor);
                float early = of(4, k, f);
                alpha[y * grid.width() + x] = (byte) (int) (early * a + (1 - early) * b + 0.5f);
            }
        }

        private float of(int plane, int k, float share) {
            return row[plane][k] * (1 - share) + row[plane][k + 1] * share;
        }
    }

    /** Returns the share of the earlier matte in each pixel: more where its picture fits better and is nearer. */
    private float[] trust(OpticalFlow.Field back, OpticalFlow.Field ahead) {
        float[] early = misfit(back, before.picture());
        float[] late = misfit(ahead, after.picture());
        float[] trust = new float[early.length];
        for (int i = 0; i < trust.length; i++) {
            float a = after.distance() * (late[i] + 4);
            float b = before.distance() * (early[i] + 4);
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

    /** Tells where a matte has one and the same value over a tile and those around it. */
    private static final class Plain {
        private final int columns;
        private final int rows;
        private final byte[] values;

        private static final byte NONE = 1;
        private static final byte ALL = 2;

        Plain(Matte matte) {
            columns = (matte.width() + TILE - 1) / TILE;
            rows = (matte.height() + TILE - 1) / TILE;
            byte[] tiles = new byte[columns * rows];
            java.util.Arrays.fill(tiles, (byte) (NONE | ALL));
            for (int y = 0; y < matte.height(); y++) {
                for (int x = 0, i = y * matte.width(); x < matte.width(); x++, i++) {
                    // The network's near-certainty counts as certain.
                    int value = matte.alpha()[i] & 255;
                    tiles[y / TILE * columns + x / TILE] &= value <= 4 ? NONE : value >= 251 ? ALL : 0;
                }
            }
            byte[] across = new byte[tiles.length];
            for (int i = 0; i < tiles.length; i++)
                across[i] = (byte) (tiles[i] & tiles[Math.max(0, i - 1)] & tiles[Math.min(i + 1, tiles.length - 1)]);
            values = new byte[tiles.length];
            for (int i = 0; i < tiles.length; i++) {
                int above = across[Math.max(i % columns, i - columns)];
                int below = i + columns < tiles.length ? across[i + columns] : across[i];
                values[i] = (byte) (across[i] & above & below);
            }
        }

        /** Returns the value around a place of the grid, or -1 if it has several there. */
        int value(float x, float y) {
            if (x < 0 || y < 0) return -1;
            int column = (int) (x / TILE);
            int row = (int) (y / TILE);
            if (column >= columns || row >= rows) return -1;
            int value = values[row * columns + column];
            return value == NONE ? 0 : value == ALL ? 255 : -1;
        }
    }
}
