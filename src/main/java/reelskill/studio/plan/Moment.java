package reelskill.studio.plan;

import java.time.Duration;
import reelskill.studio.timeline.Timeline;

/**
 * A moment of whatever length a timeline has: a share of it plus an offset. The start is share 0, the end share 1.
 *
 * @param share 0 to 1
 * @param offset may be negative
 */
public record Moment(double share, Duration offset) {
    public static final Moment START = at(Duration.ZERO);
    public static final Moment END = beforeEnd(Duration.ZERO);
    public static final Moment MIDDLE = new Moment(0.5, Duration.ZERO);

    public static Moment at(Duration time) {
        return new Moment(0, time);
    }

    public static Moment beforeEnd(Duration time) {
        return new Moment(1, time.negated());
    }

    /** Returns the frame of {@code timeline} nearest to this moment; outside of it where the moment is. */
    public long frame(Timeline timeline) {
        return frame(timeline, timeline.duration());
    }

    long frame(Timeline timeline, long total) {
        long way = timeline.rate().frames(offset.abs());
        return Math.round(share * total) + (offset.isNegative() ? -way : way);
    }
}
