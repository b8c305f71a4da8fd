package reelskill.studio.matte;

import java.util.Arrays;

/** Tells where a matte has one and the same value over a tile and those around it. */
final class PlainTiles {
    static final int SIDE = 2;

    private final int columns;
    private final int rows;
    private final byte[] values;

    private static final byte NONE = 1;
    private static final byte ALL = 2;

    PlainTiles(Matte matte) {
        columns = (matte.width() + SIDE - 1) / SIDE;
        rows = (matte.height() + SIDE - 1) / SIDE;
        byte[] tiles = new byte[columns * rows];
        Arrays.fill(tiles, (byte) (NONE | ALL));
        for (int y = 0; y < matte.height(); y++) {
            for (int x = 0, i = y * matte.width(); x < matte.width(); x++, i++) {
                // The network's near-certainty counts as certain.
                int value = matte.alpha()[i] & 255;
                tiles[y / SIDE * columns + x / SIDE] &= value <= 4 ? NONE : value >= 251 ? ALL : 0;
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
        int column = (int) (x / SIDE);
        int row = (int) (y / SIDE);
        if (column >= columns || row >= rows) return -1;
        int value = values[row * columns + column];
        return value == NONE ? 0 : value == ALL ? 255 : -1;
    }
}
