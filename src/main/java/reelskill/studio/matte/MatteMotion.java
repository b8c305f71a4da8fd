package reelskill.studio.matte;

/** The matte of a picture between two whose mattes are known: both are carried along the motion and mixed. */
final class MatteMotion {
    private static final int TILE = 8;

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
        Plain plain = new Plain(before.matte(), after.matte(), reach(back, ahead, grid));
        for (int y = 0; y < grid.height(); y += TILE) {
            for (int x = 0; x < grid.width(); x += TILE) {
                int value = alike ? plain.value(x / TILE, y / TILE) : -1;
                if (value >= 0) fill(alpha, grid, x, y, (byte) value);
                else carry(alpha, grid, x, y, back, ahead, trust);
            }
        }
        return new Matte(grid.region(), grid.width(), grid.height(), alpha);
    }

    private static void fill(byte[] alpha, Matte grid, int left, int top, byte value) {
        int right = Math.min(left + TILE, grid.width());
        for (int y = top; y < Math.min(top + TILE, grid.height()); y++) {
            java.util.Arrays.fill(alpha, y * grid.width() + left, y * grid.width() + right, value);
        }
    }

    private void carry(
            byte[] alpha,
            Matte grid,
            int left,
            int top,
            OpticalFlow.Field back,
            OpticalFlow.Field ahead,
            float[] trust) {
        float scaleX = (float) grid.region().width() / grid.width();
        float scaleY = (float) grid.region().height() / grid.height();
        int factor = picture.factor();
        for (int y = top; y < Math.min(top + TILE, grid.height()); y++) {
            float pictureY = grid.region().top() + (y + 0.5f) * scaleY;
            for (int x = left; x < Math.min(left + TILE, grid.width()); x++) {
                float pictureX = grid.region().left() + (x + 0.5f) * scaleX;
                Place place = Place.of(back, pictureX / factor - 0.5f, pictureY / factor - 0.5f);
                float share = place.of(trust);
                int a = before.matte()
                        .at(pictureX + place.of(back.x()) * factor, pictureY + place.of(back.y()) * factor);
                int b = after.matte()
                        .at(pictureX + place.of(ahead.x()) * factor, pictureY + place.of(ahead.y()) * factor);
                alpha[y * grid.width() + x] = (byte) Math.round(share * a + (1 - share) * b);
            }
        }
    }

    /** Returns how far the fastest pixel goes, in tiles of the grid. */
    private int reach(OpticalFlow.Field back, OpticalFlow.Field ahead, Matte grid) {
        float far = Math.max(fastest(back), fastest(ahead));
        float inPicture = Math.min(EdgeArea.FARTHEST, far * picture.factor());
        float inGrid = inPicture * grid.width() / grid.region().width();
        return (int) (inGrid / TILE) + 1;
    }

    private static float fastest(OpticalFlow.Field field) {
        float far = 0;
        for (int i = 0; i < field.known().length; i++) {
            if (field.known()[i]) far = Math.max(far, Math.max(Math.abs(field.x()[i]), Math.abs(field.y()[i])));
        }
        return far;
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
            int x = Math.max(0, Math.min(width - 1, Math.round(i % width + field.x()[i])));
            int y = Math.max(0, Math.min(field.height() - 1, Math.round(row + field.y()[i])));
            misfit[i] = Math.abs(here[i] - there[y * width + x]);
        }
        return misfit;
    }

    /** Four pixels around a place of a field and their weights. */
    private record Place(int a, int b, int c, int d, float wa, float wb, float wc, float wd) {
        static Place of(OpticalFlow.Field field, float x, float y) {
            float insideX = Math.max(0, Math.min(field.width() - 1, x));
            float insideY = Math.max(0, Math.min(field.height() - 1, y));
            int x0 = (int) insideX;
            int y0 = (int) insideY;
            int right = x0 + 1 < field.width() ? 1 : 0;
            int down = y0 + 1 < field.height() ? field.width() : 0;
            float fx = insideX - x0;
            float fy = insideY - y0;
            int at = y0 * field.width() + x0;
            return new Place(
                    at,
                    at + right,
                    at + down,
                    at + down + right,
                    (1 - fx) * (1 - fy),
                    fx * (1 - fy),
                    (1 - fx) * fy,
                    fx * fy);
        }

        float of(float[] plane) {
            return wa * plane[a] + wb * plane[b] + wc * plane[c] + wd * plane[d];
        }
    }

    /** Tells tiles around which both mattes have one and the same value, as far as motion reaches. */
    private static final class Plain {
        private final int columns;
        private final int rows;
        private final int[] least;
        private final int[] most;

        Plain(Matte one, Matte other, int reach) {
            columns = (one.width() + TILE - 1) / TILE;
            rows = (one.height() + TILE - 1) / TILE;
            int[] low = new int[columns * rows];
            int[] high = new int[columns * rows];
            java.util.Arrays.fill(low, 255);
            if (one.hasGridOf(other)) {
                note(one, low, high);
                note(other, low, high);
            }
            least = spread(low, reach, true);
            most = spread(high, reach, false);
        }

        /** Returns the value of a tile, or -1 if it has several. The network's near-certainty counts as certain. */
        int value(int column, int row) {
            int i = row * columns + column;
            if (most[i] <= 4) return 0;
            return least[i] >= 251 ? 255 : -1;
        }

        private void note(Matte matte, int[] low, int[] high) {
            for (int y = 0; y < matte.height(); y++) {
                for (int x = 0; x < matte.width(); x++) {
                    int value = matte.alpha()[y * matte.width() + x] & 255;
                    int tile = y / TILE * columns + x / TILE;
                    low[tile] = Math.min(low[tile], value);
                    high[tile] = Math.max(high[tile], value);
                }
            }
        }

        private int[] spread(int[] tiles, int reach, boolean least) {
            int[] rowwise = new int[tiles.length];
            int[] both = new int[tiles.length];
            for (int i = 0; i < tiles.length; i++) rowwise[i] = around(tiles, i, reach, least, true);
            for (int i = 0; i < tiles.length; i++) both[i] = around(rowwise, i, reach, least, false);
            return both;
        }

        private int around(int[] tiles, int i, int reach, boolean least, boolean across) {
            int place = across ? i % columns : i / columns;
            int end = Math.min((across ? columns : rows) - 1, place + reach);
            int value = tiles[i];
            for (int k = Math.max(0, place - reach); k <= end; k++) {
                int other = tiles[across ? i - place + k : i + (k - place) * columns];
                value = least ? Math.min(value, other) : Math.max(value, other);
            }
            return value;
        }
    }
}
