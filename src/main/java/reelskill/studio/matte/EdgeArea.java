package reelskill.studio.matte;

/** The parts of a picture in which a matte is neither all person nor all background, and some way around them. */
final class EdgeArea {
    private static final int CELL = 16;
    /** How far an edge may have moved between a picture and its neighbour, in cells. */
    private static final int REACH = 3;

    private final int columns;
    private final int rows;
    private final boolean[] marked;

    EdgeArea(int width, int height, Matte matte) {
        columns = (width + CELL - 1) / CELL;
        rows = (height + CELL - 1) / CELL;
        boolean[] edges = new boolean[columns * rows];
        note(matte, edges);
        marked = new boolean[edges.length];
        for (int i = 0; i < edges.length; i++) if (edges[i]) spread(i % columns, i / columns);
    }

    private EdgeArea(int columns, int rows, boolean[] marked) {
        this.columns = columns;
        this.rows = rows;
        this.marked = marked;
    }

    /** Returns this area together with another one of the same size. */
    EdgeArea and(EdgeArea other) {
        boolean[] both = marked.clone();
        for (int i = 0; i < both.length; i++) both[i] |= other.marked[i];
        return new EdgeArea(columns, rows, both);
    }

    private void note(Matte matte, boolean[] edges) {
        Region region = matte.region();
        byte[] alpha = matte.alpha();
        for (int y = 0; y < matte.height(); y++) {
            int row = Math.min(rows - 1, (region.top() + y * region.height() / matte.height()) / CELL) * columns;
            int last = alpha[y * matte.width()] & 255;
            for (int x = 0; x < matte.width(); x++) {
                int value = alpha[y * matte.width() + x] & 255;
                boolean edge = (value > 4 && value < 251) || Math.abs(value - last) > 4;
                last = value;
                if (!edge) continue;
                int column = (region.left() + x * region.width() / matte.width()) / CELL;
                edges[row + Math.min(columns - 1, column)] = true;
            }
        }
    }

    private void spread(int x, int y) {
        for (int dy = Math.max(0, y - REACH); dy <= Math.min(rows - 1, y + REACH); dy++) {
            for (int dx = Math.max(0, x - REACH); dx <= Math.min(columns - 1, x + REACH); dx++) {
                marked[dy * columns + dx] = true;
            }
        }
    }

    /** Returns whether a square of the picture touches the area. */
    boolean touches(int left, int top, int side) {
        int right = Math.min(columns - 1, (left + side - 1) / CELL);
        int bottom = Math.min(rows - 1, (top + side - 1) / CELL);
        for (int y = top / CELL; y <= bottom; y++) {
            for (int x = left / CELL; x <= right; x++) if (marked[y * columns + x]) return true;
        }
        return false;
    }
}
