package reelskill.studio.handoff;

import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;

/** How a clip's media passes, in the numbers that other editors write down. */
record Retiming(Pace pace) {
    static Retiming of(MediaSegment media) {
        return new Retiming(media.pace());
    }

    boolean isAsFilmed() {
        return pace.equals(Pace.Speed.NORMAL);
    }

    boolean isFrozen() {
        return pace instanceof Pace.Freeze;
    }

    /** Returns frames of the media for each frame played; less than 0 backwards, 0 for a frozen one. */
    double scalar() {
        return pace instanceof Pace.Backwards ? -pace.factor() : pace.factor();
    }

    /** Returns the frame of the media that is seen when {@code played} frames have played. */
    long frame(long played) {
        double at = pace.position(played);
        return Math.max(0, (long) (pace instanceof Pace.Backwards ? Math.ceil(at - 1e-6) - 1 : Math.floor(at + 1e-6)));
    }

    /** Returns the first frame of the media, in its own order, that plays between {@code in} and {@code out}. */
    long earliest(long in, long out) {
        return Math.min(frame(in), frame(Math.max(in, out - 1)));
    }
}
