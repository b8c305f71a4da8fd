package reelskill.studio.steady;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Where each picture has to be moved to so that the camera seems to have gone a calm way: its own, smoothed. No picture is
 * moved further than the margin allows.
 *
 * @param corrections one for each picture
 * @param enlargement what all of them have to be enlarged by, so that no edge shows
 */
record CalmWay(List<Move> corrections, double enlargement) {
    /** Over which time the camera's way is smoothed: a standard deviation, in seconds. */
    private static final double GENTLENESS = 0.7;
    /** As much of the margin as shifts may take; turns and growth take the rest. */
    private static final double SHARE_OF_SHIFTS = 0.75;

    private static final double FARTHEST_TURN = 0.6;
    private static final int ROUNDS = 20;

    /**
     * @param moves from each picture to the next; empty where another shot begins
     * @param shape height to width
     * @param most how much of each side may be lost
     */
    static CalmWay of(List<Optional<Move>> moves, double fps, double shape, double most) {
        List<Move> corrections = new ArrayList<>();
        List<Move> way = new ArrayList<>(List.of(Move.NONE));
        for (Optional<Move> move : moves) {
            if (move.isEmpty()) {
                corrections.addAll(corrected(way, fps, shape, most));
                way = new ArrayList<>(List.of(Move.NONE));
            } else {
                way.add(way.get(way.size() - 1).plus(move.get()));
            }
        }
        corrections.addAll(corrected(way, fps, shape, most));
        double needed = corrections.stream()
                .mapToDouble(move -> enlargement(move, shape))
                .max()
                .orElse(1);
        return new CalmWay(List.copyOf(corrections), needed);
    }

    private static List<Move> corrected(List<Move> way, double fps, double shape, double most) {
        List<Move> corrections = new ArrayList<>();
        double sigma = Math.max(1, GENTLENESS * fps);
        for (int i = 0; i < way.size(); i++) {
            Move wanted = smoothed(way, i, sigma).minus(way.get(i));
            double shift = SHARE_OF_SHIFTS * most;
            double turn = FARTHEST_TURN * most * Math.min(1, shape);
            corrections.add(new Move(
                    bounded(wanted.x(), shift),
                    bounded(wanted.y(), shift * shape),
                    bounded(wanted.angle(), turn),
                    bounded(wanted.growth(), most / 4)));
        }
        return corrections;
    }

    /** Nearly the same up to half of the bound, and never beyond it: a hard stop would be a jolt. */
    private static double bounded(double value, double bound) {
        double half = bound / 2;
        if (Math.abs(value) <= half) return value;
        return Math.signum(value) * (half + half * Math.tanh((Math.abs(value) - half) / half));
    }

    /** At the ends of a shot its first and last pictures are taken to have stood there for longer. */
    private static Move smoothed(List<Move> way, int at, double sigma) {
        return new Move(
                mean(way, at, sigma, Move::x),
                mean(way, at, sigma, Move::y),
                mean(way, at, sigma, Move::angle),
                mean(way, at, sigma, Move::growth));
    }

    private static double mean(List<Move> way, int at, double sigma, ToDoubleFunction<Move> part) {
        int reach = (int) Math.ceil(3 * sigma);
        double sum = 0;
        double weights = 0;
        for (int i = at - reach; i <= at + reach; i++) {
            double away = (i - at) / sigma;
            double weight = Math.exp(-away * away / 2);
            // Mirrored at the ends, so that a pan goes on there instead of slowing down.
            sum += weight * mirrored(way, i, part);
            weights += weight;
        }
        return sum / weights;
    }

    private static double mirrored(List<Move> way, int at, ToDoubleFunction<Move> part) {
        int last = way.size() - 1;
        if (at >= 0 && at <= last) return part.applyAsDouble(way.get(at));
        int edge = at < 0 ? 0 : last;
        int inside = Math.max(0, Math.min(last, 2 * edge - at));
        return 2 * part.applyAsDouble(way.get(edge)) - part.applyAsDouble(way.get(inside));
    }

    /** Returns by how much a picture so moved has to be enlarged to cover where it was. */
    private static double enlargement(Move move, double shape) {
        double enlarged = 1;
        for (int i = 0; i < ROUNDS; i++) {
            double reach = reach(move, shape, enlarged);
            if (reach <= 1) return enlarged;
            enlarged *= reach + 1e-4;
        }
        return enlarged;
    }

    /** Returns how far from the picture's middle its corners' colours come from, at most; 1 is its edge. */
    private static double reach(Move move, double shape, double enlarged) {
        double reach = 0;
        double cos = Math.cos(move.angle());
        double sin = Math.sin(move.angle());
        double growth = Math.exp(move.growth());
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner % 2 == 0 ? -0.5 : 0.5) / enlarged - move.x();
            double y = (corner < 2 ? -0.5 : 0.5) * shape / enlarged - move.y();
            double fromX = Math.abs(cos * x + sin * y) / growth;
            double fromY = Math.abs(-sin * x + cos * y) / growth;
            reach = Math.max(reach, Math.max(fromX / 0.5, fromY / (0.5 * shape)));
        }
        return reach;
    }
}
