package reelskill.studio.matte;

import java.util.Arrays;

/** Tells where a matte has one and the same value over a tile and those around it. Outside of its grid there is nobody. */
final class PlainTiles {
    private static final byte NONE = 1;
    private static final byte ALL = 2;

    private final int side;
    private final int columns;
    private final int rows;
    private final byte[] values;

    /** @param side of a tile, in places of the matte's grid */
    PlainTiles(Matte matte, int side) {
        this.side = side;
        columns = (matte.width() + side - 1) / side;
        rows = (matte.height() + side - 1) / side;
        byte[] tiles = new byte[columns * rows];
        Arrays.fill(tiles, (byte) (NONE | ALL));
        byte[] alpha = matte.alpha();
        for (int y = 0, i = 0; y < matte.height(); y++) {
            int row = y / side * columns;
            for (int tile = row, x = 0; x < matte.width(); tile++) {
                int all = NONE | ALL;
                for (int end = Math.min(x + side, matte.width()); x < end; x++, i++) all &= kind(alpha[i] & 255);
                tiles[tile] &= (byte) all;
            }
        }
        values = around(tiles);
    }

    /** The network's near-certainty counts as certain. */
    private static int kind(int value) {
        return value <= 4 ? NONE : value >= 251 ? ALL : 0;
    }

    /** Returns what each tile has in common with those beside, above and below it. */
    private byte[] around(byte[] tiles) {
        byte[] across = new byte[tiles.length];
        for (int i = 0; i < tiles.length; i++)
            across[i] = (byte) (tiles[i] & tiles[Math.max(0, i - 1)] & tiles[Math.min(i + 1, tiles.length - 1)]);
        byte[] around = new byte[tiles.length];
        for (int i = 0; i < tiles.length; i++) {
            int above = across[Math.max(i % columns, i - columns)];
            int below = i + columns < tiles.length ? across[i + columns] : across[i];
            around[i] = (byte) (across[i] & above & below);
        }
        return around;
    }

    /** Returns the value around a place of the grid, or -1 if it has several there. */
    int value(float x, float y) {
        int column = (int) Math.floor(x / side);
        int row = (int) Math.floor(y / side);
        if (column < -1 || row < -1 || column > columns || row > rows) return 0;
        int inside = Math.max(0, Math.min(rows - 1, row)) * columns + Math.max(0, Math.min(columns - 1, column));
        int value = values[inside];
        if (column < 0 || row < 0 || column >= columns || row >= rows) return value == NONE ? 0 : -1;
        return value == NONE ? 0 : value == ALL ? 255 : -1;
    }
}
