package reelskill.studio.analysis;

import java.util.Arrays;
import java.util.Optional;
import reelskill.media.Resolution;
import reelskill.studio.matte.PersonPlace.Place;

/** What changes from each small picture to the next: everything at a cut, a part where something moves. Not thread-safe. */
final class FrameChange {
    /** A mean change of luma, of 255 steps, that only a cut makes; a smaller one is a cut by its suddenness. */
    private static final double CUT = 30;

    private static final double SUDDEN = 5;
    private static final double LEAST_SUDDEN = 6;
    private static final double MEMORY = 0.8;
    private static final int TILE = 8;
    /** A tile's mean change that is more than noise and the codec's. */
    private static final double MOVES = 6;
    /** What even a person who keeps still does, breathing and blinking. */
    private static final double STIRS = 1.5;

    private static final double AROUND = 0.1;
    private static final double GOOD_PART = 0.3;
    /** When more of the picture changes, it is the camera that moves. */
    private static final double MOST_MOVING = 0.35;

    private static final double LEAST_MOVING = 0.004;

    private final int width;
    private final int columns;
    private final int rows;
    private final double[] moved;
    private byte[] before = new byte[0];
    private double usual = 1;
    private int frames;

    FrameChange(Resolution size) {
        width = size.width();
        columns = size.width() / TILE;
        rows = size.height() / TILE;
        moved = new double[columns * rows];
    }

    /** Takes the next picture, luma first, and returns whether it belongs to another shot than the one before. */
    boolean next(byte[] picture) {
        if (before.length == 0) {
            before = picture.clone();
            return false;
        }
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double change = change(picture, column * TILE, row * TILE);
                moved[row * columns + column] += change;
                sum += change;
            }
        }
        frames++;
        System.arraycopy(picture, 0, before, 0, before.length);
        double change = sum / (rows * columns);
        boolean cut = change > CUT || (change > LEAST_SUDDEN && change > SUDDEN * usual);
        usual = Math.max(0.5, MEMORY * usual + (1 - MEMORY) * change);
        if (cut) forgetMotion();
        return cut;
    }

    private double change(byte[] picture, int left, int top) {
        int sum = 0;
        for (int y = top; y < top + TILE; y++) {
            for (int i = y * width + left; i < y * width + left + TILE; i++) {
                sum += Math.abs((picture[i] & 255) - (before[i] & 255));
            }
        }
        return (double) sum / (TILE * TILE);
    }

    /** Returns the middle of what moved since it was last forgotten; nothing where all did, or next to nothing. */
    Optional<Place> moving() {
        double mass = 0;
        double x = 0;
        double y = 0;
        int tiles = 0;
        for (int i = 0; i < moved.length; i++) {
            double change = moved[i] / Math.max(1, frames);
            if (change < MOVES) continue;
            tiles++;
            mass += change;
            int row = i / columns;
            x += change * (i % columns + 0.5) / columns;
            y += change * (row + 0.5) / rows;
        }
        boolean apart = tiles >= Math.max(2, LEAST_MOVING * moved.length) && tiles <= MOST_MOVING * moved.length;
        return apart ? Optional.of(new Place(x / mass, y / mass, (double) tiles / moved.length)) : Optional.empty();
    }

    /** Returns whether a good part of what moved by itself did so around a place, in shares of the width. */
    boolean moves(double x) {
        if (moving().isEmpty()) return false;
        double all = 0;
        double near = 0;
        for (int i = 0; i < moved.length; i++) {
            double change = moved[i] / Math.max(1, frames);
            if (change < MOVES) continue;
            all += change;
            if (Math.abs((i % columns + 0.5) / columns - x) <= AROUND) near += change;
        }
        return near >= GOOD_PART * all;
    }

    /** Returns whether anything at all moved around a place, in shares of the width, since it was last forgotten. */
    boolean stirs(double x) {
        int from = (int) Math.max(0, (x - AROUND) * columns);
        int to = (int) Math.min(columns - 1, (x + AROUND) * columns);
        for (int i = 0; i < moved.length; i++) {
            boolean near = i % columns >= from && i % columns <= to;
            if (near && moved[i] / Math.max(1, frames) > STIRS) return true;
        }
        return false;
    }

    void forgetMotion() {
        Arrays.fill(moved, 0);
        frames = 0;
    }
}
