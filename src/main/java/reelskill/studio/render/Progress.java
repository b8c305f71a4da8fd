package reelskill.studio.render;

import java.util.function.DoubleConsumer;

/** Turns shares of parts into a share of the whole that never falls. Not thread-safe. */
final class Progress {
    private final DoubleConsumer whole;
    private double reported;

    Progress(DoubleConsumer whole) {
        this.whole = whole;
    }

    /** Returns what takes the shares of a part of the whole, from 0 to 1. */
    DoubleConsumer part(double from, double to) {
        return share -> report(from + (to - from) * share);
    }

    private void report(double share) {
        if (share <= reported) return;
        reported = share;
        whole.accept(share);
    }
}
