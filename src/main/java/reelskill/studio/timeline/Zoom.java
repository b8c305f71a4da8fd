package reelskill.studio.timeline;

/**
 * Goes nearer to a point of the finished picture, or away from it, steadily; outside of its frames it stands.
 *
 * @param from how large the picture is at {@code first}, 1 to 8
 * @param to how large it is at {@code last}
 * @param x where the point is that stays where it is, in shares of the picture's sides; {@code y} too
 * @param first counted like the segment's in point, so that a split changes nothing; {@code last} too, after it
 */
public record Zoom(double from, double to, double x, double y, long first, long last) implements Effect {
    public static final double LARGEST = 8;

    public Zoom {
        boolean possible = isScale(from) && isScale(to) && isShare(x) && isShare(y) && last > first;
        if (!possible) throw new IllegalArgumentException("a zoom from " + from + " to " + to + " at " + x + ", " + y);
    }

    /** Returns how large the picture is at a frame, counted like {@link #first}. */
    public double at(long frame) {
        double way = (double) (frame - first) / (last - first);
        return from + (to - from) * Math.max(0, Math.min(1, way));
    }

    /** Returns the same zoom for the same of the media at another pace. */
    Zoom paced(Pace before, Pace after) {
        long one = after.played(before.position(first));
        long other = after.played(before.position(last));
        boolean turned = other < one;
        long begin = Math.max(0, Math.min(one, other));
        return new Zoom(turned ? to : from, turned ? from : to, x, y, begin, Math.max(begin + 1, Math.max(one, other)));
    }

    Zoom later(long frames) {
        return new Zoom(from, to, x, y, first + frames, last + frames);
    }

    /** Returns one that stands as this does at {@code frame}. */
    Zoom held(long frame) {
        return new Zoom(at(frame), at(frame), x, y, 0, 1);
    }

    private static boolean isScale(double scale) {
        return scale >= 1 && scale <= LARGEST;
    }

    private static boolean isShare(double share) {
        return share >= 0 && share <= 1;
    }

    @Override
    public Class<Zoom> kind() {
        return Zoom.class;
    }
}
