package reelskill.studio.matte;

import java.util.Arrays;
import reelskill.studio.matte.MatteMotion.Known;
import reelskill.studio.matte.OpticalFlow.Field;

/**
 * The cells of a picture in which its matte is not the same everywhere, or may not be: those that both neighbours show to
 * be nobody or somebody through and through, where the coarse motion leads, need no closer look.
 */
final class EdgeArea {
    /** In pixels of the finest level of motion. */
    private static final int SIDE = 4;

    private final int columns;
    private final int rows;
    private final int[] values;

    EdgeArea(Known before, Field back, Known after, Field ahead) {
        Pyramid.Level level = before.picture().levels().get(0);
        columns = (level.width() + SIDE - 1) / SIDE;
        rows = (level.height() + SIDE - 1) / SIDE;
        values = new int[columns * rows];
        Arrays.fill(values, -1);
        Source early = new Source(before, back);
        Source late = new Source(after, ahead);
        for (int i = 0; i < values.length; i++) {
            int value = early.value(i % columns, i / columns);
            if (value == late.value(i % columns, i / columns)) values[i] = value;
        }
    }

    /** A matte to be asked where a cell comes from. */
    private final class Source {
        private final Known known;
        private final Field motion;
        private final float cellWidth;
        private final float cellHeight;

        Source(Known known, Field motion) {
            this.known = known;
            this.motion = motion;
            Region region = known.matte().region();
            int cell = SIDE * known.picture().factor();
            cellWidth = (float) cell * known.matte().width() / region.width();
            cellHeight = (float) cell * known.matte().height() / region.height();
        }

        int value(int column, int row) {
            Region region = known.matte().region();
            int cell = SIDE * known.picture().factor();
            int at = Math.min(motion.height() - 1, row * motion.height() / rows) * motion.width()
                    + Math.min(motion.width() - 1, column * motion.width() / columns);
            float x = column + 0.5f - (float) region.left() / cell + motion.x()[at] * columns / motion.width();
            float y = row + 0.5f - (float) region.top() / cell + motion.y()[at] * rows / motion.height();
            return known.cells().value(x * cellWidth, y * cellHeight);
        }
    }

    /** Returns the one value that a matte has around a pixel of the finest level, or -1. */
    int value(int x, int y) {
        return values[y / SIDE * columns + x / SIDE];
    }

    /** Returns whether a square of the finest level touches the area. */
    boolean touches(int left, int top, int side) {
        int right = Math.min(columns - 1, (left + side - 1) / SIDE);
        int bottom = Math.min(rows - 1, (top + side - 1) / SIDE);
        for (int y = top / SIDE; y <= bottom; y++) {
            for (int x = left / SIDE; x <= right; x++) if (values[y * columns + x] < 0) return true;
        }
        return false;
    }
}
