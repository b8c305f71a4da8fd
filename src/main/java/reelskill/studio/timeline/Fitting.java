package reelskill.studio.timeline;

import java.util.List;

/**
 * How a picture comes onto a canvas of another shape; without it, whole before a blurred copy of itself.
 *
 * @param how what becomes of the room beside it, or of what does not fit
 * @param path where the subject is, in order of time, for {@link How#FOLLOW}; empty for all others
 */
public record Fitting(How how, List<Spot> path) implements Effect {
    /** What is done with the difference of shapes. */
    public enum How {
        /** All of it is shown, before black. */
        BARS,
        /** The canvas is filled; what does not fit is cut off on both sides alike. */
        FILL,
        /** The canvas is filled, around the subject as it moves. */
        FOLLOW
    }

    /**
     * A place that the picture is centred on, as far as its edges allow.
     *
     * @param millis of the media's own time
     * @param x in shares of the picture as filmed, 0 for its left edge; {@code y} for its top edge
     * @param jumps whether it is there at once, as after a cut, and does not go there from the spot before
     */
    public record Spot(long millis, double x, double y, boolean jumps) {
        public Spot {
            boolean inside = millis >= 0 && x >= 0 && x <= 1 && y >= 0 && y <= 1;
            if (!inside) throw new IllegalArgumentException("a spot at " + millis + " ms, " + x + ", " + y);
        }
    }

    public Fitting {
        path = List.copyOf(path);
        if (path.isEmpty() == (how == How.FOLLOW)) throw new IllegalArgumentException(how + " with " + path);
        for (int i = 1; i < path.size(); i++) {
            if (path.get(i).millis <= path.get(i - 1).millis)
                throw new IllegalArgumentException("not in order: " + path);
        }
    }

    /** Returns where the subject is at a moment of the media; before the first spot and after the last as it is there. */
    public Spot at(double millis) {
        int next = 0;
        while (next < path.size() && path.get(next).millis <= millis) next++;
        if (next == 0 || next == path.size() || path.get(next).jumps) return path.get(Math.max(0, next - 1));
        Spot from = path.get(next - 1);
        Spot to = path.get(next);
        double share = (millis - from.millis) / (to.millis - from.millis);
        return new Spot(Math.round(millis), from.x + share * (to.x - from.x), from.y + share * (to.y - from.y), false);
    }

    public static Fitting of(How how) {
        return new Fitting(how, List.of());
    }

    @Override
    public Class<Fitting> kind() {
        return Fitting.class;
    }
}
