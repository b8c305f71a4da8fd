package reelskill.studio.check;

import java.time.Duration;
import reelskill.studio.ffmpeg.Cancellation;

/** Until when a look may take, unless it is cancelled before. Safe for use by many threads. */
record Deadline(long nanos, Cancellation cancellation) {
    static Deadline in(Duration time, Cancellation cancellation) {
        return new Deadline(System.nanoTime() + time.toNanos(), cancellation);
    }

    boolean goesOn() {
        return nanos - System.nanoTime() > 0 && !cancellation.isCancelled();
    }
}
