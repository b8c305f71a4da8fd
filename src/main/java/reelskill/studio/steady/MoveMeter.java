package reelskill.studio.steady;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Measures how the camera moved from one picture to the next: patches all over the picture are found again (Lucas and
 * Kanade, 1981, from coarse to fine), and the one move is taken that most of them agree with; people who walk by do not.
 */
final class MoveMeter {
    private static final int STRIDE = 16;
    private static final int RADIUS = 6;
    private static final int STEPS = 6;
    private static final float STILL = 0.02f;
    /** The least mean squared slope of a patch that can be found again. */
    private static final float LEAST_TEXTURE = 4;

    private static final int FEWEST = 12;
    private static final int FITS = 8;
    /** A patch that lands further off than this, in pixels of the small picture, is none of the camera's doing. */
    private static final double LARGEST_MISS = 1.5;

    private static final double LEAST_AGREEING = 0.35;

    private MoveMeter() {}

    /** A patch of the first picture, from the middle of it, and where it went. */
    private record Match(double x, double y, double toX, double toY) {}

    /** Returns how {@code from} moved to become {@code to}; empty where too little agrees, as at a cut. */
    static Optional<Move> between(List<Gray> from, List<Gray> to) {
        List<Match> matches = matches(from, to);
        if (matches.size() < FEWEST) return Optional.empty();
        double[] weights = new double[matches.size()];
        Arrays.fill(weights, 1);
        double[] fit = {1, 0, median(matches, true), median(matches, false)};
        double width = from.get(0).width();
        int agreeing = 0;
        for (int i = 0; i < FITS; i++) {
            double bound = Math.max(LARGEST_MISS, 6.0 / (i + 1));
            agreeing = weigh(matches, fit, bound, weights);
            if (agreeing < FEWEST) return Optional.empty();
            fit = fitted(matches, weights);
        }
        if (agreeing < LEAST_AGREEING * matches.size()) return Optional.empty();
        double scale = Math.hypot(fit[0], fit[1]);
        return Optional.of(new Move(fit[2] / width, fit[3] / width, Math.atan2(fit[1], fit[0]), Math.log(scale)));
    }

    private static double median(List<Match> matches, boolean isX) {
        double[] moves = matches.stream()
                .mapToDouble(match -> isX ? match.toX() - match.x() : match.toY() - match.y())
                .sorted()
                .toArray();
        return moves[moves.length / 2];
    }

    private static int weigh(List<Match> matches, double[] fit, double bound, double[] weights) {
        int agreeing = 0;
        for (int i = 0; i < weights.length; i++) {
            Match match = matches.get(i);
            double missX = fit[0] * match.x() - fit[1] * match.y() + fit[2] - match.toX();
            double missY = fit[1] * match.x() + fit[0] * match.y() + fit[3] - match.toY();
            double miss = Math.hypot(missX, missY) / bound;
            weights[i] = miss < 1 ? (1 - miss * miss) * (1 - miss * miss) : 0;
            if (miss < 1) agreeing++;
        }
        return agreeing;
    }

    /** Returns the turn, enlargement and shift that fit best: least squares, in closed form. */
    private static double[] fitted(List<Match> matches, double[] weights) {
        double sum = 0;
        double x = 0;
        double y = 0;
        double toX = 0;
        double toY = 0;
        for (int i = 0; i < weights.length; i++) {
            Match match = matches.get(i);
            sum += weights[i];
            x += weights[i] * match.x();
            y += weights[i] * match.y();
            toX += weights[i] * match.toX();
            toY += weights[i] * match.toY();
        }
        double size = 1e-9;
        double along = 0;
        double across = 0;
        for (int i = 0; i < weights.length; i++) {
            Match match = matches.get(i);
            double fromX = match.x() - x / sum;
            double fromY = match.y() - y / sum;
            double movedX = match.toX() - toX / sum;
            double movedY = match.toY() - toY / sum;
            size += weights[i] * (fromX * fromX + fromY * fromY);
            along += weights[i] * (fromX * movedX + fromY * movedY);
            across += weights[i] * (fromX * movedY - fromY * movedX);
        }
        double a = along / size;
        double b = across / size;
        return new double[] {a, b, (toX - a * x + b * y) / sum, (toY - b * x - a * y) / sum};
    }

    private static List<Match> matches(List<Gray> from, List<Gray> to) {
        Gray finest = from.get(0);
        List<Match> matches = new ArrayList<>();
        for (int y = STRIDE; y < finest.height() - STRIDE; y += STRIDE) {
            for (int x = STRIDE; x < finest.width() - STRIDE; x += STRIDE) {
                float[] shift = {0, 0};
                boolean found = true;
                for (int level = from.size() - 1; level >= 0 && found; level--) {
                    shift[0] *= 2;
                    shift[1] *= 2;
                    float scale = 1f / (1 << level);
                    found = follow(from.get(level), to.get(level), x * scale, y * scale, shift) || level > 0;
                }
                double middleX = x - finest.width() / 2.0;
                double middleY = y - finest.height() / 2.0;
                if (found) matches.add(new Match(middleX, middleY, middleX + shift[0], middleY + shift[1]));
            }
        }
        return matches;
    }

    /** Improves {@code shift}, and returns whether the patch has enough in it to be found again and was. */
    private static boolean follow(Gray from, Gray to, float x, float y, float[] shift) {
        float xx = 0;
        float xy = 0;
        float yy = 0;
        int side = 2 * RADIUS + 1;
        float[] values = new float[side * side];
        float[] slopesX = new float[values.length];
        float[] slopesY = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            float atX = x + i % side - RADIUS;
            int row = i / side;
            float atY = y + row - RADIUS;
            values[i] = from.at(atX, atY);
            slopesX[i] = (from.at(atX + 1, atY) - from.at(atX - 1, atY)) / 2;
            slopesY[i] = (from.at(atX, atY + 1) - from.at(atX, atY - 1)) / 2;
            xx += slopesX[i] * slopesX[i];
            xy += slopesX[i] * slopesY[i];
            yy += slopesY[i] * slopesY[i];
        }
        float determinant = xx * yy - xy * xy;
        float weakest = (xx + yy - (float) Math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy)) / 2;
        if (weakest < LEAST_TEXTURE * values.length) return false;
        float[] start = shift.clone();
        for (int step = 0; step < STEPS; step++) {
            float bx = 0;
            float by = 0;
            for (int i = 0; i < values.length; i++) {
                int row = i / side;
                float miss = values[i] - to.at(x + i % side - RADIUS + shift[0], y + row - RADIUS + shift[1]);
                bx += miss * slopesX[i];
                by += miss * slopesY[i];
            }
            float moveX = (yy * bx - xy * by) / determinant;
            float moveY = (xx * by - xy * bx) / determinant;
            shift[0] += moveX;
            shift[1] += moveY;
            if (Math.abs(moveX) + Math.abs(moveY) < STILL) break;
        }
        boolean kept = Math.hypot(shift[0] - start[0], shift[1] - start[1]) <= 2 * RADIUS;
        if (!kept) System.arraycopy(start, 0, shift, 0, 2);
        return kept;
    }
}
